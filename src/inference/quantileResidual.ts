import { logNegbin, negbinTails } from "../distributions/negbin.js";
import { normalUpper } from "../distributions/normal.js";
import { logPoisson, poissonTails } from "../distributions/poisson.js";
import { logSum } from "../math/logSum.js";
import { solve } from "../math/solve.js";

/**
 * The standard normal number with as much below it as a count has, the count's own chance split at a uniform number. From
 * the smaller tail, so that it is right at any distance; a theta of Infinity is Poisson's.
 *
 * @see Dunn & Smyth (1996) Journal of Computational and Graphical Statistics 5, 236–244
 * @example
 * quantileResidual(0, { mean: Math.LN2, theta: Infinity }, 1) // 0
 */
export function quantileResidual(
  y: number,
  { mean, theta }: { readonly mean: number; readonly theta: number },
  uniform: number,
): number {
  const isPoisson = theta === Infinity;
  const tails = (k: number) => (isPoisson ? poissonTails(k, mean) : negbinTails(k, mean, theta));
  const own = isPoisson ? logPoisson(y, mean) : logNegbin(y, mean, theta);
  const below = y === 0 ? -Infinity : tails(y - 1).lower;
  const left = logSum(below, own + Math.log(uniform));
  const right = logSum(tails(y + 1).upper, own + Math.log1p(-uniform));
  return left < right ? 0 - zOf(left) : zOf(right);
}

/** The normal number that is exceeded with a chance of a half or less, from the chance's log. */
function zOf(log: number): number {
  return log >= -Math.LN2 ? 0 : solve((z) => log - normalUpper(z), 0, Math.sqrt(-2 * log));
}
