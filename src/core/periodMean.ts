import type { Span } from "./day.js";
import type { Interval } from "./finding.js";
import type { Key } from "./panel.js";

/** The mean count per period in a stretch, with its interval. */
export interface PeriodMean extends Span {
  readonly key: Key;
  readonly n: number;
  readonly mean: number;
  readonly interval: Interval;
}
