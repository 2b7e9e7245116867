import { InputError } from "../core/errors.js";
import { chiSquareQuantile } from "../distributions/gamma.js";
import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { solve } from "../math/solve.js";
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
  const { count, exposure } = totalOf(stretch);
  if (count === 0) throw new InputError("negbinOfRate: needs at least 1 event, got 0");
  const ratio = (alpha: number): number => ratioOf(stretch, alpha, count / exposure);
  const reach = chiSquareQuantile(level, 1);
  const alpha = slopeOf(stretch, 0) > 0 ? best((at) => slopeOf(stretch, at)) : 0;
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

function best(slope: (alpha: number) => number): number {
  let low = 0;
  let high = 0;
  while (slope(Math.exp(low)) < 0) low -= 2;
  while (slope(Math.exp(high)) > 0) high += 2;
  return Math.exp(solve((log) => slope(Math.exp(log)), low, high));
}

function ratioOf(stretch: Stretch, alpha: number, common: number): number {
  const rate = rateAt(stretch, alpha);
  let sum = 0;
  stretch.values.forEach((value, i) => {
    sum += logNegbin(value, rate * stretch.exposure[i], 1 / alpha) - logPoisson(value, common * stretch.exposure[i]);
  });
  return 2 * sum;
}

/** The rate that fits best with this alpha. */
function rateAt(stretch: Stretch, alpha: number): number {
  const { values, exposure } = stretch;
  const { count, exposure: whole } = totalOf(stretch);
  if (alpha === 0 || exposure.every((one) => one === exposure[0])) return count / whole;
  const gap = (rate: number): number =>
    values.reduce((sum, value, i) => sum + (value - rate * exposure[i]) / (1 + alpha * rate * exposure[i]), 0);
  const rates = values.flatMap((value, i) => (exposure[i] > 0 ? [value / exposure[i]] : []));
  return solve(gap, Math.min(...rates), Math.max(...rates) * (1 + 1e-15));
}

/** How the log likelihood rises with alpha, at the best rate for it. */
function slopeOf(stretch: Stretch, alpha: number): number {
  const rate = rateAt(stretch, alpha);
  return stretch.values.reduce((sum, value, i) => {
    const mean = rate * stretch.exposure[i];
    if (alpha === 0) return sum + ((value - mean) ** 2 - value) / 2;
    const u = alpha * mean;
    return sum + ascending(value, alpha) + excess(u) / (alpha * alpha) - (value * mean) / (1 + u);
  }, 0);
}

/** The sum of j / (1 + alpha j) for j below `count`: term by term to 200, then by Euler and Maclaurin. */
function ascending(count: number, alpha: number): number {
  const term = (j: number): number => j / (1 + alpha * j);
  const from = Math.min(count, 200);
  let sum = 0;
  for (let j = 0; j < from; j++) sum += term(j);
  if (from === count) return sum;
  const whole = (j: number): number => gapOfLog(alpha * j) / (alpha * alpha);
  const bend = (j: number): number => 1 / (1 + alpha * j) ** 2 / 12 - (alpha * alpha) / (1 + alpha * j) ** 4 / 120;
  return sum + whole(count) - whole(from) - (term(count) - term(from)) / 2 + bend(count) - bend(from);
}

/** u - log(1 + u), without cancellation near 0. */
function gapOfLog(u: number): number {
  return u > 0.1 ? u - Math.log1p(u) : series(u, (k) => 1 / k);
}

/** log(1 + u) - u / (1 + u), without cancellation near 0. */
function excess(u: number): number {
  return u > 0.1 ? Math.log1p(u) - u / (1 + u) : series(u, (k) => 1 - 1 / k);
}

/** The sum of weight(k) u^k (-1)^k from k = 2. */
function series(u: number, weight: (k: number) => number): number {
  let sum = 0;
  for (let k = 2, power = u * u; Math.abs(power) > 1e-17 * u * u; k++, power *= -u) sum += weight(k) * power;
  return sum;
}
