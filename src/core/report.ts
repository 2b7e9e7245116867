import type { Day, Every, Span } from "./day.js";
import type { Covariate, Hypothesis, Weighing } from "./hypothesis.js";
import type { Measure } from "./panel.js";
import type { ReferenceClass, ReportClaim, ReportPlan, ReportQuestion, ReportReadings } from "./reportClaim.js";
import type { Where } from "./where.js";

/** Where something stands in a report: paragraph and sentence, counted from 1. */
export interface Location {
  readonly paragraph: number;
  readonly sentence?: number;
  /** SHA-256 of the sentence, as `sentenceHash` reads it, so that somebody with the text can check. */
  readonly sha256?: string;
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
  /** For the source "mapped": the file of its mapping, beside the report. */
  readonly mapping?: string;
  readonly asOf: Day;
  /** After how many days its counts are taken as settled, where no row says when it was known. */
  readonly settlesAfter?: number;
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
  /** Events where absent. */
  readonly measure?: Measure;
  /** Why this is not what the report counted; absent when it is. */
  readonly proxy?: string;
  /** Of a proxy: whether it can only miss what is meant, or also takes in what is not; absent where it may do both. */
  readonly counts?: "fewer" | "more";
  /** Why this data set cannot say at all. */
  readonly cannot?: string;
}

/** A number that a report prints. */
export interface Figure {
  readonly id: string;
  readonly at: Location;
  readonly notes: readonly number[];
  readonly label: string;
  /** As printed, so that its decimals are kept: "20.5"; of a quantity in words, the words: "several dozen". */
  readonly printed: string;
  /** The upper end where a range is printed: "four to six" is printed "4", to "6". */
  readonly to?: string;
  /** The word before it that makes it less exact: "nearly", "roughly". */
  readonly hedge?: string;
  readonly what: "mean" | "count" | "share" | "quantity";
  /** The standard deviation printed beside it. */
  readonly sd?: string;
  /** The unit of a mean: per month, per week. */
  readonly per?: "week" | "month";
  readonly window: string;
  readonly atLeast?: boolean;
  /** The count of which a share is a share, as another figure's id. */
  readonly whole?: string;
  readonly measured: readonly Measured[];
}

/** One thing that a note points to. */
export interface Cited {
  readonly type: "post" | "page" | "document" | "dashboard" | "unpublished" | "subscription";
  readonly url?: string;
  readonly title?: string;
  /** The account, site or office behind it. */
  readonly publisher: string;
  /** When it was published, as exactly as is known: a year, a month or a day. A post's number tells its own. */
  readonly date?: string;
  readonly dateFrom?: string;
  /** The place it is about, where that is not what it is cited for. */
  readonly about?: string;
}

/** A note of a report: which sentences lean on it, what it supports, and what it points to, in order. */
export interface Citation {
  readonly note: number;
  readonly at: readonly Location[];
  /** Ids of claims and figures. */
  readonly supports: readonly string[];
  readonly items: readonly Cited[];
}

/** A published report, encoded so that it can be tested. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: Day;
  /** The last day whose events the report could know, exclusive. */
  readonly cutoff: Day;
  /** The moment it closed, where it says so, in UTC: "2023-12-13T15:00Z", and what was taken for granted. */
  readonly closed?: { readonly at: string; readonly note: string };
  /** The period in which it is counted. */
  readonly every: Exclude<Every, "day" | "quarter" | "year">;
  readonly question: string;
  /** How paragraphs are counted. */
  readonly numbering: string;
  readonly codebook: string;
  readonly windows: Readonly<Record<string, Window>>;
  readonly evidence: readonly Evidence[];
  readonly figures: readonly Figure[];
  readonly claims: readonly ReportClaim[];
  readonly questions: readonly ReportQuestion[];
  readonly plans: readonly ReportPlan[];
  readonly readings: readonly ReportReadings[];
  readonly referenceClasses: readonly ReferenceClass[];
  readonly hypotheses: readonly Hypothesis[];
  readonly covariates: Readonly<Record<string, Covariate>>;
  /** Absent where the report's explanations are not weighed. */
  readonly weighing?: Weighing;
  readonly citations: readonly Citation[];
}
