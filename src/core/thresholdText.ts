import type { Threshold } from "./forecast.js";

/**
 * A yes-or-no question about a count in words.
 *
 * @example
 * thresholdText({ atLeast: 20 }) // "at least 20"
 */
export function thresholdText({ above, atLeast, below, atMost }: Threshold): string {
  if (above !== undefined) return `above ${above}`;
  if (atLeast !== undefined) return `at least ${atLeast}`;
  return below === undefined ? `at most ${atMost}` : `below ${below}`;
}

/** Whether a count meets a threshold. */
export function meetsThreshold({ above, atLeast, below, atMost }: Threshold, count: number): boolean {
  if (above !== undefined) return count > above;
  if (atLeast !== undefined) return count >= atLeast;
  return below === undefined ? count <= (atMost ?? 0) : count < below;
}
