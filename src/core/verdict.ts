import type { Interval } from "./finding.js";
import type { Location } from "./report.js";

/** What testing one claim or figure of a report came to, with all a reader needs to doubt it. */
export interface Verdict {
  readonly id: string;
  readonly by: "audit" | "reproduce" | "weigh";
  readonly at: Location;
  readonly says: string;
  readonly verdict: "holds" | "fails" | "uncertain" | "agrees" | "differs" | "cannot be compared" | "not scoreable";
  readonly data: Data;
  /** Events (for a share, the whole) it rests on; 0 where nothing could be counted. */
  readonly n: number;
  readonly estimate?: number;
  readonly interval?: Interval;
  readonly level?: number;
  readonly reading: string;
  /** Why what was counted is not what the report counted. */
  readonly proxy?: string;
  /** Whether it could have come out otherwise: power or error rates, or why there are none. */
  readonly couldFail: string;
}

/** Which data a verdict rests on: a snapshot by its name, as-of day and hash, or the report's own print. */
export interface Data {
  readonly name: string;
  readonly asOf?: string;
  readonly hash?: string;
}
