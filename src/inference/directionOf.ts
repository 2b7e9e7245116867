import { InputError } from "../core/errors.js";
import type { Comparison } from "./compare.js";
import type { Outcome, Stretch } from "./test.js";

/** What a comparison says at a level: that there is clearly less, clearly more, or neither. */
export type Tendency = "less" | "more" | "unclear";

/**
 * Which way a comparison says the rate (or the share) went. Without an event on either side it is unclear; where a
 * comparison gives no p, its interval decides.
 *
 * @throws InputError when the comparison does not ask for a change, but whether the pace stayed within a margin
 */
export function directionOf(comparison: Comparison, before: Stretch, after: Stretch, level: number): Tendency {
  if (comparison.asks === "margin")
    throw new InputError(`directionOf: needs a comparison that asks for a change, got ${comparison.name}`);
  if (isEmpty(before) && isEmpty(after)) return "unclear";
  const outcome = comparison.compare(before, after, level);
  if (!isClear(outcome, level)) return "unclear";
  return (outcome.estimate ?? Infinity) < (comparison.asks === "difference" ? 0 : 1) ? "less" : "more";
}

/** Whether a comparison finds what it asks for. */
export function finds(comparison: Comparison, before: Stretch, after: Stretch, level: number): boolean {
  return !(isEmpty(before) && isEmpty(after)) && isClear(comparison.compare(before, after, level), level);
}

/** Whether an outcome tells a ratio from 1: by its p, or where it has none by its interval. */
export function isClear({ p, interval = [0, null] }: Outcome, level: number): boolean {
  const [low, high] = interval;
  return p === undefined ? low > 1 || (high !== null && high < 1) : p < 1 - level;
}

function isEmpty({ values }: Stretch): boolean {
  return values.every((value) => value === 0);
}
