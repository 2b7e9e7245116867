import type { Interval } from "./finding.js";

/**
 * The interval that holds both.
 *
 * @example
 * wider([0.5, 2], [0.8, null]) // [0.5, null]
 */
export function wider(one: Interval, other: Interval): Interval {
  const high = one[1] === null || other[1] === null ? null : Math.max(one[1], other[1]);
  return [Math.min(one[0], other[0]), high];
}
