import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { digamma } from "../math/digamma.js";

/** A log chance, and how it rises with the log of the mean and with alpha. */
export interface Term {
  readonly height: number;
  readonly byLogMean: number;
  readonly byAlpha: number;
}

/**
 * The log chance of a count whose variance is mean + alpha mean², alpha 0 for Poisson, and its two slopes.
 *
 * @see Lawless (1987) Canadian Journal of Statistics 15, 209–225
 * @example
 * negbinTerm(3, 2, 0).byLogMean // 1
 */
export function negbinTerm(k: number, mean: number, alpha: number): Term {
  const gap = k - mean;
  if (alpha === 0) return { height: logPoisson(k, mean), byLogMean: gap, byAlpha: (gap * gap - k) / 2 };
  const size = 1 / alpha;
  // The slope in alpha is size² times a difference that shrinks as fast as size² grows: both of its parts are taken in a
  // form without cancellation.
  const x = gap / (size + mean);
  return {
    height: logNegbin(k, mean, size),
    byLogMean: gap / (1 + alpha * mean),
    byAlpha: size * size * (logExcess(x) - digammaExcess(k, size)),
  };
}

/** x - log(1 + x). */
function logExcess(x: number): number {
  if (Math.abs(x) > 0.1) return x - Math.log1p(x);
  let sum = 0;
  for (let i = 2, power = x * x; Math.abs(power) > 1e-18 * Math.abs(sum); i++, power *= -x) sum += power / i;
  return sum;
}

/** digamma(size + k) - digamma(size) - log(1 + k / size), for a count k. */
function digammaExcess(k: number, size: number): number {
  if (k === 0) return 0;
  if (size < 20) return digamma(size + k) - digamma(size) - Math.log1p(k / size);
  const [from, to] = [1 / size, 1 / (size + k)];
  const gap = k * from * to;
  const [low, high] = [from * from, to * to];
  const squares = low + high;
  return gap * (1 / 2 + (from + to) * (1 / 12 - squares / 120 + (low * low + low * high + high * high) / 252));
}
