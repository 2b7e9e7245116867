import type { Day } from "./day.js";
import type { Key } from "./panel.js";

/** What a detector says of one monitored period, from that period and those before it alone. */
export interface Signal {
  /** The detector, as it was called. */
  readonly method: string;
  readonly key: Key;
  /** The hash of the snapshot behind it. */
  readonly from: string;
  /** The first day of the monitored period. */
  readonly period: Day;
  readonly observed: number;
  readonly exposure: number;
  /** How many periods the baseline has. */
  readonly n: number;
  /** The count that the baseline leads one to expect; `null` where it tells none. */
  readonly expected: number | null;
  /** The count above which the period alarms (below which, where only a fall is watched); `null` where no count decides. */
  readonly threshold: number | null;
  /** What the detector weighs, in the unit its own page names; `null` where the baseline tells nothing. */
  readonly statistic: number | null;
  /** The chance of so many events or more were nothing new, where the detector knows it. */
  readonly p?: number;
  readonly alarm: boolean;
  /** One sentence, in words an analyst would use. */
  readonly reading: string;
}
