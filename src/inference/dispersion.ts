import { mean } from "simple-statistics";
import { decimals, numbered, pText, withInterval } from "../core/print.js";
import { chiSquareQuantile, chiSquareUpper } from "../distributions/gamma.js";
import { atRisk, type Stretch, type Test, totalOf } from "./test.js";

/**
 * How much more the counts vary than Poisson counts would: Pearson's chi-square over its degrees of freedom, 1 when they
 * vary just as much. With equal exposures this is variance over mean. `n` is the number of periods with exposure.
 *
 * @see Fisher (1950) Biometrics 6, 17–24
 * @example
 * dispersion().test({ values: [2, 4, 6], exposure: [1, 1, 1] }, 0.95).estimate // 1
 */
export function dispersion(): Test {
  return {
    name: "dispersion()",
    needs: 2,
    test: (whole, level) => {
      const stretch = atRisk(whole);
      const n = stretch.values.length;
      const assumes = [
        "one rate throughout, periods independent of each other: where they resemble their neighbours the interval is too short",
        "the chi-square approximation, good from a mean of about 5",
      ];
      if (totalOf(whole).count === 0)
        return { n, reading: `no events in ${numbered(n, "period")}: nothing to vary`, assumes };
      if (n === 1) return { n, reading: "one period with exposure: nothing to vary from", assumes };
      const statistic = pearson(stretch);
      const df = n - 1;
      const estimate = statistic / df;
      const tail = (1 - level) / 2;
      const interval = [statistic / chiSquareQuantile(1 - tail, df), statistic / chiSquareQuantile(tail, df)] as const;
      const p = Math.exp(chiSquareUpper(statistic, df));
      const average = decimals(mean([...stretch.values]), 1);
      const reading = `${n} periods, mean ${average}: variance ${withInterval(estimate, interval, 2)} times the mean, ${pText(p)}`;
      return { n, estimate, interval, statistic, p, reading, assumes };
    },
  };
}

/** Pearson's chi-square of counts about the rate they share. */
export function pearson(stretch: Stretch): number {
  const total = totalOf(stretch);
  let sum = 0;
  for (let i = 0; i < stretch.values.length; i++) {
    const expected = (stretch.exposure[i] * total.count) / total.exposure;
    if (expected > 0) sum += (stretch.values[i] - expected) ** 2 / expected;
  }
  return sum;
}
