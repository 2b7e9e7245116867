import type { Interval } from "./finding.js";
import type { ScoreGroup } from "./scoreGroup.js";

/** A model's mean as it would be, had it been set the same tasks as the others. */
export interface AdjustedScore {
  readonly model: string;
  readonly metric: string;
  /** How many tasks the model has, and of how many in all. */
  readonly n: number;
  readonly tasks: number;
  /** The mean of the scores that it has; `null` for Infinity. */
  readonly mean: number | null;
  /** What it would be over all tasks; `null` where a score of its own is Infinity. */
  readonly adjusted: number | null;
  readonly interval?: Interval;
  readonly level: number;
  readonly says: string;
}

/** How much better than the others a model scored on each task, in the mean. */
export interface PeerScore extends ScoreGroup {
  readonly model: string;
  readonly metric: string;
  /** On how many tasks there was another to be compared with. */
  readonly n: number;
  readonly origins: number;
  readonly block: number;
  /** Above 0 is better than the others; `null` where a score of it or of another is Infinity. */
  readonly peer: number | null;
  readonly interval?: Interval;
  readonly level: number;
  /** The standard error that a finite number of draws leaves in it; absent where every score is exact. */
  readonly noise?: number;
  readonly says: string;
}
