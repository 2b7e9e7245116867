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
  const over = (k: number): number => {
    if (k >= top) return Infinity;
    return p <= 0.5 ? tails(k).lower - (target - rounding) : target + rounding - tails(k + 1).upper;
  };
  return leastCount(over, Math.min(top, Math.max(0, Math.round(mean + sd * normalQuantile(p)))), sd);
}

/**
 * The least whole number from 0 at which `over` is 0 or more, when at all larger ones it is too; sought outwards from `start`, at first
 * about as far as `over` has to rise if it rises by 1 within `scale`.
 */
export function leastCount(over: (k: number) => number, start: number, scale: number): number {
  const overStart = over(start);
  let stride = Math.max(1, Math.round(Math.min(1, Math.abs(overStart)) * scale));
  if (overStart >= 0) {
    let [high, overHigh] = [start, overStart];
    for (; high > 0; stride *= 2) {
      const low = Math.max(0, high - stride);
      const overLow = over(low);
      if (overLow < 0) return leastBetween(over, { low, overLow, high, overHigh });
      [high, overHigh] = [low, overLow];
    }
    return 0;
  }
  let [low, overLow] = [start, overStart];
  for (; ; stride *= 2) {
    const high = low + stride;
    const overHigh = over(high);
    if (overHigh >= 0) return leastBetween(over, { low, overLow, high, overHigh });
    [low, overLow] = [high, overHigh];
  }
}

/** Two whole numbers between which `over` rises to 0 or more. */
export interface Bracket {
  readonly low: number;
  /** Below 0. */
  readonly overLow: number;
  readonly high: number;
  /** 0 or more. */
  readonly overHigh: number;
}

/**
 * The least whole number in a bracket at which `over` is 0 or more: by interpolation where it rises smoothly, and hardly ever
 * more looks than halving takes where it does not.
 *
 * @see Oliveira & Takahashi (2021) ACM Transactions on Mathematical Software 47(1), 5 (interpolate, truncate, project)
 */
export function leastBetween(over: (k: number) => number, bracket: Bracket): number {
  let { low, overLow, high, overHigh } = bracket;
  const truncation = 0.2 / (high - low);
  // Half of what may be left once as many looks are spent as halving takes, and one more.
  let radius = 2 ** Math.ceil(Math.log2(high - low));
  while (high - low > 1) {
    const middle = low + (high - low) / 2;
    // Above 2^53 there may be no number left between two.
    if (!(middle > low && middle < high)) return high;
    const line = low + (high - low) * (overLow / (overLow - overHigh));
    const step = truncation * (high - low) ** 2;
    const towards = Math.sign(middle - line);
    const nearer = step <= Math.abs(middle - line) ? line + towards * step : middle;
    const room = Math.max(0, radius - (high - low) / 2);
    const at = Math.abs(nearer - middle) <= room ? nearer : middle - towards * room;
    const near = Math.min(high - 1, Math.max(low + 1, Math.round(Number.isFinite(at) ? at : middle)));
    const k = near > low && near < high ? near : middle;
    const overK = over(k);
    if (overK >= 0) [high, overHigh] = [k, overK];
    else [low, overLow] = [k, overK];
    radius /= 2;
  }
  return high;
}
