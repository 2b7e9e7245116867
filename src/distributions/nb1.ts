import { logNegbin } from "./negbin.js";
import { logPoisson } from "./poisson.js";

/**
 * The natural log of the chance of exactly `k` events when the variance is `phi` times the mean (the negative binomial of
 * the first kind); the Poisson at phi 1.
 *
 * @see Cameron & Trivedi (2013) Regression Analysis of Count Data, 2nd ed., 80–89
 * @example
 * Math.exp(logNb1(0, 2, 1)) // 0.1353352832366127
 */
export function logNb1(k: number, mean: number, phi: number): number {
  return phi === 1 ? logPoisson(k, mean) : logNegbin(k, mean, mean / (phi - 1));
}
