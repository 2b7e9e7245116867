import type { Interval } from "./finding.js";
import type { ScoreGroup } from "./scoreGroup.js";

/** What of a distribution is looked at: its mean (of a yes-or-no question its chance), or a quantile. */
export type Functional = "mean" | { readonly quantile: number };

/** All forecasts of one value. */
export interface ReliabilityPoint {
  readonly says: number;
  readonly n: number;
  /** What should have been said, going by what came. */
  readonly recalibrated: number;
  /** Where that would lie if the forecasts were right. */
  readonly band: Interval;
}

/** Whether what was said came about as often as said, and the parts of the mean score. */
export interface ReliabilityRow extends ScoreGroup {
  readonly of: Functional;
  /** Which score is taken apart: squared (of a chance the Brier score), log or pinball. */
  readonly loss: "squared" | "log" | "pinball";
  readonly n: number;
  readonly points: readonly ReliabilityPoint[];
  /** mcb - dsc + unc; `null` for Infinity. */
  readonly score: number | null;
  /** Miscalibration: what recalibrating would have gained; `null` for Infinity. */
  readonly mcb: number | null;
  /** Discrimination: how much the recalibrated forecasts beat a constant. */
  readonly dsc: number;
  /** Uncertainty: what the best constant scores. */
  readonly unc: number;
  /** How often forecasts that are right show as much miscalibration by chance. */
  readonly p: number;
  readonly level: number;
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** Mean elementary scores, of which every fitting score is a mixture: whose curve is lower everywhere is better by all. */
export interface MurphyRow extends ScoreGroup {
  readonly of: Functional;
  readonly n: number;
  readonly thetas: readonly number[];
  readonly scores: readonly number[];
  /** Below the whole curve: the mean pinball loss of a quantile; of a mean or chance half the squared (Brier) score. */
  readonly area: number;
}
