import type { Span } from "./day.js";
import type { Criterion } from "./question.js";
import type { Location, Measured } from "./report.js";
import type { Where } from "./where.js";

/** What a claim says of figures, in a form that can be checked. */
export type Check =
  | { readonly type: "ratio"; readonly before: string; readonly after: string; readonly word: string }
  | {
      readonly type: "pace";
      readonly figure: string;
      readonly word: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly type: "share";
      readonly figure: string;
      /** Other shares, as figures' ids, or a percentage: 50 for "most". */
      readonly against: readonly (string | number)[];
      readonly word: "more" | "less";
    }
  | {
      /** Whether a part changed more than the rest of its whole. */
      readonly type: "leads";
      readonly part: { readonly before: string; readonly after: string };
      readonly whole: { readonly before: string; readonly after: string };
    }
  | {
      /** Whether a window saw so many events. */
      readonly type: "count";
      readonly window: string;
      readonly atLeast?: number;
      readonly atMost?: number;
      readonly measured: readonly Measured[];
    }
  | {
      readonly type: "increase";
      /** The increase alone, without what the report says it would mean. */
      readonly asks: string;
      readonly before: string;
      readonly after: string;
      readonly measured: readonly Measured[];
    };

/** Something a report asserts, paraphrased and located. */
export interface ReportClaim {
  readonly id: string;
  readonly kind: "observation" | "explanation" | "forecast" | "indicator" | "background";
  readonly at: Location;
  readonly notes: readonly number[];
  /** A few words for a table's row. */
  readonly label: string;
  readonly says: string;
  /** The claim that it says again, as a key takeaway does of the body; it is judged there. */
  readonly repeats?: string;
  /** How likely the report calls it, in its own word. */
  readonly likelihood?: Likelihood;
  /** When it says that something happened. */
  readonly happened?: Span;
  readonly check?: Check;
  /** Why it cannot be scored as written. */
  readonly unscoreable?: Unscoreable;
}

/** A word of probability: its range is ICD 203's, unless the publisher sets another. */
export interface Likelihood {
  readonly word: string;
  /** The publisher's own range, from 0 to 1, where it has one. */
  readonly range?: readonly [number, number];
}

/** Why nothing that may happen decides a claim as written, and what would. */
export interface Unscoreable {
  readonly lacks: readonly Lack[];
  readonly reading: string;
  /** What would make it scoreable. */
  readonly wouldTake: string;
}

/** What a claim lacks. A cause or motive is no count: nothing in events tells one from another. */
export type Lack = "deadline" | "threshold" | "data" | "comparison" | "observable cause";

/** A claim as a question that data can answer: in the report's own terms, or ours where it sets none. */
export interface ReportQuestion {
  readonly id: string;
  readonly claim: string;
  readonly by: "report" | "us";
  readonly asks: string;
  /** The window that answers it. */
  readonly window: string;
  readonly criterion: Omit<Criterion, "against"> & { readonly against?: string };
  readonly measured: readonly Measured[];
}

/** Two rates that a conditional indicator has to tell apart, as printed figures, and from when. */
export interface ReportPlan {
  readonly id: string;
  readonly claim: string;
  /** The rate if nothing changes, and the rate if what the indicator waits for comes: figures' ids. */
  readonly low: string;
  readonly high: string;
  readonly window: string;
  /** Variances over means to plan for. */
  readonly phis: readonly number[];
  /** The share of a period's events that is in at once, after one more period, and so on; all, where absent. */
  readonly reported?: readonly number[];
  /** Where these come from. */
  readonly note?: string;
}

/** The defensible readings of one claim about a change, each dimension a list of choices. */
export interface ReportReadings {
  readonly id: string;
  readonly claim: string;
  readonly asks: string;
  /** Whether the claim says that the rate rose or fell. */
  readonly direction: "rise" | "fall";
  readonly sources: readonly Measured[];
  readonly zones: readonly string[];
  readonly measures: readonly ("events" | "deaths")[];
  /** Windows' names. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The ratio that has to be passed: 1, 1.25 and so on for a rise. */
  readonly thresholds: readonly number[];
  readonly dispersions: readonly ("Poisson" | "quasi-Poisson" | "negative binomial" | "permutation")[];
}

/** A kind of episode that zones have had before, for a base rate: after a drop so deep, how often came a rise? */
export interface ReferenceClass {
  readonly id: string;
  readonly claim: string;
  readonly asks: string;
  readonly on: string;
  readonly where: Where;
  readonly proxy?: string;
  readonly zones: readonly string[];
  /** Periods before the drop, of the drop and after it. */
  readonly periods: { readonly before: number; readonly drop: number; readonly after: number };
  /** The drop's rate over the rate before, at most; absent to ask of every stretch. */
  readonly dropAtMost?: number;
  /** The rate after over the rate of the drop, above which it is a rebound. */
  readonly reboundAbove: number;
  /** Least events before the drop: rates of fewer say nothing. */
  readonly least: number;
}
