import { type Day, nextPeriod, type Span } from "./day.js";
import { InputError } from "./errors.js";
import type { Panel, Series } from "./panel.js";

/** The part of a series whose periods start inside a stretch, with the first day of each. */
export interface Slice {
  readonly values: readonly number[];
  readonly exposure: readonly number[];
  readonly periods: readonly Day[];
}

/** Cuts a stretch out of a series. */
export function sliceOf({ start, recipe, values, exposure }: Series, { since, until }: Span): Slice {
  const kept: { values: number[]; exposure: number[]; periods: Day[] } = { values: [], exposure: [], periods: [] };
  let period = start;
  for (let t = 0; t < values.length; t++) {
    if (period >= since && period < until) {
      kept.values.push(values[t]);
      kept.exposure.push(exposure[t]);
      kept.periods.push(period);
    }
    period = nextPeriod(period, recipe.every);
  }
  return kept;
}

/**
 * The part of each series whose periods start inside a stretch.
 *
 * @throws InputError when a series has no such period
 */
export function during(panel: Panel, span: Span): Panel {
  return panel.map((series) => {
    const { values, exposure, periods } = sliceOf(series, span);
    if (periods.length === 0) throw new InputError(`during: no period starts in ${span.since} to ${span.until}`);
    return { ...series, start: periods[0], values, exposure };
  });
}
