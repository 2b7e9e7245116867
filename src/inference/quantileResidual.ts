import { normalUpper } from "../distributions/normal.js";
import { logBetaTails } from "../math/incompleteBeta.js";
import { logGammaTails } from "../math/incompleteGamma.js";
import { logPoissonTerm } from "../math/saddle.js";
import { solve } from "../math/solve.js";
import { logNegbin } from "../distributions/negbin.js";

/** A count's distribution: Poisson where theta is Infinity. */
export interface Expected {
  readonly mean: number;
  readonly theta: number;
}

/**
 * The standard normal number with as much below it as a count has, the count's own chance split at a uniform number. From
 * the smaller tail, so that it is right at any distance.
 *
 * @see Dunn & Smyth (1996) Journal of Computational and Graphical Statistics 5, 236–244
 * @example
 * quantileResidual(0, { mean: Math.LN2, theta: Infinity }, 1) // 0
 */
export function quantileResidual(y: number, { mean, theta }: Expected, uniform: number): number {
  const isPoisson = theta === Infinity;
  const own = isPoisson ? logPoissonTerm(y, mean) : logNegbin(y, mean, theta);
  const below = y === 0 ? -Infinity : lowerTail(y - 1, mean, theta);
  const above = upperTail(y, mean, theta);
  const left = logSum(below, own + Math.log(uniform));
  const right = logSum(above, own + Math.log1p(-uniform));
  return left < right ? -zOf(left) : zOf(right);
}

/** Natural log of the chance of `k` or fewer. */
function lowerTail(k: number, mean: number, theta: number): number {
  if (theta === Infinity) return logGammaTails(k + 1, mean).upper;
  return logBetaTails(theta / (theta + mean), theta, k + 1, mean / (theta + mean)).lower;
}

/** Natural log of the chance of more than `k`. */
function upperTail(k: number, mean: number, theta: number): number {
  if (theta === Infinity) return logGammaTails(k + 1, mean).lower;
  return logBetaTails(theta / (theta + mean), theta, k + 1, mean / (theta + mean)).upper;
}

function logSum(one: number, other: number): number {
  const top = Math.max(one, other);
  return top === -Infinity ? top : top + Math.log1p(Math.exp(Math.min(one, other) - top));
}

/** The normal number that is exceeded with a chance of a half or less, from the chance's log. */
function zOf(log: number): number {
  if (log >= -Math.LN2) return 0;
  return solve((z) => log - normalUpper(z), 0, Math.sqrt(-2 * log));
}
