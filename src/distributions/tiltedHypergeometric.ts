import { logComplement } from "../math/incompleteGamma.js";
import { logBinomialTerm } from "../math/saddle.js";
import type { Tilted } from "./tilted.js";

/**
 * How many of `drawn` come from the first of two urns that hold `first` and `second`, when the log of the odds ratio
 * between the urns is the tilt: Fisher's noncentral hypergeometric distribution. Summed outward from where it is asked,
 * so that tails of 1e-300 keep their digits; the time grows with the standard deviation.
 *
 * @see Fisher (1935) Journal of the Royal Statistical Society 98, 39–54; Liao & Rosen (2001) American Statistician 55, 366–369
 * @example
 * Math.exp(tiltedHypergeometric(2, 2, 2).term(1, 0)) // 0.6666666666666666
 */
export function tiltedHypergeometric(
  first: number,
  second: number,
  drawn: number,
): Tilted & { mean(tilt: number): number } {
  const least = Math.max(0, drawn - second);
  const most = Math.min(drawn, first);
  /** The chance of `k + 1` over that of `k`. */
  const rise = (k: number, odds: number): number =>
    ((first - k) / (k + 1)) * ((drawn - k) / (second - drawn + k + 1)) * odds;

  /** The largest count that is at least as likely as the one before it. */
  function modeOf(odds: number): number {
    let low = least;
    let high = most;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (rise(middle - 1, odds) >= 1) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** What lies from `k` outward, its own term counted as 1. */
  function outward(k: number, odds: number, step: 1 | -1): number {
    let term = 1;
    let sum = 1;
    for (let j = k; step === 1 ? j < most : j > least; j += step) {
      term *= step === 1 ? rise(j, odds) : 1 / rise(j - 1, odds);
      sum += term;
      if (term < 1e-17 * sum) break;
    }
    return sum;
  }

  function even(j: number, k: number): number {
    const between = (j + k) / 2;
    const [one, other] = [between / first, (drawn - between) / second];
    const tilt = Math.log(between / (first - between)) - Math.log((drawn - between) / (second - drawn + between));
    const log = (at: number): number =>
      logBinomialTerm(at, first - at, one, 1 - one) +
      logBinomialTerm(drawn - at, second - drawn + at, other, 1 - other);
    return tilt + (log(j) - log(k)) / (k - j);
  }

  function term(k: number, tilt: number): number {
    const odds = Math.exp(tilt);
    const mode = modeOf(odds);
    const whole = Math.log(outward(mode, odds, 1) + outward(mode, odds, -1) - 1);
    if (k === mode) return -whole;
    return (k < mode ? (mode - k) * (even(k, mode) - tilt) : (k - mode) * (tilt - even(mode, k))) - whole;
  }

  function lower(k: number, tilt: number): number {
    if (k >= most) return 0;
    if (k < least) return -Infinity;
    const odds = Math.exp(tilt);
    if (k < modeOf(odds)) return Math.min(0, term(k, tilt) + Math.log(outward(k, odds, -1)));
    return logComplement(Math.min(0, term(k + 1, tilt) + Math.log(outward(k + 1, odds, 1))));
  }

  function upper(k: number, tilt: number): number {
    if (k <= least) return 0;
    if (k > most) return -Infinity;
    const odds = Math.exp(tilt);
    if (k > modeOf(odds)) return Math.min(0, term(k, tilt) + Math.log(outward(k, odds, 1)));
    return logComplement(Math.min(0, term(k - 1, tilt) + Math.log(outward(k - 1, odds, -1))));
  }

  function mean(tilt: number): number {
    const odds = Math.exp(tilt);
    const mode = modeOf(odds);
    let sum = 1;
    let moved = 0;
    for (const step of [1, -1] as const) {
      for (let term = 1, j = mode; term >= 1e-19 * sum && (step === 1 ? j < most : j > least); ) {
        term *= step === 1 ? rise(j, odds) : 1 / rise(j - 1, odds);
        j += step;
        sum += term;
        moved += (j - mode) * term;
      }
    }
    return mode + moved / sum;
  }

  return { least, most, term, lower, upper, even, mean };
}
