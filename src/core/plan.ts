import type { Day } from "./day.js";
import type { Separation } from "./separation.js";

/**
 * What a conditional indicator can tell, worked out before data arrive: from which count on it would say that the rate is
 * the high one, and how often that would mislead, by dispersion and number of periods.
 */
export interface Plan {
  readonly id: string;
  readonly claim: string;
  readonly per: "week" | "month";
  /** One less the error rate that is allowed on either side. */
  readonly level: number;
  /** The chance, before any data, that the rate is the high one. */
  readonly prior: number;
  readonly low: PlanRate;
  readonly high: PlanRate;
  /** The window's label. */
  readonly window: string;
  /** The share of a period's events that is in at once, after one more period, and so on; absent where all are. */
  readonly reported?: readonly number[];
  readonly rows: readonly PlanRow[];
  /** From when on each dispersion allows a decision, at each error rate allowed. */
  readonly decisions: readonly PlanDecision[];
  /** Which explanations data could tell apart, of each choice of zones for which that was simulated. */
  readonly separations: readonly Separation[];
  /** Sentences for a reader. */
  readonly readings: readonly string[];
  readonly assumes: readonly string[];
}

/** A printed rate that an indicator is to tell from another, and how many periods and events it rests on. */
export interface PlanRate {
  readonly figure: string;
  readonly label: string;
  readonly printed: string;
  readonly per: "week" | "month";
  /** Events a period. */
  readonly rate: number;
  readonly periods: number;
  /** The printed rate times its periods, not rounded. */
  readonly n: number;
}

/** One dispersion and one number of periods. */
export interface PlanRow {
  /** Variance over mean of a period's count. */
  readonly phi: number;
  readonly periods: number;
  /** The day on which the last of them is over. */
  readonly until: Day;
  /** The rule with the least mean error, the rates taken as known. */
  readonly known: Rule;
  /** The same when the rates are known only from the periods whose means were printed. */
  readonly uncertain: Rule;
  /** What the rule that takes counts for Poisson counts comes to. */
  readonly asPoisson: Rule;
  /** On the day the last period is over, when not all of its events are in; absent where all are. */
  readonly truncated?: {
    /** The share of all the periods' events that is in. */
    readonly share: number;
    /** The best rule for counts so far, its rate what they come to over that share. */
    readonly corrected: Rule;
    /** What the rule for whole counts comes to on counts so far. */
    readonly ignored: Rule;
  };
}

/** Says the high rate at so many events or more, and how often that misleads. */
export interface Rule {
  /** A count over all the periods; `null` where no count would say the high rate. */
  readonly threshold: number | null;
  /** The same in events a period. */
  readonly rate: number | null;
  /** How often it says the high rate though it is the low one. */
  readonly falseAlarm: number;
  /** How often it says the low rate though it is the high one. */
  readonly miss: number;
  /** The two weighed by the chances before any data. */
  readonly mean: number;
}

/** From how many periods on, and so from which day, both errors stay at most so large; absent where they never do. */
export interface PlanDecision {
  readonly phi: number;
  readonly allowed: number;
  readonly known?: PlanDate;
  readonly uncertain?: PlanDate;
  readonly corrected?: PlanDate;
  readonly ignored?: PlanDate;
}

export interface PlanDate {
  readonly periods: number;
  readonly until: Day;
}
