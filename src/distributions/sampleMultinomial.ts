import { binomialSampler } from "./binomialSampler.js";

/**
 * Shares out a number of events over cells by chance, each cell with its weight, into `counts`: cell by cell a binomial
 * count of what is left.
 *
 * @see Devroye (1986) Non-Uniform Random Variate Generation, 557–559
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
    const whole = counts[i];
    const rest = i + 1 < weights.length ? counts[i + 1] : 0;
    counts[i] = left > 0 && weights[i] > 0 ? binomialSampler(left, weights[i] / whole, rest / whole, uniform)() : 0;
    left -= counts[i];
  }
}
