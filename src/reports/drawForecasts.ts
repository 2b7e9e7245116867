import { sampleNb1 } from "../distributions/sampleNb1.js";
import { logSumOf } from "./grids.js";
import type { StoryFit } from "./storyFit.js";

/** What one draw from a fitted hypothesis supposes: in each zone the dispersion and the mean of each period. */
export interface Drawn {
  readonly phis: readonly number[];
  readonly means: readonly (readonly number[])[];
}

/** Draws sizes, an end, dispersions and rates from what came before the forecast: a function that gives another at each call. */
export function drawer(fit: StoryFit, uniform: () => number): () => Drawn {
  const sums = fit.zones.map((zone) => zone.before.map((row) => logSumOf(row)));
  const logs = fit.points.map(({ prior, combinations }) =>
    combinations.reduce((sum, combination, z) => sum + sums[z][combination], prior),
  );
  const points = running(logs.map((log) => Math.exp(log - logSumOf(logs))));
  const phis = fit.zones.map((zone, z) =>
    zone.before.map((row, c) => running(Array.from(row, (log) => Math.exp(log - sums[z][c])))),
  );
  const rates = new Map<Float64Array, Float64Array>();
  return () => {
    const { combinations } = fit.points[picked(points, uniform())];
    const own: number[] = [];
    const means = fit.zones.map((zone, z) => {
      const combination = combinations[z];
      const p = picked(phis[z][combination], uniform());
      own.push(zone.phis[p]);
      const { start, stride, values } = zone.ahead(combination, p);
      const sums = rates.get(values) ?? running(values);
      rates.set(values, sums);
      const rate = start + picked(sums, uniform()) * stride * zone.tables.step;
      return Array.from(zone.shifts[combination], (shift) => Math.exp(rate + shift));
    });
    return { phis: own, means };
  };
}

/** Counts made at the means of a draw: a row a zone. */
export function countsAt({ phis, means }: Drawn, uniform: () => number): readonly (readonly number[])[] {
  return means.map((row, z) => row.map((mean) => sampleNb1(mean, phis[z], uniform())));
}

function running(weights: ArrayLike<number>): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum;
  });
}

/** Where a uniform number falls among running sums. */
function picked(sums: Float64Array, at: number): number {
  const aim = at * sums[sums.length - 1];
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > aim) high = middle;
    else low = middle + 1;
  }
  return low;
}
