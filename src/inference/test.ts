import { checkLevel } from "../core/checkLevel.js";
import { type Day, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Finding } from "../core/finding.js";
import type { Panel, Series } from "../core/panel.js";

export { checkLevel };

/** Counts of one stretch of time and the exposure of each, in the same unit throughout. */
export interface Stretch {
  readonly values: readonly number[];
  readonly exposure: readonly number[];
  /** The first day of each period, for questions about seasons and places in time; the verbs fill it in. */
  readonly periods?: readonly Day[];
}

/** What a plug-in found, before the verb says of which series. `level` only where its interval is of another than asked. */
export type Outcome = Omit<Finding, "test" | "key" | "from">;

/** A question about one stretch of counts. `needs` is the least number of periods. */
export interface Test {
  readonly name: string;
  readonly needs: number;
  test(stretch: Stretch, level: number): Outcome;
}

/**
 * Puts every series to every test.
 *
 * @throws InputError when a series is shorter than a test needs, or the level is not between 0 and 1
 */
export function test(panel: Panel, tests: readonly Test[], { level }: { level: number }): Finding[] {
  checkLevel(level, "test");
  return panel.flatMap((series) =>
    tests.map((one) => {
      const { length } = series.values;
      if (length < one.needs) throw new InputError(`test: ${one.name} needs ${one.needs} periods, got ${length}`);
      return { test: one.name, key: series.key, from: series.from, level, ...one.test(stretchOf(series), level) };
    }),
  );
}

/** A series as plug-ins see it: counts, exposure and the first day of each period. */
export function stretchOf({ start, recipe, values, exposure }: Series): Stretch {
  const periods: Day[] = [];
  for (let period = start, t = 0; t < values.length; t++, period = nextPeriod(period, recipe.every))
    periods.push(period);
  return { values, exposure, periods };
}

/**
 * The events and the exposure of a whole stretch.
 *
 * @throws InputError when there is no exposure at all, a count or an exposure below 0, or events without exposure
 */
export function totalOf({ values, exposure }: Stretch): { count: number; exposure: number } {
  let count = 0;
  let whole = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(exposure[i] > 0 ? values[i] >= 0 : exposure[i] === 0 && values[i] === 0)) throw wrong(values[i], exposure[i]);
    count += values[i];
    whole += exposure[i];
  }
  if (!(whole > 0)) throw wrong(count, whole);
  return { count, exposure: whole };
}

function wrong(count: number, exposure: number): InputError {
  return new InputError(`inference: needs counts from 0 and exposure above 0, got ${count} in ${exposure}`);
}

/** The periods of a stretch that have exposure: what was not at risk tells nothing of how counts vary. */
export function atRisk(stretch: Stretch): Stretch {
  const { values, exposure, periods } = stretch;
  if (exposure.every((one) => one > 0)) return stretch;
  const isKept = (_: unknown, t: number): boolean => exposure[t] > 0;
  return {
    values: values.filter(isKept),
    exposure: exposure.filter(isKept),
    ...(periods && { periods: periods.filter(isKept) }),
  };
}
