import { logSum } from "../math/logSum.js";
import { logSumOf } from "./grids.js";
import { originOf } from "./logTables.js";
import type { StoryFit } from "./storyFit.js";
import type { ZoneFit } from "./zoneFit.js";

/** Which zones and periods of made data are seen, by their places. */
export interface Seen {
  readonly zones: readonly number[];
  readonly periods: readonly number[];
}

/** The even rates of one dispersion under one combination, and where their first stands in the tables of each period. */
interface Run {
  readonly p: number;
  readonly weights: Float64Array;
  readonly stride: number;
  readonly at: readonly number[];
}

/** Dispersions with less than this share of a combination's weight are left out. */
const least = 0.04;

/**
 * Gives the log chance of any counts (a row a zone) under a fitted hypothesis. Quick rather than exact: rates are taken at
 * the nearest point of the tables' lattice.
 */
export function scorer(fit: StoryFit, { zones, periods }: Seen): (counts: readonly (readonly number[])[]) => number {
  const totals = fit.zones.map((zone) => zone.before.map((row) => logSumOf(row)));
  const logs = fit.points.map(({ prior, combinations }) =>
    combinations.reduce((sum, combination, z) => sum + totals[z][combination], prior),
  );
  const whole = logSumOf(logs);
  const priors = logs.map((log) => log - whole);
  const runs = zones.map((z) => {
    const needed = new Set(fit.points.map((point) => point.combinations[z]));
    const zone = fit.zones[z];
    return [...needed].map((combination) => ({ combination, some: runsOf(zone, combination, periods) }));
  });
  const reaches = runs.map((own) => {
    const some = own.flatMap((one) => one.some);
    const from = Math.min(...some.map((run) => Math.min(...run.at)));
    const to = Math.max(...some.map((run) => Math.max(...run.at) + run.stride * run.weights.length));
    return { from, to, used: [...new Set(some.map((run) => run.p))] };
  });
  const sums = zones.map((z) => new Float64Array(fit.zones[z].before.length));
  const scores = new Float64Array(fit.points.length);
  return (counts) => {
    zones.forEach((z, i) => {
      const { tables, phis } = fit.zones[z];
      const { from, to, used } = reaches[i];
      const rows: Float64Array[][] = [];
      for (const p of used) rows[p] = periods.map((t) => tables.of(counts[z][t], phis[p], from, to));
      const origin = originOf(tables.step);
      for (const { combination, some } of runs[i]) sums[i][combination] = logChance(some, rows, origin);
    });
    for (let k = 0; k < scores.length; k++) {
      let log = priors[k];
      for (let i = 0; i < zones.length; i++) log += sums[i][fit.points[k].combinations[zones[i]]];
      scores[k] = log;
    }
    return logSumOf(scores);
  };
}

function runsOf(zone: ZoneFit, combination: number, periods: readonly number[]): readonly Run[] {
  const row = zone.before[combination];
  const whole = logSumOf(row);
  return zone.phis.flatMap((_, p) => {
    const share = Math.exp(row[p] - whole);
    if (share < least) return [];
    const { start, stride, values } = zone.ahead(combination, p);
    const at = periods.map((t) => Math.round((start + zone.shifts[combination][t]) / zone.tables.step));
    return [{ p, stride, at, weights: values.map((weight) => weight * share) }];
  });
}

function logChance(runs: readonly Run[], rows: readonly (readonly Float64Array[])[], origin: number): number {
  let whole = -Infinity;
  const logs = new Float64Array(Math.max(...runs.map((run) => run.weights.length)));
  for (const { p, weights, stride, at } of runs) {
    const size = weights.length;
    logs.fill(0);
    for (let t = 0; t < at.length; t++) {
      const values = rows[p][t];
      let i = origin + at[t];
      for (let j = 0; j < size; j++, i += stride) logs[j] += values[i];
    }
    let most = -Infinity;
    for (let j = 0; j < size; j++) if (logs[j] > most) most = logs[j];
    let sum = 0;
    for (let j = 0; j < size; j++) sum += weights[j] * Math.exp(logs[j] - most);
    whole = logSum(whole, most + Math.log(sum));
  }
  return whole;
}
