import type { Distribution } from "../core/distribution.js";
import { holdsSample } from "../distributions/holdsSample.js";
import { type Ladder, sampledParts } from "./sampledParts.js";

/**
 * The standard error that a finite number of draws leaves in a score: the infinitesimal jackknife. `pulls` gives, for each
 * value of a part, how far a draw there pulls the score, up to a constant. The parts of a mixture, drawn each for itself, add up
 * in squares, each weighed by its chance. 0 for what holds no sample; NaN for a single draw.
 *
 * @see Efron (1982) The Jackknife, the Bootstrap and Other Resampling Plans, SIAM, chapter 6
 */
export function noiseOfDraws(
  says: Distribution,
  pulls: (values: Float64Array, parts: readonly Ladder[]) => ArrayLike<number>,
): number {
  if (!holdsSample(says)) return 0;
  const parts = sampledParts(says);
  let variance = 0;
  for (const { draws, weight, values, shares } of parts) {
    if (draws === undefined) continue;
    const each = pulls(values, parts);
    let mean = 0;
    for (let i = 0; i < each.length; i++) mean += shares[i] * each[i];
    let squares = 0;
    for (let i = 0; i < each.length; i++) squares += shares[i] * (each[i] - mean) ** 2;
    variance += (weight * weight * squares) / (draws - 1);
  }
  return Math.sqrt(variance);
}
