import type { AccuracyTest } from "../core/accuracyTest.js";
import { groupText } from "../core/groupText.js";
import { decimalsFor, numbered, pText, withInterval } from "../core/print.js";
import type { Score } from "../core/score.js";
import { studentUpper } from "../distributions/student.js";
import { blockVariance } from "../math/circularBlocks.js";
import { type Compared, type LossGaps, lossGaps } from "./lossGaps.js";
import { blockOf, checkResampling, intervalOf, type Resampling, redrawn } from "./originBlocks.js";

export interface BootstrapDifferenceOptions extends Compared, Resampling {}

/**
 * Whether two models score alike, by drawing anew: the gap between their losses, a mean over all keys and steps of an origin
 * unless they are told apart, in circular blocks of neighbouring origins. Unless said, a block is 2h - 1
 * long for a longest step h, at least the cube root of the number of origins, and at most a third of them. p is of
 * Student's t of the gap over the standard error that such blocks give it, on the number of blocks less one. `n` is the
 * number of origins.
 *
 * @throws InputError when the two have no score by the metric or no task in common, or an option cannot be
 * @see Politis & Romano (1992) in LePage & Billard (eds) Exploring the Limits of Bootstrap, 263–270
 */
export function bootstrapDifference(scores: readonly Score[], options: BootstrapDifferenceOptions): AccuracyTest[] {
  const { of, against, metric, level } = options;
  checkResampling(options, "bootstrapDifference");
  return lossGaps(scores, options, "bootstrapDifference").map((found) => ({
    ...{ test: "bootstrapDifference()", ...found.group, metric, of, against, n: found.gaps.length, level },
    ...(found.noise !== undefined && found.infinite === 0 && { noise: found.noise }),
    ...outcomeOf(found, options),
  }));
}

type Outcome = Pick<AccuracyTest, "estimate" | "interval" | "p" | "reading" | "assumes">;

function outcomeOf(found: LossGaps, options: BootstrapDifferenceOptions): Outcome {
  const { gaps, longestStep, group, infinite, leftOut, n: tasks } = found;
  const { of, against, metric, level } = options;
  const about = `${of} against ${against} by ${metric}, ${groupText(group)}: `;
  if (infinite > 0)
    return { reading: `${about}no interval, as ${infinite} of ${tasks} tasks have a score of Infinity`, assumes: [] };
  const n = gaps.length;
  const block = blockOf(n, longestStep, options);
  const estimate = gaps.reduce((a, b) => a + b, 0) / n;
  const drawn = redrawn([gaps], block, options)[0].map((sum) => sum / n);
  const interval = intervalOf(estimate, drawn, { origins: n, block, level });
  if (interval === undefined)
    return {
      estimate,
      reading: `${about}no interval, as ${numbered(n, "origin")} in blocks of ${block} are too few`,
      assumes: [],
    };
  const error = Math.sqrt(blockVariance(gaps, block)) / n;
  const p = error > 0 ? Math.min(1, 2 * Math.exp(studentUpper(Math.abs(estimate) / error, n / block - 1))) : undefined;
  const rest = [`${numbered(tasks, "task")} at ${numbered(n, "origin")}, blocks of ${block}`];
  if (leftOut > 0) rest.push(`${leftOut} left out that only one has`);
  const digits = decimalsFor([estimate]);
  return {
    ...{ estimate, interval, ...(p !== undefined && { p }) },
    reading: `${about}gap ${withInterval(estimate, interval, digits)}${p === undefined ? "" : `, ${pText(p)}`} (${rest.join("; ")})`,
    assumes: [
      "gaps between losses of one level and spread throughout",
      `no relation of gaps much over ${block} origins apart`,
    ],
  };
}
