import type { Day } from "./day.js";
import type { Interval } from "./finding.js";
import type { Data } from "./verdict.js";

/** How well each of several explanations forecast what came, as months arrived. */
export interface Weighed {
  readonly data: Data;
  readonly proxy?: string;
  /** Events seen in all zones and periods. */
  readonly n: number;
  readonly periods: readonly Day[];
  readonly zones: readonly string[];
  readonly hypotheses: readonly WeighedHypothesis[];
  readonly draws: number;
  readonly seed: number;
}

/** One explanation: the chance it gave to what was seen, on the natural log scale, and how it would do if it were true. */
export interface WeighedHypothesis {
  readonly id: string;
  readonly label: string;
  /** Log predictive probability of all that was seen. */
  readonly logScore: number;
  /** The same after each period. */
  readonly cumulative: readonly number[];
  /** Probability after each period, with equal chances before the first; the first entry is before any. */
  readonly probability: readonly number[];
  /** The last probability's range over the priors and zones left out that were tried. */
  readonly range: Interval;
  readonly zones: readonly ZoneForecast[];
  /** How often each explanation comes out first in data made under this one. */
  readonly picked: Readonly<Record<string, number>>;
}

/** What an explanation expected of a zone's total, and what came. */
export interface ZoneForecast {
  readonly zone: string;
  readonly logScore: number;
  readonly expected: number;
  /** 95% of the totals it expected. */
  readonly interval: Interval;
  readonly observed: number;
}
