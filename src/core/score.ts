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
  /** Finite, or `null` for Infinity alone: what no chance at all for what came earns from the log score. */
  readonly value: number | null;
  /**
   * The standard error that a finite number of draws leaves in the value. Absent where the value is exact, as of values that
   * are all that may come, and where nothing can be said of it: of one draw, of an infinite value, of a jump.
   */
  readonly noise?: number;
}
