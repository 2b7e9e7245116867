import { normalQuantile } from "../distributions/normal.js";
import { autocorrelation } from "../math/autocorrelation.js";
import { senSlope } from "./senSlope.js";

/**
 * How many times its variance under independence Kendall's S has, by the autocorrelations of the ranks of what Sen's slope
 * leaves: only those clear at 95% count. It may fall to 0 or below, where the correction says nothing.
 *
 * @see Hamed & Rao (1998) Journal of Hydrology 204, 182–196
 * @example
 * hamedRao([3, 1, 4, 1, 5]) // 1
 */
export function hamedRao(rates: readonly number[]): number {
  const n = rates.length;
  const { slope } = senSlope(rates, Infinity);
  const ranks = ranksOf(rates.map((rate, i) => rate - slope * i));
  if (ranks.every((rank) => rank === ranks[0])) return 1;
  const clear = normalQuantile(0.975) / Math.sqrt(n);
  let sum = 0;
  for (let lag = 1; lag < n - 2; lag++) {
    const correlation = autocorrelation(ranks, lag);
    if (Math.abs(correlation) > clear) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
}

/** The rank of each value, the middle one where values are equal but for rounding. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((one, other) => values[one] - values[other]);
  const slack = 1e-12 * Math.max(...values.map(Math.abs));
  const ranks = new Array<number>(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]] - values[order[from]] <= slack) to++;
    for (let at = from; at < to; at++) ranks[order[at]] = (from + to + 1) / 2;
  }
  return ranks;
}
