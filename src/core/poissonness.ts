import type { Interval } from "./finding.js";
import type { Key } from "./panel.js";

/** How often each count was seen in a series, beside how often Poisson counts at one rate would show it. */
export interface Poissonness {
  readonly key: Key;
  /** Periods. */
  readonly n: number;
  readonly level: number;
  /** One row a count, from the lowest to the highest seen. */
  readonly rows: readonly PoissonnessRow[];
}

/** One count: in how many periods it was seen, and in how many it would be. */
export interface PoissonnessRow {
  readonly count: number;
  readonly seen: number;
  readonly expected: number;
  /** In so many periods it would be seen with the chance `level`, count by count. */
  readonly interval: Interval;
  /**
   * Hoaglin's plot number, log(count! seen / n): on a straight line against the count, with the slope of the log of the mean, when
   * the counts are Poisson. Only where the count was seen and all exposures are equal.
   */
  readonly number?: number;
}
