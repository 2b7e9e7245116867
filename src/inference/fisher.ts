import { decimals, pText, withInterval } from "../core/print.js";
import { tiltedHypergeometric } from "../distributions/tiltedHypergeometric.js";
import { solve } from "../math/solve.js";
import type { Comparison } from "./compare.js";
import { type ExactMethod, exactMethod } from "./exactMethod.js";
import { partOf } from "./partOf.js";

/**
 * How many times the earlier odds of being of the kind the later odds are, by Fisher's exact test: given how many were of
 * the kind in all. `values` count the kind, `exposure` the whole. The estimate is the conditional one, and the interval
 * is the smallest that holds every odds ratio which the test at the same level does not reject; `minlike` is what is
 * mostly called Fisher's two-sided test. Where all or none are of the kind, nothing is known. `n` is the whole of both.
 *
 * @throws InputError when the whole is 0, a part exceeds it, or either is not a whole number
 * @see Fisher (1935) Journal of the Royal Statistical Society 98, 39–54; Fay (2010) Biostatistics 11, 373–374
 * @example
 * fisher("central").compare({ values: [3], exposure: [10] }, { values: [8], exposure: [10] }, 0.95).reading // "8 of 10 against 3 of 10: 8.1538 [0.8821, 127.0090] times the odds, p = 0.07"
 */
export function fisher(method: ExactMethod): Comparison {
  return {
    name: `fisher("${method}")`,
    needs: 2,
    compare: (before, after, level) => {
      const first = partOf(before, "fisher");
      const last = partOf(after, "fisher");
      const n = first.whole + last.whole;
      const counts = `${last.part} of ${last.whole} against ${first.part} of ${first.whole}`;
      const assumes = [
        "each event is of the kind independently, with one chance in each stretch: where events of a kind come together, it is surer than it should be",
      ];
      const family = tiltedHypergeometric(last.whole, first.whole, first.part + last.part);
      if (family.least === family.most) {
        const all = family.most === 0 ? "none" : "all";
        return {
          n,
          interval: [0, null],
          p: 1,
          reading: `${counts}: ${all} of the kind, nothing known of the odds`,
          assumes,
        };
      }
      const { p, low, high, isInHole } = exactMethod(family, last.part, 0, method, level);
      const estimate = Math.exp(likeliestTilt(family, last.part));
      const interval = [Math.exp(low), high === Infinity ? null : Math.exp(high)] as const;
      const size = estimate === Infinity ? `at least ${decimals(interval[0], 4)}` : withInterval(estimate, interval, 4);
      if (isInHole)
        assumes.push("1 is rejected though it lies inside the interval, in a hole among those not rejected");
      return {
        n,
        ...(estimate < Infinity && { estimate }),
        interval,
        p,
        reading: `${counts}: ${size} times the odds, ${pText(p)}`,
        assumes,
      };
    },
  };
}

/** The log odds ratio under which just this many would be expected. */
export function likeliestTilt({ least, most, mean }: ReturnType<typeof tiltedHypergeometric>, x: number): number {
  if (x === least) return -Infinity;
  if (x === most) return Infinity;
  let reach = 1;
  while (mean(-reach) > x || mean(reach) < x) reach *= 2;
  return solve((tilt) => mean(tilt) - x, -reach, reach);
}
