import type { Day } from "./day.js";
import type { Threshold } from "./forecast.js";
import type { Key } from "./panel.js";

/** What one forecast earned by one metric. */
export interface Score {
  readonly model: string;
  readonly key: Key;
  readonly origin: Day;
  readonly target: Day;
  readonly step: number;
  readonly asks?: Threshold;
  /** The plug-in, as it was called. */
  readonly metric: string;
  /** `null` for Infinity, which is what no chance at all for what came earns from the log score. */
  readonly value: number | null;
  /** The standard error that a finite number of draws leaves in the value; absent where the value is exact. */
  readonly noise?: number;
}
