import type { Day } from "./day.js";
import type { Distribution } from "./distribution.js";
import type { Key, Recipe } from "./panel.js";

/** A yes-or-no question about a count: exactly one bound is given, and the answer is yes where the count meets it. */
export interface Threshold {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
}

/** What a model says of one period of one series before it began. */
export interface Forecast {
  /** The plug-in, as it was called, or whoever made it. */
  readonly model: string;
  readonly key: Key;
  /** How the series is counted, so that what came of it can be counted alike. */
  readonly recipe: Recipe;
  /** The hash of the snapshot it was made from. */
  readonly from: string;
  /** The first day of the last period that was seen. */
  readonly origin: Day;
  /** The first day of the period meant. */
  readonly target: Day;
  /** How many periods lie from the origin to the target: 1 is the next one. */
  readonly step: number;
  /** What may come; of a yes-or-no question a Bernoulli distribution. */
  readonly says: Distribution;
  /** The question, where it is not the count itself that is forecast. */
  readonly asks?: Threshold;
}

/**
 * Where a forecast stands. Open: its period is not over, or the data do not reach its end. Too early: it is over, but
 * reports still to come may change the count. Annulled: the data cannot say, now or ever. Ambiguous: data sets disagree.
 */
export type ForecastState = "resolved" | "open" | "too early" | "annulled" | "ambiguous";

/** A forecast beside what came. */
export interface Resolved extends Forecast {
  readonly state: ForecastState;
  /** The count, or 1 for yes and 0 for no; given where the state is resolved. */
  readonly observed?: number;
  /** The hash of the snapshot that says so. */
  readonly evidence: string;
  /** The day whose knowledge decides. */
  readonly asOf: Day;
  /** Why it is not resolved. */
  readonly why?: string;
}
