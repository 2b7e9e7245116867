import { pText, withInterval } from "../core/print.js";
import { normalQuantile, normalUpper } from "../distributions/normal.js";
import { solve } from "../math/solve.js";
import type { Comparison } from "./compare.js";
import { partOf } from "./partOf.js";
import { wilson } from "./share.js";

/**
 * By how much the later share lies above the earlier one, by Newcombe's hybrid of two Wilson intervals, which keeps to
 * -1 and 1 and covers well in small samples. `values` count the kind, `exposure` the whole. Its p is one less the level
 * at which the interval just touches no difference. `n` is the whole of both.
 *
 * @throws InputError when the whole is 0, a part exceeds it, or either is not a whole number
 * @see Newcombe (1998) Statistics in Medicine 17, 873–890, method 10
 * @example
 * shareDifference().compare({ values: [48], exposure: [80] }, { values: [56], exposure: [70] }, 0.95).reading // "56 of 70 against 48 of 80: a share higher by 0.2000 [0.0524, 0.3339], p = 0.0081"
 */
export function shareDifference(): Comparison {
  return {
    name: "shareDifference()",
    needs: 2,
    asks: "difference",
    compare: (before, after, level) => {
      const first = partOf(before, "shareDifference");
      const last = partOf(after, "shareDifference");
      const estimate = last.part / last.whole - first.part / first.whole;
      const z = normalQuantile(1 - (1 - level) / 2);
      const interval = [estimate - reachBelow(first, last, z), estimate + reachBelow(last, first, z)] as const;
      const [lower, higher] = estimate < 0 ? [last, first] : [first, last];
      const p = Math.min(1, 2 * Math.exp(normalUpper(touching(lower, higher, Math.abs(estimate)))));
      const way = estimate < 0 ? "lower" : "higher";
      const size =
        estimate < 0 ? withInterval(-estimate, [-interval[1], -interval[0]], 4) : withInterval(estimate, interval, 4);
      return {
        n: first.whole + last.whole,
        estimate,
        interval,
        p,
        reading: `${last.part} of ${last.whole} against ${first.part} of ${first.whole}: a share ${way} by ${size}, ${pText(p)}`,
        assumes: [
          "each event is of the kind independently, with one chance in each stretch: where events of a kind come together, it is surer than it should be",
          "Wilson's approximation",
        ],
      };
    },
  };
}

type Part = ReturnType<typeof partOf>;

/** How far the interval reaches below the difference of the second share less the first. */
function reachBelow(first: Part, last: Part, z: number): number {
  const down = last.part / last.whole - wilson(last.part, last.whole, z)[0];
  const up = wilson(first.part, first.whole, z)[1] - first.part / first.whole;
  return Math.hypot(down, up);
}

/** How many standard errors out the interval of a difference from 0 just reaches 0. */
function touching(lower: Part, higher: Part, difference: number): number {
  if (difference === 0) return 0;
  let far = 1;
  while (reachBelow(lower, higher, far) < difference && far < 1e9) far *= 2;
  return far < 1e9 ? solve((z) => reachBelow(lower, higher, z) - difference, 0, far) : far;
}
