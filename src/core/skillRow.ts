import type { Interval } from "./finding.js";
import type { ScoreGroup } from "./scoreGroup.js";
import type { OriginBlocks, StandIns } from "./scoreSummary.js";

/** How much better than a reference a model scored on the same tasks. */
export interface SkillRow extends ScoreGroup, OriginBlocks, StandIns {
  readonly model: string;
  readonly against: string;
  readonly metric: string;
  readonly n: number;
  /** The means of the model and of the reference; `null` for Infinity. */
  readonly mean: number | null;
  readonly reference: number | null;
  /** 1 - mean / reference: 1 is perfect, 0 as good as the reference, below 0 worse; `null` where there is none. */
  readonly skill: number | null;
  readonly interval?: Interval;
  /** mean - reference: below 0 the model is better; `null` where one of them is Infinity. */
  readonly gap: number | null;
  readonly gapInterval?: Interval;
  readonly level: number;
  /** The standard error that a finite number of draws leaves in the gap; absent where every score is exact. */
  readonly noise?: number;
  readonly says: string;
}

/** Two models on the tasks that both have. */
export interface SkillPair {
  readonly against: string;
  readonly n: number;
  /** The model's mean over the other's: below 1 it is better; `null` where there is none. */
  readonly ratio: number | null;
  /** Of no difference, by turning round whole blocks of origins; absent where there is no difference to test. */
  readonly p?: number;
}

/** How a model scored against all others, each on the tasks that both have. */
export interface RelativeSkill extends ScoreGroup {
  readonly model: string;
  readonly metric: string;
  /** How many tasks the model has. */
  readonly n: number;
  /** The geometric mean of the ratios to all models, itself among them: below 1 is better; `null` where there is none. */
  readonly relative: number | null;
  /** `relative` over the baseline's, where one was named. */
  readonly scaled?: number | null;
  readonly pairs: readonly SkillPair[];
  readonly says: string;
}
