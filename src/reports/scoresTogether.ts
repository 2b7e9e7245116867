import { logNb1 } from "../distributions/nb1.js";
import { drawer } from "./drawForecasts.js";
import type { Seen } from "./scorer.js";
import type { StoryFit } from "./storyFit.js";

/** How many draws of what a hypothesis leaves open stand for it. */
const many = 2000;

/**
 * Gives the log chance of made data under a fitted hypothesis where only their sum over zones is seen: the mean over draws
 * of sizes, ends, dispersions and rates of the chance of the sums, each negative binomial with the mean and variance of
 * the zones' together.
 */
export function scoresTogether(
  fit: StoryFit,
  { zones, periods }: Seen,
  uniform: () => number,
): (sets: readonly (readonly (readonly number[])[])[]) => readonly number[] {
  const draw = drawer(fit, uniform);
  const draws = Array.from({ length: many }, () => {
    const { phis, means } = draw();
    return periods.map((t) => {
      let [mean, variance] = [0, 0];
      for (const z of zones) {
        mean += means[z][t];
        variance += phis[z] * means[z][t];
      }
      return { mean, phi: variance / mean };
    });
  });
  return (sets) => {
    const sums = sets.map((counts) => periods.map((t) => zones.reduce((sum, z) => sum + counts[z][t], 0)));
    const most = periods.map((_, t) => Math.max(...sums.map((sum) => sum[t])));
    const tops = new Float64Array(sums.length).fill(-Infinity);
    const totals = new Float64Array(sums.length);
    for (const point of draws) {
      const rows = point.map(({ mean, phi }, t) => rowOf(mean, phi, most[t]));
      sums.forEach((sum, set) => {
        let log = 0;
        for (let t = 0; t < rows.length; t++) log += rows[t][sum[t]];
        if (log > tops[set]) {
          totals[set] = totals[set] * Math.exp(tops[set] - log) + 1;
          tops[set] = log;
        } else totals[set] += Math.exp(log - tops[set]);
      });
    }
    return Array.from(totals, (total, set) => tops[set] + Math.log(total / many));
  };
}

/** Log chances of 0, 1, and so on. */
function rowOf(mean: number, phi: number, most: number): Float64Array {
  const row = new Float64Array(most + 1);
  row[0] = logNb1(0, mean, phi);
  const size = phi === 1 ? 0 : mean / (phi - 1);
  for (let k = 0; k < most; k++) {
    const step = phi === 1 ? mean / (k + 1) : ((k + size) / (k + 1)) * (1 - 1 / phi);
    row[k + 1] = row[k] + Math.log(step);
  }
  return row;
}
