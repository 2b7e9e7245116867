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
  /** How far rates may move between the past and the months forecast: the standard deviation of the change in their log. */
  readonly drift: number;
  /** The same forecasts asked of earlier years, of which the report claims nothing. */
  readonly placebo: Placebo;
  readonly draws: number;
  readonly seed: number;
}

/** What the method did in earlier years. */
export interface Placebo {
  readonly years: number;
  /** How many of the zone totals lay in the interval that a forecast gave, and of how many. */
  readonly inside: number;
  readonly of: number;
  /** In how many of the years some explanation was called held, by the rule of the verdicts. */
  readonly held: number;
}

/** One explanation: the chance it gave to what was seen, on the natural log scale, and how it would do if it were true. */
export interface WeighedHypothesis {
  readonly id: string;
  readonly label: string;
  /** Whether the report offers it or it is ours. */
  readonly by: "report" | "us";
  /** Log predictive probability of all that was seen. */
  readonly logScore: number;
  /** The same after each period. */
  readonly cumulative: readonly number[];
  /** Probability after each period, with equal chances before the first; the first entry is before any. */
  readonly probability: readonly number[];
  /** The last probability's range over other dispersions and drifts, and each zone and each month left out; not an interval. */
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
