import type { Day } from "./day.js";
import type { Interval } from "./finding.js";
import type { Key } from "./panel.js";
import type { Regression } from "./regression.js";

/** What came after a day, against what the periods before it would have led one to expect. */
export interface Impact {
  readonly from: Day;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
  /** Fitted to the periods before the day only. */
  readonly regression: Regression;
  /** All series together, in order of time, from the day on. */
  readonly periods: readonly ImpactPeriod[];
  readonly total: Excess;
  /** Each series over the whole stretch. */
  readonly series: readonly (Excess & { readonly key: Key })[];
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** A count beside what was to be expected. */
export interface Excess {
  readonly observed: number;
  readonly expected: number;
  /** Whole numbers: the expected count lies in it with the chance that the level says. */
  readonly interval: Interval;
  /** Observed less expected; below 0 where fewer came. */
  readonly difference: number;
  readonly differenceInterval: Interval;
  /** Observed over expected. */
  readonly ratio: number;
  readonly ratioInterval: Interval;
  /** How rarely a count as far out comes without any impact, on both sides; from draws. */
  readonly p: number;
}

/** One period after the day, and all periods up to it. */
export interface ImpactPeriod extends Excess {
  readonly period: Day;
  readonly cumulative: Excess;
}
