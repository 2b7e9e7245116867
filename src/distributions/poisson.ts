import { type LogTails, logGammaTails } from "../math/incompleteGamma.js";
import { logPoissonTerm } from "../math/saddle.js";

/** The natural log of the chance of exactly `k` events when `mean` are expected. */
export function logPoisson(k: number, mean: number): number {
  return logPoissonTerm(k, mean);
}

/**
 * Natural logs of the chance of `k` or fewer (`lower`) and of `k` or more (`upper`): both hold k itself.
 *
 * @example
 * Math.exp(poissonTails(0, 3).lower) // 0.049787068367863944
 */
export function poissonTails(k: number, mean: number): LogTails {
  const lower = mean === 0 ? 0 : logGammaTails(k + 1, mean).upper;
  const upper = k === 0 ? 0 : logGammaTails(k, mean).lower;
  return { lower, upper };
}
