import type { Day } from "./day.js";
import type { Distribution } from "./distribution.js";
import type { Interval } from "./finding.js";
import type { Key } from "./panel.js";

/** What a regression expects of one period that it was not fitted to. */
export interface Prediction {
  readonly key: Key;
  readonly period: Day;
  readonly exposure: number;
  readonly mean: number;
  /** Where the mean may lie: the uncertainty of the coefficients only. */
  readonly meanInterval: Interval;
  /** Where the count may lie, whole numbers: coefficients, spread and chance. */
  readonly interval: Interval;
  /** Counts that may come, equally likely. Row by row of one prediction, the draws of one place belong together. */
  readonly says: Extract<Distribution, { family: "draws" }>;
}
