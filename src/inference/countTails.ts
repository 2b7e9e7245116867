import { logNegbin, negbinTails } from "../distributions/negbin.js";
import { logPoisson, poissonTails } from "../distributions/poisson.js";
import type { LogTails } from "../math/incompleteGamma.js";

/** Logs of the chance of `k` or fewer and of `k` or more, of a Poisson count or, with a size, a negative binomial one. */
export function countTails(k: number, mean: number, size?: number): LogTails {
  return size === undefined ? poissonTails(k, mean) : negbinTails(k, mean, size);
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
