import { decimals, numbered, pText } from "../core/print.js";
import { normalUpper } from "../distributions/normal.js";
import { checkWhole } from "./checkWhole.js";
import { atRisk, type Test, totalOf } from "./test.js";

/**
 * Whether more periods are without an event than Poisson counts at one rate would leave: the root of van den Broek's score
 * statistic, with the sign of the excess, and its upper tail. The estimate is quiet periods over those expected; `n` is periods
 * with exposure.
 *
 * @throws InputError when a count is not whole
 * @see van den Broek (1995) Biometrics 51, 738–743
 * @example
 * excessZeros().test({ values: [0, 0, 0, 4], exposure: [1, 1, 1, 1] }, 0.95).reading // "3 of 4 periods without an event, where 1.5 are expected, p = 0.0071"
 */
export function excessZeros(): Test {
  return {
    name: "excessZeros()",
    needs: 2,
    test: (whole) => {
      checkWhole(whole, "excessZeros");
      const { count, exposure } = totalOf(whole);
      const stretch = atRisk(whole);
      const n = stretch.values.length;
      const assumes = [
        "one rate throughout: a trend, a season or overdispersion of any kind also leaves more quiet periods",
        "the normal approximation: not to be trusted where few quiet periods are expected or seen",
      ];
      if (count === 0) return { n, reading: `no events in ${numbered(n, "period")}: nothing to expect`, assumes };
      let quiet = 0;
      let expected = 0;
      let excess = 0;
      let variance = 0;
      stretch.values.forEach((value, i) => {
        const mean = (count * stretch.exposure[i]) / exposure;
        expected += Math.exp(-mean);
        variance += expLess(mean);
        if (value === 0) quiet++;
        excess += value === 0 ? Math.expm1(mean) : -1;
      });
      const statistic = excess / Math.sqrt(variance);
      // Beyond a mean of 700 the chance of a quiet period leaves the numbers a machine has: then none is no news, one is all.
      const isKnown = Number.isFinite(statistic) && Number.isFinite(variance);
      const p = isKnown ? Math.exp(normalUpper(statistic)) : quiet === 0 ? 0.5 : 0;
      const reading = `${quiet} of ${numbered(n, "period")} without an event, where ${decimals(expected, 1)} are expected, ${pText(p)}`;
      const found = isKnown ? { statistic } : {};
      return { n, ...(expected > 0 && { estimate: quiet / expected }), ...found, p, reading, assumes };
    },
  };
}

/** e^x - 1 - x, without cancellation near 0. */
function expLess(x: number): number {
  if (x > 0.5) return Math.expm1(x) - x;
  let sum = 0;
  for (let k = 2, term = (x * x) / 2; term > 1e-17 * sum; k++, term *= x / k) sum += term;
  return sum;
}
