import { logNegbin } from "../distributions/negbin.js";
import { logPoisson, poissonTails } from "../distributions/poisson.js";
import { logBetaTails } from "../math/incompleteBeta.js";
import type { LogTails } from "../math/incompleteGamma.js";

/** Logs of the chance of `k` or fewer and of `k` or more, of a Poisson count or, with a size, a negative binomial one. */
export function countTails(k: number, mean: number, size?: number): LogTails {
  if (size === undefined || mean === 0) return poissonTails(k, mean);
  const [p, q] = [size / (size + mean), mean / (size + mean)];
  const upper = k === 0 ? 0 : logBetaTails(q, k, size, p).lower;
  return { lower: logBetaTails(p, size, k + 1, q).lower, upper };
}

/** The chances of 0, 1, 2, … up to `most`. */
export function countChances(most: number, mean: number, size?: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, k) =>
    Math.exp(size === undefined ? logPoisson(k, mean) : logNegbin(k, mean, size)),
  );
}

/** The least count that is exceeded with a chance of at most `beyond`. */
export function countQuantile(beyond: number, mean: number, size?: number): number {
  const isEnough = (k: number): boolean => countTails(k + 1, mean, size).upper <= Math.log(beyond);
  let high = 1;
  while (!isEnough(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
