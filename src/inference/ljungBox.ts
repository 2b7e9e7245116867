import { InputError } from "../core/errors.js";
import { decimals, pText } from "../core/print.js";
import { chiSquareUpper } from "../distributions/gamma.js";
import { autocorrelation } from "../math/autocorrelation.js";
import { ratesOf } from "./ratesOf.js";
import { type Test, totalOf } from "./test.js";

/**
 * Whether counts remember earlier ones: Ljung and Box's sum of the squared autocorrelations up to `lag`, of the Pearson
 * residuals about the common rate (with equal exposures the same as of the counts). The estimate is the autocorrelation at
 * lag 1; `n` is periods.
 *
 * @throws InputError when the lag is not a whole number from 1, or a period has no exposure
 * @see Ljung & Box (1978) Biometrika 65, 297–303
 * @example
 * ljungBox({ lag: 1 }).test({ values: [1, 2, 3, 4], exposure: [1, 1, 1, 1] }, 0.95).statistic // 0.5
 */
export function ljungBox({ lag }: { lag: number }): Test {
  if (!(Number.isInteger(lag) && lag >= 1))
    throw new InputError(`ljungBox: lag needs a whole number from 1, got ${lag}`);
  return {
    name: `ljungBox({ lag: ${lag} })`,
    needs: lag + 2,
    test: (stretch) => {
      const rates = ratesOf(stretch, "ljungBox");
      const n = rates.length;
      const assumes = ["one rate throughout", "the chi-square approximation: many periods, and few lags among them"];
      const { count, exposure } = totalOf(stretch);
      const residuals = rates.map((rate, i) => (rate - count / exposure) * Math.sqrt(stretch.exposure[i]));
      if (rates.every((rate) => rate === rates[0]))
        return { n, reading: `${n} periods, all at one rate: nothing to correlate`, assumes };
      let sum = 0;
      for (let k = 1; k <= lag; k++) sum += autocorrelation(residuals, k) ** 2 / (n - k);
      const statistic = n * (n + 2) * sum;
      const p = Math.exp(chiSquareUpper(statistic, lag));
      const estimate = autocorrelation(residuals, 1);
      const upTo = lag === 1 ? "" : `; up to lag ${lag} together`;
      const reading = `${n} periods: autocorrelation ${decimals(estimate, 2)} at lag 1${upTo}, ${pText(p)}`;
      return { n, estimate, statistic, p, reading, assumes };
    },
  };
}
