import type { Finding } from "./finding.js";
import type { ScoreGroup } from "./scoreGroup.js";

/** Whether two models score alike: below 0 the estimate speaks for `of`, above for `against`. */
export interface AccuracyTest extends Finding, Omit<ScoreGroup, "key" | "model"> {
  readonly metric: string;
  readonly of: string;
  readonly against: string;
  /** The standard error that a finite number of draws leaves in the estimate; absent where every score is exact. */
  readonly noise?: number;
}
