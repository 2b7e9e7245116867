import type { Leaves } from "../distributions/leavesOf.js";
import type { Line } from "./ruler.js";

/**
 * The integral from `from` on of the squared gap between the cumulative chance of single values, in any number and at any
 * distance, and what came; exact but for rounding.
 */
export function gapOfPoints(points: Leaves["points"], observed: number, { from, ruler }: Line): number {
  const sorted = [...points].sort((one, other) => one.at - other.at);
  const split = Math.max(observed, from);
  const [first, past] = [sorted[0].at, Math.max(sorted[sorted.length - 1].at, from)];
  let gap = first > split ? ruler.between(split, first) : 0;
  if (observed > past) gap += ruler.between(past, observed);
  for (let i = 0, below = 0; i < sorted.length - 1 && sorted[i].at < observed; i++) {
    below += sorted[i].chance;
    const [low, high] = [Math.max(sorted[i].at, from), Math.min(sorted[i + 1].at, observed)];
    if (high > low) gap += below * below * ruler.between(low, high);
  }
  for (let i = sorted.length - 1, above = 0; i > 0 && sorted[i].at > split; i--) {
    above += sorted[i].chance;
    gap += above * above * ruler.between(Math.max(sorted[i - 1].at, split), sorted[i].at);
  }
  return gap;
}
