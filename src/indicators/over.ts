import { InputError } from "../core/errors.js";
import { isRatio } from "../core/isRatio.js";
import { keyText } from "../core/keyText.js";
import type { Panel, Series } from "../core/panel.js";
import { checkAlike } from "./alike.js";

/**
 * One count over another, series by series, matched by their keys: deaths per event, one side's attacks per engagement.
 * Like a share it keeps both, the upper in `values` and the lower in `exposure`, and its recipe says how each was counted.
 * An interval for a share holds only where the upper is part of the lower.
 *
 * @throws InputError when a key stands on one side only, or the two were not counted over the same days of one snapshot
 * @example
 * over([{ key: {}, recipe: { where: [], by: [], every: "month", measure: "deaths" }, from: "", start: "2024-01-01", values: [6], exposure: [31] }], [{ key: {}, recipe: { where: [], by: [], every: "month", measure: "events" }, from: "", start: "2024-01-01", values: [8], exposure: [31] }])[0].exposure // [8]
 */
export function over(numerator: Panel, denominator: Panel): Panel {
  if (numerator.length !== denominator.length)
    throw new InputError(
      `over: needs the same series above and below, got ${numerator.length} and ${denominator.length}`,
    );
  const below = new Map(denominator.map((series) => [JSON.stringify(series.key), series]));
  return numerator.map((upper) => {
    const lower = below.get(JSON.stringify(upper.key));
    if (lower === undefined) throw new InputError(`over: ${JSON.stringify(upper.key)} stands only above`);
    checkBoth(upper, lower);
    return { ...upper, recipe: { ...upper.recipe, over: lower.recipe }, exposure: lower.values };
  });
}

function checkBoth(upper: Series, lower: Series): void {
  checkAlike(upper, lower, "over");
  if (isRatio(upper.recipe) || isRatio(lower.recipe))
    throw new InputError(`over: needs counts above and below, got a share or ratio (${keyText(upper.key)})`);
  const cut = upper.exposure.findIndex((days, t) => days !== lower.exposure[t]);
  if (cut >= 0)
    throw new InputError(
      `over: needs both counted over the same days, got ${upper.exposure[cut]} and ${lower.exposure[cut]} (${keyText(upper.key)})`,
    );
}
