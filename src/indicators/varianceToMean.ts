import { InputError } from "../core/errors.js";
import type { Indicator } from "./derive.js";

/**
 * How much more the counts of the last so many periods vary than Poisson counts would: variance over mean, 1 where they
 * vary just as much, above it where events come in bursts or the rate moved. A cut period is weighed by its exposure
 * (Pearson's chi-square over its degrees of freedom). Not defined before the first full window, nor where nothing was counted.
 *
 * @throws InputError when the window is not a whole number from 2, or the series is a share or ratio
 * @see Fisher (1950) Biometrics 6, 17–24
 * @example
 * varianceToMean(12).name // "varianceToMean(12)"
 */
export function varianceToMean(window: number): Indicator {
  if (!Number.isInteger(window) || window < 2)
    throw new InputError(`varianceToMean: needs a whole number of periods from 2, got ${window}`);
  return {
    name: `varianceToMean(${window})`,
    needs: window,
    derive: ({ values, periods, ratio }) => {
      if (ratio !== undefined) throw new InputError(`varianceToMean: needs counts, got a ratio (${ratio})`);
      const found = values.map((_, t) =>
        t < window - 1
          ? Number.NaN
          : pearson(values.slice(t - window + 1, t + 1), periods.slice(t - window + 1, t + 1)),
      );
      return { unit: "variance / mean", values: found };
    },
  };
}

function pearson(values: readonly number[], exposure: readonly number[]): number {
  const total = values.reduce((sum, one) => sum + one, 0);
  if (total === 0) return Number.NaN;
  const pooled = total / exposure.reduce((sum, one) => sum + one, 0);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const expected = pooled * exposure[i];
    if (expected > 0) squares += (values[i] - expected) ** 2 / expected;
  }
  return squares / (values.length - 1);
}
