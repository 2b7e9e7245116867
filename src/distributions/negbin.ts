import { logBinomialTerm } from "../math/saddle.js";

/**
 * The natural log of the chance of exactly `k` events under a negative binomial with this mean and size; its variance is
 * mean + mean² / size, and it nears the Poisson as the size grows.
 *
 * @see Loader (2000) Fast and Accurate Computation of Binomial Probabilities
 * @example
 * Math.exp(logNegbin(0, 2, 1)) // 0.3333333333333333
 */
export function logNegbin(k: number, mean: number, size: number): number {
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  if (k === 0) return -size * Math.log1p(mean / size);
  const p = size / (size + mean);
  const q = mean / (size + mean);
  return Math.log(size / (size + k)) + logBinomialTerm(size, k, p, q);
}
