import type { Day } from "./day.js";
import type { Interval } from "./finding.js";
import type { Key } from "./panel.js";

/** A series cut into stretches of one level each, the best way of all. */
export interface Segmentation {
  readonly key: Key;
  readonly from: string;
  /** What a stretch costs: twice the negative log-likelihood of this model. */
  readonly cost: string;
  /** What every further stretch must gain, and where the number comes from. */
  readonly penalty: { readonly value: number; readonly source: string };
  /** The fewest periods of a stretch. */
  readonly minimum: number;
  /** The coverage of each interval, for a stretch named beforehand. */
  readonly level: number;
  readonly segments: readonly Segment[];
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** A stretch of one level. */
export interface Segment {
  readonly since: Day;
  /** The first day after it. */
  readonly until: Day;
  readonly periods: number;
  /** The sum of its counts. */
  readonly n: number;
  /** Per unit of exposure. */
  readonly rate: number;
  readonly interval: Interval;
}
