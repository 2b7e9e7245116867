import type { Every, Span } from "./day.js";
import type { Measured } from "./report.js";

/**
 * What decides a question. A ratio is the rate in the question's window over the rate in another; a share is the events
 * meant over those of `of`; a count is events. Exactly one bound is given, and the answer is yes where the value meets it.
 */
export interface Criterion {
  readonly type: "ratio" | "count" | "share";
  /** The window whose rate a ratio is against. */
  readonly against?: Span;
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
}

/** A question with a deadline and a threshold: what data of its window will answer with yes or no. */
export interface Question extends Span {
  readonly id: string;
  /** The claim it stands for. */
  readonly claim: string;
  /** Whether the deadline and threshold are the report's own, or ours. */
  readonly by: "report" | "us";
  readonly asks: string;
  readonly every: Every;
  readonly criterion: Criterion;
  /** The ways it may be answered. On one data set they are readings of the same question, and should agree. */
  readonly measured: readonly Measured[];
}
