import type { Day } from "./day.js";
import type { Forecast } from "./forecast.js";
import type { Key } from "./panel.js";

/** A forecast that a model could not make, and why. */
export interface Failure {
  readonly model: string;
  readonly key: Key;
  readonly origin: Day;
  readonly why: string;
}

/** All that one model said from one origin: what a back-test is cut into, so that it can be taken up again. */
export interface BacktestPart {
  readonly model: string;
  readonly origin: Day;
  /** In the panel's order, then by step. */
  readonly forecasts: readonly Forecast[];
  readonly failures: readonly Failure[];
}

/** What models would have said at each origin, from what lay before it alone. */
export interface Backtest {
  /** Sorted by model, key, origin and step. */
  readonly forecasts: readonly Forecast[];
  readonly failures: readonly Failure[];
  readonly origins: readonly Day[];
  readonly ahead: number;
  /** What a reader has to know: above all, whether counts were taken as they stood at each origin or as they stand now. */
  readonly warnings: readonly string[];
}
