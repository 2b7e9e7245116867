import type { Interval } from "../core/finding.js";
import { decimals, numbered, pText, withInterval } from "../core/print.js";
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

/** What every method for Poisson counts takes for granted, and what becomes of it where that is not so. */
export const poissonCounts: readonly string[] = [
  "Poisson counts: independent events, one rate in each stretch",
  "not to be trusted where periods vary more than that, or resemble their neighbours: p is then too small and the interval too short",
];

/** Says a ratio of rates in the one form all of them share. */
export function ratioOutcome(found: FoundRatio): Outcome {
  const { first, last, estimate, low, statistic, p, note = "", assumes } = found;
  const high = Number.isFinite(found.high) ? found.high : null;
  const interval: Interval = [low, high];
  const counts = `${numbered(last, "event")} against ${first}${note}`;
  const size =
    estimate === undefined
      ? `at least ${decimals(low, 4)} times the rate`
      : `${withInterval(estimate, interval, 4)} times the rate`;
  const known = estimate === undefined && low === 0 ? "any ratio of the rates may be" : size;
  return {
    n: first + last,
    ...(estimate !== undefined && { estimate }),
    interval,
    ...(statistic !== undefined && { statistic }),
    p,
    reading: `${counts}: ${known}, ${pText(p)}`,
    assumes,
  };
}
