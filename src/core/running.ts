import type { Day } from "./day.js";
import type { Interval } from "./finding.js";
import type { Key } from "./panel.js";

/** What was known after a period, by a method that holds at all looks at once: one row a period. */
export interface Running {
  readonly key: Key;
  /** The hash of the snapshot behind it. */
  readonly from: string;
  /** The first day of the last period seen. */
  readonly period: Day;
  /** The events seen up to then. */
  readonly n: number;
  readonly exposure: number;
  /** The rate (or the ratio of two) by then; none without exposure, or without events to compare with. */
  readonly estimate?: number;
  readonly interval: Interval;
  /** The chance that not one of the intervals, over all periods to come, misses what does not change. */
  readonly level: number;
  /** Evidence by then against what is tested: above 20 at any look is as rare as p below 0.05. */
  readonly eValue?: number;
  /** The p-value by then, which allows for every look so far and to come; it never rises again. */
  readonly p?: number;
}
