import type { Day } from "./day.js";
import type { Threshold } from "./forecast.js";
import type { Key } from "./panel.js";

/** What a group of scores or forecasts has in common; what it was not grouped by is absent. */
export interface ScoreGroup {
  readonly model?: string;
  readonly step?: number;
  readonly origin?: Day;
  readonly target?: Day;
  readonly asks?: Threshold;
  /** The fields of the key that it was grouped by. */
  readonly key: Key;
}
