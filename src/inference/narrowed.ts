import type { Interval } from "../core/finding.js";

/**
 * What lies in all of the intervals; nothing where they have no point in common.
 *
 * @example
 * narrowed([[0, null], [1, 4], [2, 5]]) // [2, 4]
 */
export function narrowed(intervals: readonly Interval[]): Interval | undefined {
  let low = 0;
  let high = Infinity;
  for (const [from, to] of intervals) {
    low = Math.max(low, from);
    high = Math.min(high, to ?? Infinity);
  }
  if (low > high) return undefined;
  return [low, high === Infinity ? null : high];
}
