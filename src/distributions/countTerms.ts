import type { CountDistribution } from "../core/distribution.js";
import { countFamilyOf } from "./countFamilies.js";

/** The chances of the counts from `from` on. */
export interface CountTerms {
  readonly from: number;
  readonly terms: readonly number[];
}

/** Where to stop: what lies beyond `pivot` on either side is kept to the last digit, however small it is. */
export interface CountTermsOptions {
  readonly pivot: number;
  /** 1 for what is above 0 alone, scaled to add to 1. */
  readonly least?: 0 | 1;
  /** No more terms than these. */
  readonly most: number;
}

/**
 * The chances of all counts that matter, from one evaluation and the steps between; undefined where they are too many.
 *
 * @example
 * countTerms({ family: "poisson", mean: 0 }, { pivot: 0, most: 10 }) // { from: 0, terms: [1, 0] }
 */
export function countTerms(
  of: CountDistribution,
  { pivot, least = 0, most }: CountTermsOptions,
): CountTerms | undefined {
  const family = countFamilyOf(of);
  const top = "n" in of ? of.n : Infinity;
  const isWhole = of.family === "betaBinomial";
  if (isWhole && top > most) return undefined;
  const start = Math.min(top, Math.max(least, modeOf(of)));
  const rise = riseOf(of);
  const whole = least === 1 ? family.logTails(of, 1).upper : 0;
  const peak = Math.exp(family.logDensity(of, start) - whole);
  const falling: number[] = [];
  // A beta-binomial may fall and rise again, so that its small terms say nothing of those after them.
  const small = isWhole ? -1 : 1e-22 * peak;
  for (let k = start - 1, term = peak, rest = start < pivot ? peak : 0; k >= least; k--) {
    term /= rise(k);
    if (k < pivot) rest += term;
    falling.push(term);
    if (k < pivot ? !isWhole && term <= 1e-20 * rest : term <= small) break;
    if (falling.length > most) return undefined;
  }
  const terms = [...falling.reverse(), peak];
  for (let k = start, term = peak, rest = start > pivot ? peak : 0; k < top; k++) {
    term *= rise(k);
    if (k + 1 > pivot) rest += term;
    terms.push(term);
    if (k + 1 > pivot ? !isWhole && term <= 1e-20 * rest : term <= small) break;
    if (terms.length > most) return undefined;
  }
  return { from: start - falling.length, terms };
}

/** Where the chances are largest, or an end if they are large at both. */
function modeOf(of: CountDistribution): number {
  if (of.family === "poisson") return Math.floor(of.mean);
  if (of.family === "negbin") return of.size > 1 ? Math.floor(of.mean * (1 - 1 / of.size)) : 0;
  if (of.family === "binomial") return Math.floor((of.n + 1) * of.p);
  const { n, a, b } = of;
  if (a > 1 && b > 1) return Math.floor((n + 1) * ((a - 1) / (a + b - 2)));
  return a < b ? 0 : n;
}

/** The chance of `k + 1` over that of `k`. */
function riseOf(of: CountDistribution): (k: number) => number {
  if (of.family === "poisson") return (k) => of.mean / (k + 1);
  if (of.family === "negbin") {
    const share = of.mean / (of.size + of.mean);
    return (k) => ((k + of.size) / (k + 1)) * share;
  }
  if (of.family === "binomial") {
    const odds = of.p / (1 - of.p);
    return (k) => ((of.n - k) / (k + 1)) * odds;
  }
  const { n, a, b } = of;
  return (k) => ((n - k) / (k + 1)) * ((k + a) / (n - k - 1 + b));
}
