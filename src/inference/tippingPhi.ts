import { decimals } from "../core/print.js";
import { normalQuantile } from "../distributions/normal.js";
import type { Comparison } from "./compare.js";
import { totalOf } from "./test.js";

/**
 * How overdispersed the counts would have to be (variance over mean) before the change stops being clear at this level.
 * Below 1 it is not clear even for Poisson counts. Without an event on one of the sides it gives no estimate.
 *
 * @example
 * tippingPhi().compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "stops being clear when the variance is 3.44 times the mean"
 */
export function tippingPhi(): Comparison {
  return {
    name: "tippingPhi()",
    needs: 2,
    compare: (before, after, level) => {
      const first = totalOf(before);
      const last = totalOf(after);
      const n = first.count + last.count;
      const assumes = ["the normal approximation to the log ratio"];
      if (first.count === 0 || last.count === 0)
        return { n, reading: "no ratio without events on both sides", assumes };
      const log = Math.log(last.count / last.exposure / (first.count / first.exposure));
      const z = normalQuantile(1 - (1 - level) / 2);
      const estimate = (log / z) ** 2 / (1 / first.count + 1 / last.count);
      const reading =
        estimate < 1
          ? `not clear even if the counts vary as Poisson counts (phi ${decimals(estimate, 2)})`
          : `stops being clear when the variance is ${decimals(estimate, 2)} times the mean`;
      return { n, estimate, reading, assumes };
    },
  };
}
