import type { Day, Every } from "./day.js";
import type { Interval } from "./finding.js";
import type { Data } from "./verdict.js";

/** How well each of several explanations forecast what came, as periods arrived. */
export interface Weighed {
  readonly data: Data;
  readonly proxy?: string;
  /** Events seen in all zones and periods forecast. */
  readonly n: number;
  readonly every: Exclude<Every, "day" | "quarter" | "year">;
  readonly periods: readonly Day[];
  readonly zones: readonly string[];
  /** How many earlier years taught the sizes of what comes back every year. */
  readonly earlier: number;
  readonly hypotheses: readonly WeighedHypothesis[];
  /** How far rates may move between the past and the periods forecast: the standard deviation of the change in their log. */
  readonly drift: number;
  /** Every hypothesis' last probability under other assumptions, in the order of the hypotheses. */
  readonly sensitivities: readonly Sensitivity[];
  /** The same asked where nothing of what the report claims can be seen. */
  readonly placebo: Placebo;
  readonly draws: number;
  readonly seed: number;
}

/** What the probabilities come to when one assumption is another. */
export interface Sensitivity {
  readonly label: string;
  readonly kind: "dispersion" | "drift" | "prior" | "earlier years" | "zone" | "period";
  /** In the order of the hypotheses. */
  readonly probability: readonly number[];
}

/** What the method did in earlier years, and in other zones. */
export interface Placebo {
  readonly years: number;
  /** How many of the earlier years' zone totals lay in the interval that a forecast gave, and of how many. */
  readonly inside: number;
  readonly of: number;
  /** In how many of the years some explanation was called held, by the rule of the verdicts. */
  readonly held: number;
  readonly runs: readonly PlaceboRun[];
}

/** One placebo: an earlier year, or other zones in the place of those weighed. */
export interface PlaceboRun {
  readonly kind: "year" | "zones";
  readonly label: string;
  /** In the order of the hypotheses. */
  readonly probability: readonly number[];
  readonly range: readonly Interval[];
  /** The explanation that the rule called held, where there is one. */
  readonly held?: string;
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
  /** The last probability's range over the sensitivities; not an interval. */
  readonly range: Interval;
  readonly zones: readonly ZoneForecast[];
  /** What its effects came to, if it is true, with what was believed before any count was seen. */
  readonly effects: readonly EffectSize[];
  /** When it ended, if it is true; each day was as likely before. */
  readonly ends: readonly { readonly day: Day | "never"; readonly probability: number }[];
  /** Whether what came looks like what it forecast. */
  readonly checks: readonly PredictiveCheck[];
  /** How often each explanation comes out first in data made under this one. */
  readonly picked: Readonly<Record<string, number>>;
}

/** What an explanation expected of a zone's total, and what came. */
export interface ZoneForecast {
  readonly zone: string;
  /** Log predictive probability of this zone alone; zones share sizes, so these need not add to the whole. */
  readonly logScore: number;
  readonly expected: number;
  /** 95% of the totals it expected. */
  readonly interval: Interval;
  readonly observed: number;
}

/** The size of an effect, a rate ratio, before and after the counts: medians with 95% intervals. */
export interface EffectSize {
  readonly name: string;
  readonly zones: readonly string[];
  readonly prior: { readonly median: number; readonly interval: Interval };
  readonly median: number;
  readonly interval: Interval;
}

/** One feature of a zone's counts beside what forecasts drawn before they came had of it. */
export interface PredictiveCheck {
  readonly zone: string;
  readonly of: "total" | "largest period" | "variance over mean" | "periods without events";
  readonly observed: number;
  /** The median of the drawn. */
  readonly expected: number;
  readonly interval: Interval;
  /** Twice the smaller share of draws that are as low, or as high; small where it looks unlike. */
  readonly tail: number;
}
