import type { Interval } from "./finding.js";

/** Two stretches that are still to be compared: how many periods each has, and how many events a period there are. */
export interface Design {
  /** Periods before and after. */
  readonly before: number;
  readonly after: number;
  /** Events a period before. */
  readonly mean: number;
  /** Variance over mean of the counts of single periods; 1 for Poisson counts. */
  readonly phi: number;
}

/** How often a comparison would see a change that is really there. */
export interface Power extends Design {
  readonly test: string;
  readonly level: number;
  /** The true rate after, over the rate before. */
  readonly ratio: number;
  /** The chance that the comparison says there was a change. */
  readonly power: number;
  /** Where the power lies if it was simulated; with calculation both ends are the power. */
  readonly interval: Interval;
  /** Whether the power was calculated (no simulation error) or simulated. */
  readonly isExact: boolean;
  /** How many pairs of stretches were simulated; 0 where it was calculated. */
  readonly draws: number;
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** The change nearest to none that a comparison would still see often enough. */
export interface SmallestChange extends Omit<Power, "ratio"> {
  readonly towards: "less" | "more";
  /** How often it is to be seen. */
  readonly wanted: number;
  /** Absent where no change would be seen so often; `power` is then that of the largest. */
  readonly ratio?: number;
}

/** After how many periods a comparison could tell a change. */
export interface PeriodsNeeded extends Omit<Power, "after" | "power" | "interval"> {
  readonly wanted: number;
  /** The most periods looked at. */
  readonly most: number;
  /** Absent where `most` periods are too few. */
  readonly after?: number;
  /** The power after each number of periods looked at. */
  readonly curve: readonly { readonly after: number; readonly power: number }[];
}
