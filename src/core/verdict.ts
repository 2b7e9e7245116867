import type { Interval } from "./finding.js";
import type { Location } from "./report.js";

/** What testing one claim or figure of a report came to, with all a reader needs to doubt it. */
export interface Verdict {
  readonly id: string;
  readonly by: "audit" | "reproduce" | "weigh";
  /** Where the report says it; absent where it is ours. */
  readonly at?: Location;
  /** A few words for a table's row. */
  readonly label: string;
  readonly says: string;
  readonly verdict: "holds" | "fails" | "uncertain" | "agrees" | "differs" | "cannot be compared" | "not scoreable";
  readonly data: Data;
  /** Events (for a share the whole, for printed means the means) it rests on; 0 where nothing could be counted. */
  readonly n: number;
  /** For a ratio, the events before and after. */
  readonly counts?: readonly [number, number];
  /** What the estimate is: a ratio of rates, a rate, a share, a probability. */
  readonly scale?: "ratio" | "rate" | "share" | "probability";
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
