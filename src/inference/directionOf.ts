import type { Comparison } from "./compare.js";
import type { Outcome, Stretch } from "./test.js";

/** What a comparison says at a level: that there is less, that there is more, or neither. */
export type Direction = "less" | "more" | "unclear";

/**
 * Which way a comparison says the rate went. Without an event on either side it is unclear; where a comparison gives no p,
 * its interval decides.
 */
export function directionOf(comparison: Comparison, before: Stretch, after: Stretch, level: number): Direction {
  if (isEmpty(before) && isEmpty(after)) return "unclear";
  const outcome = comparison.compare(before, after, level);
  if (!isClear(outcome, level)) return "unclear";
  return (outcome.estimate ?? Infinity) < 1 ? "less" : "more";
}

/** Whether an outcome tells a ratio from 1: by its p, or where it has none by its interval. */
export function isClear({ p, interval = [0, null] }: Outcome, level: number): boolean {
  const [low, high] = interval;
  return p === undefined ? low > 1 || (high !== null && high < 1) : p <= 1 - level;
}

function isEmpty({ values }: Stretch): boolean {
  return values.every((value) => value === 0);
}
