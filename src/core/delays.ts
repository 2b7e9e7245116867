import type { Day, Every } from "./day.js";
import type { Interval } from "./finding.js";

/** How long events take to be reported, of those reported within the longest delay. Of later reports it knows nothing. */
export interface Delays {
  readonly every: Every;
  readonly asOf: Day;
  readonly maxDelay: number;
  /** Periods looked at, and the events of them reported so far. */
  readonly periods: number;
  readonly n: number;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
  /** One for each delay from 0. */
  readonly shares: readonly DelayShare[];
  /** The least delay by which half is in, with the range that the interval's draws give it. */
  readonly median: number;
  readonly medianInterval: Interval;
  /** How much more reports vary than Poisson counts, and from how many comparisons that was learnt. */
  readonly phi: number;
  readonly compared: number;
  /** What was taken back: so many cells of the triangle were below 0, by so many events in all. */
  readonly corrections: { readonly cells: number; readonly events: number };
  /**
   * The chance of a difference as large as that between the delays before and from a period on, had they not changed: of two
   * such splits the one that differs more. Absent where nothing scatters.
   */
  readonly change?: { readonly p: number; readonly at: Day };
  readonly from: readonly string[];
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** The share of the events in by a delay. */
export interface DelayShare {
  readonly delay: number;
  readonly share: number;
  readonly interval: Interval;
  /** The fewest events, less those taken back, that any step from this delay to the longest was learnt from. */
  readonly n: number;
}
