import { type Every, nextPeriod } from "../core/day.js";
import type { Derived } from "../core/derived.js";
import { DataError, InputError } from "../core/errors.js";
import { isRatio } from "../core/isRatio.js";
import { keyText } from "../core/keyText.js";
import type { Panel, Series } from "../core/panel.js";
import { seasonsOf } from "./seasonsOf.js";

/** One series as an indicator sees it: no key and no dates. */
export interface Numbers {
  readonly values: readonly number[];
  /** Days at risk; of a share or ratio, the counts below the line. */
  readonly exposure: readonly number[];
  /** The same in whole periods, 1 where nothing cuts the period; of a share or ratio, the counts below the line again. */
  readonly periods: readonly number[];
  readonly every: Every;
  /** What the values count: "events" or "deaths". */
  readonly counted: string;
  /** What a value over its exposure is where the exposure is a count: "share" or "deaths per event". */
  readonly ratio?: string;
  /** The year each period is of. */
  readonly years: readonly number[];
  /** Which part of its year each period is: periods of one season have the same text. */
  readonly seasons: readonly string[];
}

/** What a plug-in makes of one series: as many numbers as it was shown, NaN where it is not defined. */
export interface Derivation {
  readonly unit: string;
  readonly values: readonly number[];
}

/** A question about each period of one series, answered from that period and those before it alone. */
export interface Indicator {
  readonly name: string;
  /** The least number of periods. */
  readonly needs: number;
  /** The least number of years in which one season occurs, for an indicator that compares years. */
  readonly needsYears?: number;
  derive(numbers: Numbers): Derivation;
}

/**
 * Puts every series through every indicator: one row for each, with a number or `null` a period.
 *
 * @throws InputError when there is nothing to derive, a series is shorter than an indicator needs, or its exposure is not
 * in days; DataError when a series holds what is no count
 * @example
 * derive([{ key: {}, recipe: { where: [], by: [], every: "day", measure: "events" }, from: "", start: "2024-01-01", values: [1, 2, 4], exposure: [1, 1, 1] }], [rolling(2, "sum")])[0].values // [null, 3, 6]
 */
export function derive(panel: Panel, indicators: readonly Indicator[]): Derived[] {
  if (panel.length === 0) throw new InputError("derive: needs at least one series, got none");
  if (indicators.length === 0) throw new InputError("derive: needs at least one indicator, got none");
  return panel.flatMap((series) => {
    const numbers = numbersOf(series);
    return indicators.map((one) => {
      checkNeeds(one, numbers, series);
      const { unit, values } = one.derive(numbers);
      const { key, recipe, from, start } = series;
      return { key, recipe, from, start, indicator: one.name, unit, values: orNull(values, one, series) };
    });
  });
}

/** Each value over its exposure in whole periods: the count a whole period would have had, or the share or ratio. NaN without exposure. */
export function perPeriod({ values, periods, counted, every, ratio }: Numbers): Derivation {
  const unit = ratio ?? `${counted} per ${every}`;
  return { unit, values: values.map((value, t) => (periods[t] > 0 ? value / periods[t] : Number.NaN)) };
}

function numbersOf(series: Series): Numbers {
  const { recipe, start, values, exposure } = series;
  const { every, measure, over } = recipe;
  if (exposure.length !== values.length)
    throw new DataError(`derive: ${values.length} values have ${exposure.length} exposures (${keyText(series.key)})`);
  const { days, years, seasons } = seasonsOf(start, every, values.length);
  values.forEach((value, t) => {
    if (!(value >= 0 && exposure[t] >= 0 && Number.isFinite(value + exposure[t])))
      throw new DataError(`derive: needs counts from 0, got ${value} in ${exposure[t]} (${keyText(series.key)})`);
  });
  const counted = measure === "deaths" ? "deaths" : "events";
  const shown = { values, exposure, every, counted, years, seasons };
  if (isRatio(recipe)) {
    const ratio = over === undefined ? "share" : `${counted} per ${over.measure === "deaths" ? "death" : "event"}`;
    return { ...shown, periods: exposure, ratio };
  }
  // One day a period is what inPeriods() makes of whole ones; a grid that is cut to single days has but one.
  const isCut = exposure.length === 1 && exposure[0] === 1;
  if (every !== "day" && !isCut && exposure.every((one) => one <= 1))
    throw new InputError(
      `derive: needs exposure in days, got periods (${keyText(series.key)}); derive before inPeriods()`,
    );
  return { ...shown, periods: exposure.map((one, t) => one / days[t]) };
}

function checkNeeds({ name, needs, needsYears = 1 }: Indicator, { values, seasons }: Numbers, series: Series): void {
  if (values.length < needs)
    throw new InputError(
      `derive: ${name} needs at least ${needs} periods, got ${values.length} (${keyText(series.key)})`,
    );
  const tally = new Map<string, number>();
  for (const season of seasons) tally.set(season, (tally.get(season) ?? 0) + 1);
  const years = Math.max(...tally.values());
  if (years < needsYears)
    throw new InputError(
      `derive: ${name} needs ${needsYears} years of a season, got ${years} (${keyText(series.key)})`,
    );
}

function orNull(values: readonly number[], { name }: Indicator, series: Series): (number | null)[] {
  if (values.length !== series.values.length)
    throw new InputError(`derive: ${name} needs to give ${series.values.length} numbers, got ${values.length}`);
  let period = series.start;
  return values.map((value) => {
    if (!Number.isFinite(value) && !Number.isNaN(value))
      throw new InputError(
        `derive: ${name} needs to give numbers, or NaN where it is not defined, got ${value} (${period})`,
      );
    period = nextPeriod(period, series.recipe.every);
    return Number.isNaN(value) ? null : value;
  });
}
