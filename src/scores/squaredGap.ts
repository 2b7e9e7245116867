import type { Distribution } from "../core/distribution.js";
import { leavesOf } from "../distributions/leavesOf.js";
import { crpsOfDraws } from "./crpsOfDraws.js";
import { gapOfCounts } from "./gapOfCounts.js";
import { gapOfLarge } from "./gapOfLarge.js";
import { gapOfLeaves } from "./gapOfLeaves.js";
import { gapOfPoints } from "./gapOfPoints.js";

/**
 * The integral from `from` on of the squared gap between the cumulative chance and what came: what the continuous ranked
 * probability score is, over all or over a part of the line.
 */
export function squaredGap(says: Distribution, observed: number, from = -Infinity): number {
  if (says.family === "draws") {
    // From a threshold on, a value below it is as good as the threshold.
    const values = Float64Array.from(says.values, (value) => Math.max(value, from));
    return crpsOfDraws(values, values.length, [Math.max(observed, from)])[0];
  }
  const leaves = leavesOf(says);
  const near = gapOfCounts(leaves, observed, from);
  if (near !== undefined) return near;
  if (leaves.counts.length === 0 && leaves.measures.length === 0) return gapOfPoints(leaves.points, observed, from);
  const large = from === -Infinity ? gapOfLarge(leaves, observed) : undefined;
  return large ?? gapOfLeaves(leaves, observed, from);
}
