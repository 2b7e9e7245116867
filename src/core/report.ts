import type { Day, Span } from "./day.js";
import type { Where } from "./where.js";

/** Where something stands in a report: paragraph and sentence, counted from 1. */
export interface Location {
  readonly paragraph: number;
  readonly sentence?: number;
}

/** A stretch that a report speaks of, and how it says so. */
export interface Window extends Span {
  readonly label: string;
  /** What the report leaves open and was decided here. */
  readonly note?: string;
}

/** A data set that a report is tested on: what it is, where its file lies, and who is to be thanked. */
export interface Evidence {
  readonly name: string;
  readonly title: string;
  /** Whose data it is; a file of the user's from the same publisher takes its place. */
  readonly publisher: string;
  /** A file beside the report, or below the project's data folder. */
  readonly file: string;
  readonly source: string;
  readonly asOf: Day;
  readonly citation: string;
  readonly licence: string;
  /** What keeps this source from being what the report counted. */
  readonly caveat: string;
}

/** One way to count what a figure is about, on one data set, or why that data set cannot. */
export interface Measured {
  readonly on: string;
  readonly label: string;
  readonly where: Where;
  /** Why this is not what the report counted; absent when it is. */
  readonly proxy?: string;
  /** Why this data set cannot say at all. */
  readonly cannot?: string;
}

/** A number that a report prints. */
export interface Figure {
  readonly id: string;
  readonly at: Location;
  readonly notes: readonly number[];
  readonly label: string;
  /** As printed, so that its decimals are kept: "20.5". */
  readonly printed: string;
  readonly what: "mean" | "count" | "share";
  /** The unit of a mean: per month, per week. */
  readonly per?: "week" | "month";
  readonly window: string;
  readonly atLeast?: boolean;
  /** The count of which a share is a share, as another figure's id. */
  readonly whole?: string;
  readonly measured: readonly Measured[];
}

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
      readonly against: readonly string[];
      readonly word: "more" | "less";
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
  readonly check?: Check;
  /** Why it cannot be scored, where nothing can check it. */
  readonly unscoreable?: string;
}

/** An explanation as a forecast: in each zone and stretch, the past stretch whose rate it says will be seen. */
export interface Hypothesis {
  readonly id: string;
  readonly label: string;
  /** Whether the report offers it, and where, or it is ours. */
  readonly by: "report" | "us";
  readonly at?: Location;
  readonly says: string;
  readonly predicts: readonly { readonly zone: string; readonly window: string; readonly like: string }[];
}

/** What the hypotheses are weighed on: the counts of each zone they name, on one data set. */
export interface Weighing {
  readonly on: string;
  readonly proxy?: string;
  /** The windows whose means are drawn: before, during, after. */
  readonly windows: readonly string[];
  /** How far rates move between stretches (log scale); estimated from the years before where absent. */
  readonly drift?: number;
  readonly seed: number;
}

/** A note of a report: which paragraphs lean on it and what it points to. */
export interface Citation {
  readonly note: number;
  readonly at: readonly Location[];
  readonly kind: "page" | "post" | "dashboard" | "unpublished" | "subscription" | "mixed";
  readonly links: readonly string[];
  /** What it points to without a link. */
  readonly others: readonly string[];
}

/** A published report, encoded so that it can be tested. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: Day;
  /** The last day whose events the report could know, exclusive. */
  readonly cutoff: Day;
  readonly question: string;
  /** How paragraphs are counted. */
  readonly numbering: string;
  readonly codebook: string;
  readonly windows: Readonly<Record<string, Window>>;
  readonly evidence: readonly Evidence[];
  readonly figures: readonly Figure[];
  readonly claims: readonly ReportClaim[];
  readonly hypotheses: readonly Hypothesis[];
  /** Absent where the report's explanations are not weighed. */
  readonly weighing?: Weighing;
  readonly citations: readonly Citation[];
}
