import type { Day, Every } from "./day.js";

/**
 * How many events of each period were first seen with each delay, as of one day. Delay 0 is "seen in the period itself".
 * What is reported later than `maxDelay` is not in it, and not known to be nothing.
 */
export interface Triangle {
  /** The unit of both the periods and the delays. */
  readonly every: Every;
  /** The first day of the first period. */
  readonly start: Day;
  readonly asOf: Day;
  readonly maxDelay: number;
  /**
   * One row a period, one column a delay from 0 to `maxDelay`: what that delay added, below 0 where more was taken back than
   * added, `null` where the period of the report was not over at the as-of day.
   */
  readonly counts: readonly (readonly (number | null)[])[];
  /** Events given that have no cell. */
  readonly leftOut: LeftOut;
  /** The hashes of the snapshots behind it, in order of time. */
  readonly from: readonly string[];
}

/** Events given that have no cell, by the reason. */
export interface LeftOut {
  /** Of periods before the first. */
  readonly before: number;
  /** Reported, or of periods, not over at the as-of day. */
  readonly unfinished: number;
  /** Reported later than the longest delay. */
  readonly beyond: number;
}
