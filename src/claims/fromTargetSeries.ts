import { type Day, daysShared, isDay, nextPeriod } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import { type HubRow, hubDates } from "../core/hubRow.js";
import { keyText } from "../core/keyText.js";
import type { Key, Panel, Recipe, Series } from "../core/panel.js";
import { cellOf, type HubReading, keyOf, numberOf, periodNamed, rowFault } from "./hubTask.js";
import { measureName } from "./toHub.js";

export interface FromTargetSeriesOptions {
  /** How it was counted; the rows do not say. */
  readonly recipe: Recipe;
  /** The hash of the file. */
  readonly from: string;
  /** Of several versions (`as_of`) of one period the last by this day is taken; rows of later ones are left out. */
  readonly asOf?: Day;
  readonly inside?: boolean;
  readonly file?: string;
}

interface Seen {
  readonly value: number;
  readonly version: string;
  readonly row: number;
}

/**
 * A hub's target time series as a panel, its exposure in days, series in the order in which they are first met.
 *
 * @throws DataError with the row: what is NA, no number or no day, or stands twice in one version; and with what is missing
 * where a series has a gap; InputError when asOf is not a day or nothing is left
 */
export function fromTargetSeries(rows: readonly HubRow[], options: FromTargetSeriesOptions): Panel {
  const { recipe, from, asOf, inside = false, file } = options;
  if (asOf !== undefined && !isDay(asOf))
    throw new InputError(`fromTargetSeries: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const measure = measureName(recipe.measure);
  const reading: HubReading = {
    ...{ verb: "fromTargetSeries", every: recipe.every, measure, lag: 0, inside, ...(file !== undefined && { file }) },
  };
  const found = new Map<string, { key: Key; periods: Map<Day, Seen> }>();
  rows.forEach((row, i) => {
    const at = i + 1;
    const version = cellOf(row, "as_of") ?? "";
    if (asOf !== undefined && version > asOf) return;
    const column = hubDates.target.find((one) => cellOf(row, one) !== undefined);
    if (column === undefined) throw rowFault(reading, at, `has no date (${hubDates.target.join(", ")})`);
    const { key } = keyOf(row, measure);
    const name = JSON.stringify(Object.entries(key).sort());
    const series = found.get(name) ?? { key, periods: new Map<Day, Seen>() };
    found.set(name, series);
    const period = periodNamed(row, column, at, reading);
    const before = series.periods.get(period);
    if (before?.version === version) throw rowFault(reading, at, `${period} stands in row ${before.row} already`);
    const value = numberOf(row, "observation", at, reading);
    if (before === undefined || before.version < version) series.periods.set(period, { value, version, row: at });
  });
  if (found.size === 0) throw new InputError(`fromTargetSeries: needs a row, got none of ${rows.length}`);
  return [...found.values()].map(({ key, periods }): Series => {
    const days = [...periods.keys()].sort();
    const values: number[] = [];
    const exposure: number[] = [];
    for (let day = days[0]; day <= days[days.length - 1]; day = nextPeriod(day, recipe.every)) {
      const seen = periods.get(day);
      if (seen === undefined)
        throw new DataError(`fromTargetSeries: the ${recipe.every} of ${day} is missing (${keyText(key)})`);
      values.push(seen.value);
      exposure.push(daysShared(day, recipe.every, { since: day, until: nextPeriod(day, recipe.every) }));
    }
    return { key, recipe, from, start: days[0], values, exposure };
  });
}
