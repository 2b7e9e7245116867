import { sampleGamma } from "./sampleGamma.js";

/**
 * Shares out a number of events over cells by chance, each cell with its weight, into `counts`.
 *
 * @see Devroye (1986) Non-Uniform Random Variate Generation, 536–537, 557–559
 */
export function sampleMultinomial(
  total: number,
  weights: ArrayLike<number>,
  uniform: () => number,
  counts: Float64Array,
): void {
  // Each cell first holds the weight from it on, added up from the end so that the last weight is the whole of its own.
  for (let i = weights.length - 1, sum = 0; i >= 0; i--) {
    sum += weights[i];
    counts[i] = sum;
  }
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    counts[i] = left > 0 && weights[i] > 0 ? sampleBinomial(left, weights[i] / counts[i], uniform) : 0;
    left -= counts[i];
  }
}

/** Halves the trials at the middle one of their uniform numbers, a beta number, until they are few. */
function sampleBinomial(trials: number, chance: number, uniform: () => number): number {
  let n = trials;
  let p = chance;
  let count = 0;
  while (n > 30) {
    const below = 1 + Math.floor(n / 2);
    const one = sampleGamma(below, uniform);
    const middle = one / (one + sampleGamma(n + 1 - below, uniform));
    if (middle <= p) {
      count += below;
      n -= below;
      p = (p - middle) / (1 - middle);
    } else {
      n = below - 1;
      p /= middle;
    }
  }
  for (; n > 0; n--) if (uniform() < p) count++;
  return count;
}
