import type { Interval } from "./finding.js";
import type { ScoreGroup } from "./scoreGroup.js";

/** Where in their forecasts the outcomes fell: level bars are what well-calibrated forecasts earn. */
export interface PitRow extends ScoreGroup {
  readonly n: number;
  readonly origins: number;
  /** Heights, 1 where as many fell as promised: of places drawn at random within an outcome's own chance. */
  readonly randomised: readonly number[];
  /** The same without drawing: an outcome's own chance is spread over the bars that it covers. */
  readonly mean: readonly number[];
  /** Between which heights 95 of 100 bars of a calibrated model of as many independent outcomes lie. */
  readonly band: Interval;
  /** How many times the variance of bars is what it would be if outcomes were independent. */
  readonly designEffect: number;
  /** Of level bars: Pearson's statistic of the drawn places over the design effect, and its chance. */
  readonly statistic: number;
  readonly p: number;
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** How often central intervals held what came. */
export interface CalibrationRow extends ScoreGroup {
  /** What the intervals promise, 0.9 for 90%. */
  readonly promised: number;
  readonly n: number;
  readonly origins: number;
  /** The share held. */
  readonly covered: number;
  /** What the forecasts themselves say of these intervals: of counts more than is promised, for whole numbers are coarse. */
  readonly expected: number;
  /** Of the share held. */
  readonly interval: Interval;
  readonly level: number;
  readonly designEffect: number;
  readonly reading: string;
}
