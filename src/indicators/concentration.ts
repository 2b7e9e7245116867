import type { Derived } from "../core/derived.js";
import { DataError, InputError } from "../core/errors.js";
import { isRatio } from "../core/isRatio.js";
import { keyText } from "../core/keyText.js";
import type { Panel, Series } from "../core/panel.js";
import { checkAlike } from "./alike.js";

/** How unequally one period's counts are shared out. `needs` is the least number of series; NaN says that it is not defined. */
export interface Concentration {
  readonly name: string;
  readonly needs: number;
  readonly unit: string;
  concentrate(counts: readonly number[]): number;
}

/**
 * How unequally the series of a panel share each period's counts: one row, whose key holds what all of them have in common.
 * `null` where none of them counted anything. It depends on how the places are cut, and on few events it is high by chance.
 *
 * @throws InputError when there are too few series, or they are shares, ratios or not counted on one grid;
 * DataError when a series holds what is no count
 * @example
 * concentration(["a", "b"].map((zone) => ({ key: { zone }, recipe: { where: [], by: ["zone"], every: "year", measure: "events" }, from: "", start: "2023-01-01", values: [zone === "a" ? 3 : 1], exposure: [365] })), herfindahl()).values // [0.625]
 */
export function concentration(panel: Panel, measure: Concentration): Derived {
  const { name, needs, unit } = measure;
  if (panel.length < Math.max(1, needs))
    throw new InputError(`concentration: ${name} needs at least ${needs} series, got ${panel.length}`);
  const [first, ...others] = panel;
  for (const other of others) checkAlike(first, other, "concentration");
  panel.forEach(checkCounts);
  const { recipe, from, start } = first;
  const values = first.values.map((_, t) => {
    const value = measure.concentrate(panel.map((series) => series.values[t]));
    return Number.isNaN(value) ? null : value;
  });
  return { key: commonKey(panel), recipe, from, start, indicator: name, unit, values };
}

function checkCounts(series: Series): void {
  if (isRatio(series.recipe))
    throw new InputError(`concentration: needs counts, got a share or ratio (${keyText(series.key)})`);
  const odd = series.values.find((value) => !(value >= 0 && value < Infinity));
  if (odd !== undefined) throw new DataError(`concentration: needs counts from 0, got ${odd} (${keyText(series.key)})`);
}

function commonKey([first, ...others]: Panel): Derived["key"] {
  const fields = Object.entries(first.key);
  return Object.fromEntries(fields.filter(([name, value]) => others.every((one) => one.key[name] === value)));
}
