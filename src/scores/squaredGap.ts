import type { Distribution } from "../core/distribution.js";
import { leavesOf } from "../distributions/leavesOf.js";
import { crpsOfDraws } from "./crpsOfDraws.js";
import { gapOfCounts } from "./gapOfCounts.js";
import { gapOfLarge } from "./gapOfLarge.js";
import { gapOfLeaves } from "./gapOfLeaves.js";
import { gapOfPoints } from "./gapOfPoints.js";
import { plain, type Ruler } from "./ruler.js";

export interface SquaredGapOptions {
  /** The metric, for errors. */
  readonly verb: string;
  /** From where on gaps count; everywhere unless said. */
  readonly from?: number;
  readonly ruler?: Ruler;
}

/**
 * The integral from `from` on of the squared gap between the cumulative chance and what came: what the continuous ranked
 * probability score is, over all or over a part of the line, on which lengths are those of the ruler.
 */
export function squaredGap(
  says: Distribution,
  observed: number,
  { verb, from = -Infinity, ruler = plain }: SquaredGapOptions,
): number {
  if (says.family === "draws" && ruler === plain) {
    // From a threshold on, a value below it is as good as the threshold.
    const values = Float64Array.from(says.values, (value) => Math.max(value, from));
    return crpsOfDraws(values, values.length, [Math.max(observed, from)])[0];
  }
  const leaves = leavesOf(says);
  const line = { verb, from, ruler };
  const near = gapOfCounts(leaves, observed, line);
  if (near !== undefined) return near;
  if (leaves.counts.length === 0 && leaves.measures.length === 0) return gapOfPoints(leaves.points, observed, line);
  const large = from === -Infinity && ruler === plain ? gapOfLarge(leaves, observed) : undefined;
  return large ?? gapOfLeaves(leaves, observed, line);
}
