import type { Leaves } from "../distributions/leavesOf.js";

/**
 * The integral from `from` on of the squared gap between the cumulative chance of single values, in any number and at any
 * distance, and what came; exact but for rounding.
 */
export function gapOfPoints(points: Leaves["points"], observed: number, from: number): number {
  const sorted = [...points].sort((one, other) => one.at - other.at);
  const split = Math.max(observed, from);
  let gap = Math.max(0, sorted[0].at - split) + Math.max(0, observed - Math.max(sorted[sorted.length - 1].at, from));
  for (let i = 0, below = 0; i < sorted.length - 1 && sorted[i].at < observed; i++) {
    below += sorted[i].chance;
    const length = Math.min(sorted[i + 1].at, observed) - Math.max(sorted[i].at, from);
    if (length > 0) gap += below * below * length;
  }
  for (let i = sorted.length - 1, above = 0; i > 0 && sorted[i].at > split; i--) {
    above += sorted[i].chance;
    gap += above * above * (sorted[i].at - Math.max(sorted[i - 1].at, split));
  }
  return gap;
}
