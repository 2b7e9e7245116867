import { withInterval } from "../core/print.js";
import { clopperPearson } from "../distributions/clopperPearson.js";
import { normalQuantile } from "../distributions/normal.js";
import { partOf } from "./partOf.js";
import type { Test } from "./test.js";

export { clopperPearson } from "../distributions/clopperPearson.js";

/**
 * What share of the whole was of a kind, with an interval. `values` count the kind, `exposure` the whole. Clopper and
 * Pearson's interval never covers less than it says; Wilson's is shorter and covers as much on average.
 *
 * @throws InputError when the whole is 0, a part exceeds it, or either is not a whole number
 * @see Clopper & Pearson (1934) Biometrika 26, 404–413; Wilson (1927) JASA 22, 209–212
 * @example
 * share("clopper-pearson").test({ values: [11], exposure: [16] }, 0.95).reading // "11 of 16: a share of 0.69 [0.41, 0.89]"
 */
export function share(method: "clopper-pearson" | "wilson"): Test {
  return {
    name: `share("${method}")`,
    needs: 1,
    test: (stretch, level) => {
      const { part: count, whole } = partOf(stretch, "share");
      const estimate = count / whole;
      const interval =
        method === "wilson"
          ? wilson(count, whole, normalQuantile(1 - (1 - level) / 2))
          : clopperPearson(count, whole, level);
      return {
        n: whole,
        estimate,
        interval,
        reading: `${count} of ${whole}: a share of ${withInterval(estimate, interval, 2)}`,
        assumes: [
          "each event is of the kind independently, with one chance: where events of a kind come together, it is surer than it should be",
        ],
      };
    },
  };
}

/** Wilson's limits for a share, `z` standard errors out. */
export function wilson(count: number, whole: number, z: number): readonly [number, number] {
  const centre = count + (z * z) / 2;
  const reach = z * Math.sqrt((count * (whole - count)) / whole + (z * z) / 4);
  const scale = whole + z * z;
  return [count === 0 ? 0 : (centre - reach) / scale, count === whole ? 1 : (centre + reach) / scale];
}
