import type { Day, Every } from "./day.js";
import type { Delays } from "./delays.js";
import type { Interval } from "./finding.js";

/** What the most recent periods will come to once their reports are in, as far as the longest delay reaches. */
export interface Nowcast {
  readonly every: Every;
  readonly asOf: Day;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
  /** In order of time, from the first period whose reports may not all be in. */
  readonly periods: readonly NowcastPeriod[];
  /** The same of all of these periods together; absent where one of them is too early. */
  readonly total?: Completed;
  readonly delays: Delays;
  readonly from: readonly string[];
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** A completed count. */
export interface Completed {
  readonly observed: number;
  /** The chain-ladder estimate, and the standard error of what will be counted about it. */
  readonly estimate: number;
  readonly error: number;
  /** Whole numbers: the count once complete lies in it with the chance that the level says. */
  readonly interval: Interval;
}

/** One period as reported so far, and as it will be; without an estimate where nothing is ever in this early. */
export interface NowcastPeriod extends Partial<Completed> {
  readonly period: Day;
  /** Its delay at the as-of day. */
  readonly delay: number;
  readonly observed: number;
  /** Share of what will be reported that is in. */
  readonly share: number;
  /** Events that the share was learnt from. */
  readonly n: number;
  readonly reading: string;
}
