import type { Interval } from "./finding.js";
import type { Location } from "./report.js";

/** What testing one claim or figure of a report came to, with all a reader needs to doubt it. */
export interface Verdict {
  readonly id: string;
  readonly by: "audit" | "reproduce" | "resolve" | "weigh";
  /** The claim it judges, where it judges one. */
  readonly claim?: string;
  /** Where the report says it; absent where it is ours. */
  readonly at?: Location;
  /** A few words for a table's row. */
  readonly label: string;
  readonly says: string;
  readonly verdict: Word;
  readonly data: Data;
  /** Events (for a share the whole, for printed means the means) it rests on; 0 where nothing could be counted. */
  readonly n: number;
  /** For a ratio, the events before and after. */
  readonly counts?: readonly [number, number];
  /** What the estimate is. */
  readonly scale?: "ratio" | "odds ratio" | "ratio of ratios" | "rate" | "count" | "share" | "probability";
  readonly estimate?: number;
  readonly interval?: Interval;
  readonly level?: number;
  /** The same under other readings of what was printed, where there are any. */
  readonly under?: readonly Under[];
  readonly reading: string;
  /** Why what was counted is not what the report counted. */
  readonly proxy?: string;
  /** Whether it could have come out otherwise: power or error rates, or why there are none. */
  readonly couldFail: string;
  /** How likely it was to come out clear, had what `of` names been so; absent where that cannot be said. */
  readonly power?: { readonly chance: number; readonly of: string };
  /** How it was computed, in a sentence. */
  readonly how?: string;
  /** How much it matters, and to what. */
  readonly matters?: Matter;
}

/** The word for what a test came to. A resolution keeps its state where there is no answer yet. */
export type Word =
  | "holds"
  | "fails"
  | "uncertain"
  | "agrees"
  | "differs"
  | "cannot be compared"
  | "not scoreable"
  | "open"
  | "too early"
  | "annulled"
  | "ambiguous";

/** How much a finding of an audit matters: whether a reader's conclusion changes, weakens, or stands. */
export interface Matter {
  readonly weight: "high" | "medium" | "low";
  readonly why: string;
}

/** What a claim becomes under another reading of its numbers, and whether its word still fits. */
export interface Under {
  readonly label: string;
  readonly estimate: number;
  readonly interval: Interval;
  readonly fits: boolean;
  /** Whether it could be so at all, by the calendar. */
  readonly possible: boolean;
}

/** Which data a verdict rests on: a snapshot by its name, as-of day and hash, or the report's own print. */
export interface Data {
  readonly name: string;
  readonly asOf?: string;
  readonly hash?: string;
}
