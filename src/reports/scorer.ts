import { originOf } from "./logTables.js";
import { logSumOf } from "./grids.js";
import type { StoryFit } from "./storyFit.js";
import type { ZoneFit } from "./zoneFit.js";

/** Which zones and periods of made data are seen, by their places. */
export interface Seen {
  readonly zones: readonly number[];
  readonly periods: readonly number[];
}

/** The even rates of one dispersion under one combination, and where their first stands in the tables of each period. */
interface Run {
  readonly phi: number;
  readonly weights: Float64Array;
  readonly stride: number;
  readonly at: readonly number[];
}

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
    return new Map([...needed].map((combination) => [combination, runsOf(zone, combination, periods)] as const));
  });
  const sums = zones.map((z) => new Float64Array(fit.zones[z].before.length));
  const scores = new Float64Array(fit.points.length);
  return (counts) => {
    zones.forEach((z, i) => {
      const { tables } = fit.zones[z];
      const seen = periods.map((t) => counts[z][t]);
      for (const [combination, some] of runs[i]) sums[i][combination] = logChance(some, seen, tables);
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
  return zone.phis.flatMap((phi, p) => {
    const share = Math.exp(row[p] - whole);
    if (share < 0.005) return [];
    const { start, stride, values } = zone.ahead(combination, p);
    const at = periods.map((t) => Math.round((start + zone.shifts[combination][t]) / zone.tables.step));
    return [{ phi, stride, at, weights: values.map((weight) => weight * share) }];
  });
}

function logChance(runs: readonly Run[], counts: readonly number[], tables: ZoneFit["tables"]): number {
  const origin = originOf(tables.step);
  const logs: number[] = [];
  for (const { phi, weights, stride, at } of runs) {
    const row = new Float64Array(weights.length);
    for (let t = 0; t < counts.length; t++) {
      const values = tables.of(counts[t], phi, at[t], at[t] + stride * (weights.length - 1) + 1);
      let i = origin + at[t];
      for (let j = 0; j < row.length; j++, i += stride) row[j] += values[i];
    }
    let most = -Infinity;
    for (let j = 0; j < row.length; j++) if (row[j] > most) most = row[j];
    let sum = 0;
    for (let j = 0; j < row.length; j++) sum += weights[j] * Math.exp(row[j] - most);
    logs.push(most + Math.log(sum));
  }
  return logSumOf(logs);
}
