import { InputError } from "../core/errors.js";
import { chiSquareQuantile } from "../distributions/gamma.js";
import { solve } from "../math/solve.js";
import { logLikelihoodAt, negbinProfile } from "./negbinProfile.js";
import { type Stretch, totalOf } from "./test.js";

/** The negative binomial that fits best: variance mean + alpha mean², alpha 0 where the Poisson fits better than any. */
export interface NegbinOfRate {
  readonly alpha: number;
  /** Twice the log of how many times better it fits than the Poisson. */
  readonly ratio: number;
  readonly interval: readonly [number, number];
}

/**
 * How overdispersed counts at one rate are, by maximum likelihood, with the profile-likelihood interval.
 *
 * @see Lawless (1987) Canadian Journal of Statistics 15, 209–225
 * @example
 * negbinOfRate({ values: [5, 5, 6], exposure: [1, 1, 1] }, 0.95).alpha // 0
 */
export function negbinOfRate(stretch: Stretch, level: number): NegbinOfRate {
  const { count } = totalOf(stretch);
  if (count === 0) throw new InputError("negbinOfRate: needs at least 1 event, got 0");
  const poisson = logLikelihoodAt([stretch], 0);
  const ratio = (alpha: number): number => 2 * (logLikelihoodAt([stretch], alpha) - poisson);
  const reach = chiSquareQuantile(level, 1);
  const alpha = negbinProfile([stretch]).spread;
  const top = alpha > 0 ? Math.max(0, ratio(alpha)) : 0;
  const short = (log: number): number => top - ratio(Math.exp(log)) - reach;
  let high = Math.log(alpha > 0 ? alpha : stretch.values.length / count) + 1;
  while (short(high) < 0) high += 1;
  const from = alpha > 0 ? Math.log(alpha) : high - 60;
  const upper = Math.exp(solve(short, from, high));
  if (top <= reach) return { alpha, ratio: top, interval: [0, upper] };
  let low = from - 1;
  while (short(low) < 0) low -= 1;
  return { alpha, ratio: top, interval: [Math.exp(solve(short, low, from)), upper] };
}
