import { InputError } from "../core/errors.js";
import { tiltedBinomial } from "../distributions/tilted.js";
import type { Comparison } from "./compare.js";
import { type ExactMethod, exactMethod } from "./exactMethod.js";
import { poissonCounts, ratioOutcome } from "./ratioOutcome.js";
import { totalOf } from "./test.js";

/**
 * How many times the earlier rate the later one is, by the exact conditional test: given the sum, the later count is
 * binomial. The interval is the smallest that holds every ratio which the test at the same level does not reject.
 * `central` doubles the smaller tail; `minlike` and `blaker` are never so cautious on the whole, but the ratios they do
 * not reject can leave a hole, and where 1 lies in one the outcome says so; `mid-p` counts half of what was observed.
 *
 * @throws InputError when there is no event on either side: nothing is known of the ratio; for minlike and Blaker also
 * when a count is not whole
 * @see Przyborowski & Wilenski (1940) Biometrika 31, 313–323; Fay (2010) R Journal 2(1), 53–58
 * @example
 * rateRatio("central").compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "44 events against 144: 0.5347 [0.3725, 0.7542] times the rate, p = 0.00019"
 */
export function rateRatio(method: ExactMethod): Comparison {
  return {
    name: `rateRatio("${method}")`,
    needs: 2,
    seesSums: true,
    ...((method === "central" || method === "mid-p") && { equalTails: true }),
    compare: (before, after, level) => {
      const first = totalOf(before);
      const last = totalOf(after);
      const n = first.count + last.count;
      if (n === 0) throw new InputError("rateRatio: no event on either side");
      if (
        (method === "minlike" || method === "blaker") &&
        !(Number.isInteger(first.count) && Number.isInteger(last.count))
      )
        throw new InputError(`rateRatio: ${method} needs whole counts, got ${last.count} and ${first.count}`);
      const odds = last.exposure / first.exposure;
      const { p, low, high, isInHole } = exactMethod(tiltedBinomial(n), last.count, Math.log(odds), method, level);
      return ratioOutcome({
        first: first.count,
        last: last.count,
        ...(first.count > 0 && { estimate: last.count / first.count / odds }),
        low: Math.exp(low) / odds,
        high: Math.exp(high) / odds,
        p,
        assumes: [
          ...poissonCounts,
          ...(isInHole
            ? ["1 is rejected though it lies inside the interval, in a hole among the ratios not rejected"]
            : []),
        ],
      });
    },
  };
}
