import { sum } from "./sum.js";

/** The centre and the spread of numbers; `sd` is over n - 1, NaN for a single number. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/**
 * The mean and the standard deviation of numbers, in two passes with sums that keep what rounding would lose, so that
 * numbers which differ only in their eighth digit still give every digit of their spread.
 *
 * @see Chan, Golub & LeVeque (1983) The American Statistician 37, 242–247
 * @example
 * moments([10000001, 10000003, 10000002]).sd // 1
 */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  const rough = sum(values) / n;
  const gaps = Float64Array.from(values, (value) => value - rough);
  const off = sum(gaps) / n;
  const squares = sum(gaps.map((gap) => (gap - off) * (gap - off)));
  return { n, mean: rough + off, sd: Math.sqrt(squares / (n - 1)) };
}
