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
  let rest = 0;
  for (let i = 0; i < weights.length; i++) rest += weights[i];
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    counts[i] = i === weights.length - 1 ? left : sampleBinomial(left, Math.min(1, weights[i] / rest), uniform);
    left -= counts[i];
    rest -= weights[i];
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
