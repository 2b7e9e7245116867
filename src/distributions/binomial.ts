import { logBetaTails } from "../math/incompleteBeta.js";
import type { LogTails } from "../math/incompleteGamma.js";
import { logBinomialTerm } from "../math/saddle.js";

/** The natural log of the chance of exactly `k` of `n` when each has chance `p`. */
export function logBinomial(k: number, n: number, p: number): number {
  return logBinomialTerm(k, n - k, p, 1 - p);
}

/**
 * Natural logs of the chance of `k` or fewer of `n` (`lower`) and of `k` or more (`upper`): both hold k itself.
 *
 * @example
 * Math.exp(binomialTails(0, 2, 0.5).lower) // 0.25
 */
export function binomialTails(k: number, n: number, p: number): LogTails {
  const lower = k === n ? 0 : logBetaTails(p, k + 1, n - k).upper;
  const upper = k === 0 ? 0 : logBetaTails(p, k, n - k + 1).lower;
  return { lower, upper };
}
