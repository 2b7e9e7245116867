import type { Day } from "./day.js";
import type { Key } from "./panel.js";

/** Lower and upper end; `null` above where there is no upper bound. */
export type Interval = readonly [number, number | null];

/** What a test or a comparison found, with all a reader needs to weigh it. */
export interface Finding {
  /** The plug-in, as it was called. */
  readonly test: string;
  readonly key: Key;
  /** How many events (or, where the reading says so, periods) it rests on. */
  readonly n: number;
  readonly estimate?: number;
  readonly interval?: Interval;
  /** The interval's coverage, 0.95 for 95%; of two one-sided questions at 95% that is 0.9. */
  readonly level?: number;
  readonly statistic?: number;
  readonly p?: number;
  /** `p` after allowing for all the questions that were asked together. */
  readonly adjusted?: number;
  /** A posterior probability, of what the reading says. */
  readonly probability?: number;
  /** How many times better the counts are explained by a change (or a difference) than by none. */
  readonly bayesFactor?: number;
  /** Evidence against no change that may be looked at as often as one likes: above 20 is as rare as p below 0.05. */
  readonly eValue?: number;
  /** The first day of the period it points to, such as the first after a change. */
  readonly at?: Day;
  /** The hash of the snapshot behind it, where there is one. */
  readonly from?: string;
  /** One sentence, in words an analyst would use. */
  readonly reading: string;
  readonly assumes: readonly string[];
}
