import { InputError } from "../core/errors.js";
import type { Derivation, Indicator, Numbers } from "./derive.js";

/**
 * The sum over the last so many periods, this one included, or their mean: what was counted over the exposure of the same
 * stretch, both summed first, so that a cut month weighs as what it is and a share is the share of the whole stretch.
 * The sum of a share or ratio is that of the counts above its line. Not defined before the first full window.
 *
 * @throws InputError when the window is not a whole number from 1
 * @see Hyndman & Athanasopoulos (2021) Forecasting: Principles and Practice, 3rd ed., section 3.3
 * @example
 * rolling(12, "sum").name // 'rolling(12, "sum")'
 */
export function rolling(window: number, as: "sum" | "mean"): Indicator {
  if (!Number.isInteger(window) || window < 1)
    throw new InputError(`rolling: needs a whole number of periods from 1, got ${window}`);
  return {
    name: `rolling(${window}, "${as}")`,
    needs: window,
    derive: (numbers) => {
      const { unit, values } = pooled(numbers, as, (t) => t - window + 1);
      return { unit: as === "sum" ? `${unit} in ${window} ${numbers.every}s` : unit, values };
    },
  };
}

/** The sum or mean of each stretch that ends with a period; NaN where it would begin before the series, or has no exposure. */
export function pooled(numbers: Numbers, as: "sum" | "mean", first: (t: number) => number): Derivation {
  const { values, periods, counted, every, ratio } = numbers;
  const found = values.map((_, t) => {
    if (first(t) < 0) return Number.NaN;
    let [count, exposure] = [0, 0];
    for (let i = first(t); i <= t; i++) {
      count += values[i];
      exposure += periods[i];
    }
    if (as === "sum") return count;
    return exposure > 0 ? count / exposure : Number.NaN;
  });
  return { unit: as === "sum" ? counted : (ratio ?? `${counted} per ${every}`), values: found };
}
