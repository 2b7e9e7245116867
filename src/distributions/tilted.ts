import { logBetaTails } from "../math/incompleteBeta.js";
import { logBinomialTerm } from "../math/saddle.js";

/**
 * A count given the totals, its chances in proportion to `weight(k) * exp(k * tilt)`: what is left of two Poisson counts
 * given their sum, or of a table of two by two given its margins, when the log of the ratio is `tilt`. All on the log scale.
 */
export interface Tilted {
  readonly least: number;
  readonly most: number;
  /** The chance of exactly `k`. */
  term(k: number, tilt: number): number;
  /** The chance of `k` or fewer; of less than the least, none. */
  lower(k: number, tilt: number): number;
  /** The chance of `k` or more; of more than the most, none. */
  upper(k: number, tilt: number): number;
  /** The tilt at which `j` is just as likely as the larger `k`. */
  even(j: number, k: number): number;
}

/**
 * How many of `n` events fall on one side, when the log of its odds is the tilt.
 *
 * @example
 * Math.exp(tiltedBinomial(2).lower(0, 0)) // 0.25
 */
export function tiltedBinomial(n: number): Tilted {
  const logTerm = (k: number, tilt: number): number => logBinomialTerm(k, n - k, shareOf(tilt), shareOf(-tilt));
  return {
    least: 0,
    most: n,
    term: logTerm,
    lower: (k, tilt) => {
      if (k >= n) return 0;
      return k < 0 ? -Infinity : logBetaTails(shareOf(tilt), k + 1, n - k, shareOf(-tilt)).upper;
    },
    upper: (k, tilt) => {
      if (k <= 0) return 0;
      return k > n ? -Infinity : logBetaTails(shareOf(tilt), k, n - k + 1, shareOf(-tilt)).lower;
    },
    even: (j, k) => {
      const between = (j + k) / 2;
      const tilt = Math.log(between / (n - between));
      return tilt + (logTerm(j, tilt) - logTerm(k, tilt)) / (k - j);
    },
  };
}

/** The same count seen from the other end: `-k` in place of `k`, so that what holds of upper limits gives the lower. */
export function mirrored(family: Tilted): Tilted {
  return {
    least: -family.most,
    most: -family.least,
    term: (k, tilt) => family.term(-k, -tilt),
    lower: (k, tilt) => family.upper(-k, -tilt),
    upper: (k, tilt) => family.lower(-k, -tilt),
    even: (j, k) => -family.even(-k, -j),
  };
}

function shareOf(tilt: number): number {
  return 1 / (1 + Math.exp(-tilt));
}
