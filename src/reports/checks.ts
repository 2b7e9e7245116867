import { quantile } from "simple-statistics";
import type { Interval } from "../core/finding.js";
import type { PredictiveCheck } from "../core/weighed.js";
import { moments } from "../math/moments.js";

/** Features of a zone's counts by which a forecast may be found unlike what came. */
const features: readonly (readonly [PredictiveCheck["of"], (counts: readonly number[]) => number])[] = [
  ["total", sumOf],
  ["largest period", (counts) => Math.max(...counts)],
  ["variance over mean", varianceOverMean],
  ["periods without events", (counts) => counts.filter((one) => one === 0).length],
];

/** How a zone's counts compare with forecasts drawn before they came, feature by feature. */
export function checksOf(
  zone: string,
  observed: readonly number[],
  made: readonly (readonly number[])[],
): readonly PredictiveCheck[] {
  return features.flatMap(([of, feature]) => {
    const seen = feature(observed);
    const drawn = made.map(feature);
    if (of === "periods without events" && seen === 0 && drawn.every((one) => one === 0)) return [];
    if (of === "variance over mean" && observed.length < 2) return [];
    const low = drawn.filter((one) => one <= seen).length;
    const high = drawn.filter((one) => one >= seen).length;
    const { median, interval } = summaryOf(drawn);
    const tail = Math.min(1, (2 * (1 + Math.min(low, high))) / (1 + drawn.length));
    return [{ zone, of, observed: seen, expected: median, interval, tail }];
  });
}

/** The mean and median of numbers, and 95% of them. */
export function summaryOf(numbers: readonly number[]): { mean: number; median: number; interval: Interval } {
  return {
    mean: sumOf(numbers) / numbers.length,
    median: quantile([...numbers], 0.5),
    interval: [quantile([...numbers], 0.025), quantile([...numbers], 0.975)],
  };
}

export function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Of counts that are all 0, 0. */
function varianceOverMean(counts: readonly number[]): number {
  const { mean, sd } = moments(counts);
  return mean === 0 ? 0 : sd ** 2 / mean;
}
