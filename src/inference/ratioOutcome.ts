import type { Interval } from "../core/finding.js";
import { decimals, pText, withInterval } from "../core/print.js";
import type { Outcome } from "./test.js";

/** What a comparison of two rates found, as numbers. */
export interface FoundRatio {
  /** The events of each side. */
  readonly first: number;
  readonly last: number;
  /** Later rate over earlier; left out where it has no bound. */
  readonly estimate?: number;
  readonly low: number;
  readonly high: number;
  readonly statistic?: number;
  readonly p: number;
  /** What the reading says after the counts, such as the spread that was seen. */
  readonly note?: string;
  readonly assumes: readonly string[];
}

/** Says a ratio of rates in the one form all of them share. */
export function ratioOutcome(found: FoundRatio): Outcome {
  const { first, last, estimate, low, statistic, p, note = "", assumes } = found;
  const high = Number.isFinite(found.high) ? found.high : null;
  const interval: Interval = [low, high];
  const size = estimate === undefined ? `at least ${decimals(low, 4)}` : withInterval(estimate, interval, 4);
  return {
    n: first + last,
    ...(estimate !== undefined && { estimate }),
    interval,
    ...(statistic !== undefined && { statistic }),
    p,
    reading: `${last} events against ${first}${note}: ${size} times the rate, ${pText(p)}`,
    assumes,
  };
}
