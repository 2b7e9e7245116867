import { quantile } from "simple-statistics";
import type { Interval } from "../core/finding.js";
import { logNb1 } from "../distributions/nb1.js";
import { sampleNb1 } from "../distributions/sampleNb1.js";
import { random } from "../math/random.js";
import type { Block, Forecasts } from "./blocks.js";
import type { Grid } from "./chances.js";
import { drifted, logSum, type Posterior, posteriorOf } from "./posterior.js";

/** A zone's total as data made under an explanation have it: its mean and 95% of it. */
export interface MadeTotal {
  readonly expected: number;
  readonly interval: Interval;
}

/** What data made under one explanation look like: zone totals, and which explanation they are taken for. */
export interface Made {
  readonly totals: Readonly<Record<string, MadeTotal>>;
  readonly picked: Readonly<Record<string, number>>;
}

interface Options {
  readonly draws: number;
  readonly seed: number;
  readonly phis: readonly number[];
  readonly drift: number;
}

/** A block's posterior, and for each exposure a row of logs by count for each of its points, filled as they are met. */
interface Model {
  readonly posterior: Posterior;
  readonly rows: Map<number, Float64Array[]>;
}

/** Makes data under each explanation, many times, and weighs them as if they had been seen, on a coarser grid. */
export function simulateWeighing(forecasts: Forecasts, { draws, seed, phis, drift }: Options): readonly Made[] {
  const uniform = random(seed);
  const models = new Map<string, Model>();
  const modelOf = (block: Block): Model => {
    const name = JSON.stringify([block.zone, block.like]);
    const model = models.get(name) ?? { posterior: posteriorFor(block, { phis, drift }), rows: new Map() };
    models.set(name, model);
    return model;
  };
  return forecasts.map(({ blocks }) => {
    const picks = forecasts.map(() => 0);
    const totals: Map<string, number>[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const seen = seenIn(blocks, (block) => modelOf(block).posterior, uniform);
      totals.push(totalsIn(blocks, seen));
      const scores = forecasts.map((one) => sumOf(one.blocks.map((block) => scoreOf(block, modelOf(block), seen))));
      picks[scores.indexOf(Math.max(...scores))]++;
    }
    return {
      totals: summariesOf(totals),
      picked: Object.fromEntries(forecasts.map((one, i) => [one.id, picks[i] / draws])),
    };
  });
}

/** The zone totals that one explanation expects. */
export function simulateTotals(blocks: readonly Block[], { draws, seed, phis, drift }: Options): Made["totals"] {
  const uniform = random(seed);
  const posteriors = new Map(blocks.map((block) => [block, posteriorFor(block, { phis, drift })]));
  const totals = Array.from({ length: draws }, () =>
    totalsIn(
      blocks,
      seenIn(blocks, (block) => posteriors.get(block) ?? posteriorFor(block, { phis, drift }), uniform),
    ),
  );
  return summariesOf(totals);
}

function posteriorFor(block: Block, { phis, drift }: Pick<Grid, "phis" | "drift">): Posterior {
  return drifted(posteriorOf(block.past, { phis, rates: 11, least: 1e-2 }), drift);
}

/** One made count for each zone and month, months of a block at one rate. */
function seenIn(blocks: readonly Block[], of: (block: Block) => Posterior, uniform: () => number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const block of blocks) {
    const { weights, rates, phis } = of(block);
    const point = pick(weights, uniform());
    block.periods.forEach((period, t) => {
      seen.set(`${block.zone} ${period}`, sampleNb1(rates[point] * block.target.exposure[t], phis[point], uniform()));
    });
  }
  return seen;
}

function totalsIn(blocks: readonly Block[], seen: ReadonlyMap<string, number>): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { zone, periods } of blocks) {
    const sum = sumOf(periods.map((period) => seen.get(`${zone} ${period}`) ?? 0));
    totals.set(zone, (totals.get(zone) ?? 0) + sum);
  }
  return totals;
}

function scoreOf(
  { zone, periods, target }: Block,
  { posterior, rows }: Model,
  seen: ReadonlyMap<string, number>,
): number {
  const logs = posterior.weights.map(Math.log);
  periods.forEach((period, t) => {
    const value = seen.get(`${zone} ${period}`) ?? 0;
    const days = target.exposure[t];
    const row = rows.get(days) ?? [];
    rows.set(days, row);
    row[value] ??= Float64Array.from(posterior.rates, (rate, g) => logNb1(value, rate * days, posterior.phis[g]));
    for (let g = 0; g < logs.length; g++) logs[g] += row[value][g];
  });
  return logSum(logs);
}

function pick(weights: readonly number[], at: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    if (sum > at) return i;
  }
  return weights.length - 1;
}

function summariesOf(totals: readonly ReadonlyMap<string, number>[]): Made["totals"] {
  return Object.fromEntries(
    [...totals[0].keys()].map((zone) => {
      const sorted = totals.map((one) => one.get(zone) ?? 0).sort((a, b) => a - b);
      const interval: Interval = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
      return [zone, { expected: sumOf(sorted) / sorted.length, interval }];
    }),
  );
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
