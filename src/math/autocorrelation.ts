import { moments } from "./moments.js";
import { sum } from "./sum.js";

/**
 * How alike numbers are to those `lag` places before: the sum of products of their gaps from the common mean, over the
 * sum of squares of all gaps, from -1 to 1. NaN where all numbers are alike.
 *
 * @see Box & Jenkins (1976) Time Series Analysis, 32
 * @example
 * autocorrelation([1, 2, 3, 4], 1) // 0.25
 */
export function autocorrelation(values: ArrayLike<number>, lag: number): number {
  const { mean } = moments(values);
  const gaps = Float64Array.from(values, (value) => value - mean);
  const off = sum(gaps) / gaps.length;
  for (let i = 0; i < gaps.length; i++) gaps[i] -= off;
  const products = gaps.subarray(lag).map((gap, i) => gap * gaps[i]);
  return sum(products) / sum(gaps.map((gap) => gap * gap));
}
