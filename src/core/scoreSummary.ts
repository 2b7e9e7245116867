import type { Interval } from "./finding.js";
import type { ScoreGroup } from "./scoreGroup.js";

/** What resampling the origins of a group rests on. */
export interface OriginBlocks {
  /** How many origins the scores come from; those of one origin share their news, and are drawn together. */
  readonly origins: number;
  /** How many origins in a row are drawn together. */
  readonly block: number;
}

/** What is done where a model has no score for a task that another has, and how often it was. */
export interface StandIns {
  /** How many of the scores are stand-ins. */
  readonly standIns: number;
  /** How many tasks of the group are left out because not every model has them. */
  readonly leftOut: number;
}

/** The mean of a group of scores, and how sure it is. */
export interface ScoreSummary extends ScoreGroup, OriginBlocks, StandIns {
  readonly metric: string;
  /** How many scores, stand-ins among them. */
  readonly n: number;
  /** `null` for Infinity, which a single infinite score makes of any mean. */
  readonly mean: number | null;
  /** How many of the scores are Infinity. */
  readonly infinite: number;
  /** Of the mean; absent where it is Infinity or there are fewer than 3 origins. */
  readonly interval?: Interval;
  readonly level: number;
  /** The standard error that a finite number of draws leaves in the mean; absent where every score is exact. */
  readonly noise?: number;
  /** What was done about missing scores, and what the interval rests on. */
  readonly says: string;
}
