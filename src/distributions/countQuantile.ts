import type { LogTails } from "../math/incompleteGamma.js";
import { normalQuantile } from "./normal.js";

/** A count's distribution, as far as its quantiles need it. */
export interface CountTails {
  readonly mean: number;
  readonly sd: number;
  /** The largest count that can be, or Infinity. */
  readonly top: number;
  readonly tails: (k: number) => LogTails;
}

/**
 * The least count `k` with P(X <= k) >= p, judged by the smaller tail, so that both ends keep their digits. A `p` that
 * differs from P(X <= k) by rounding alone counts as reached.
 *
 * @example
 * countQuantile(0.5, { mean: 1, sd: 1, top: 3, tails: (k) => ({ lower: Math.log((k + 1) / 4), upper: Math.log(1 - k / 4) }) }) // 1
 */
export function countQuantile(p: number, { mean, sd, top, tails }: CountTails): number {
  if (p === 0 || top === 0) return 0;
  if (p === 1) return top;
  const target = p <= 0.5 ? Math.log(p) : Math.log(1 - p + 2 ** -54);
  const rounding = 1e-14 + 1e-15 * Math.abs(target);
  const reaches = (k: number): boolean =>
    k >= top || (p <= 0.5 ? tails(k).lower >= target - rounding : tails(k + 1).upper <= target + rounding);
  return leastCount(reaches, Math.min(top, Math.max(0, Math.round(mean + sd * normalQuantile(p)))));
}

/** The least whole number from 0 that `reaches`, when all larger ones do too; sought outwards from `start`. */
export function leastCount(reaches: (k: number) => boolean, start: number): number {
  let low = -1;
  let high = start;
  if (reaches(start)) {
    for (let stride = 1; high - stride >= 0; stride *= 2) {
      if (!reaches(high - stride)) {
        low = high - stride;
        break;
      }
      high -= stride;
    }
  } else {
    low = start;
    high = start + 1;
    for (let stride = 1; !reaches(high); stride *= 2) {
      low = high;
      high += 2 * stride;
    }
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
