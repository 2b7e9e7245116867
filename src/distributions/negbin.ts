import { logBetaTails } from "../math/incompleteBeta.js";
import type { LogTails } from "../math/incompleteGamma.js";
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

/**
 * Natural logs of the chance of `k` or fewer (`lower`) and of `k` or more (`upper`): both hold k itself.
 *
 * @example
 * Math.exp(negbinTails(1, 2, 1).upper) // 0.6666666666666666
 */
export function negbinTails(k: number, mean: number, size: number): LogTails {
  if (mean === 0) return { lower: 0, upper: k === 0 ? 0 : -Infinity };
  const p = size / (size + mean);
  const q = mean / (size + mean);
  const lower = k === 0 ? logNegbin(0, mean, size) : logBetaTails(p, size, k + 1, q).lower;
  const upper = k === 0 ? 0 : logBetaTails(q, k, size, p).lower;
  return { lower, upper };
}
