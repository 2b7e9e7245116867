import { quantile } from "simple-statistics";
import type { Interval } from "../core/finding.js";
import { logNb1 } from "../distributions/nb1.js";
import { random } from "../math/random.js";
import type { Block } from "./blocks.js";
import { logSum, type Posterior, posteriorOf } from "./posterior.js";

/** What data made under one explanation look like: zone totals, and which explanation they are taken for. */
export interface Made {
  readonly totals: Readonly<Record<string, { readonly expected: number; readonly interval: Interval }>>;
  readonly picked: Readonly<Record<string, number>>;
}

/** Chances of each count up to a limit, for one posterior and one exposure: a row of logs for each point of the grid. */
type Table = readonly Float64Array[];

interface Model {
  readonly posterior: Posterior;
  readonly tables: Map<number, Table>;
}

/** Makes data under each explanation, many times, and weighs them as if they had been seen. */
export function simulateWeighing(
  forecasts: readonly { readonly id: string; readonly blocks: readonly Block[] }[],
  { draws, seed, phis }: { draws: number; seed: number; phis: readonly number[] },
): readonly Made[] {
  const uniform = random(seed);
  const models = new Map<string, Model>();
  const modelOf = (block: Block): Model => {
    const name = JSON.stringify([block.zone, block.like]);
    const model = models.get(name) ?? {
      posterior: posteriorOf(block.past, { phis, rates: 25, least: 1e-5 }),
      tables: new Map(),
    };
    models.set(name, model);
    return model;
  };
  return forecasts.map(({ blocks }) => {
    const picks = forecasts.map(() => 0);
    const totals = new Map<string, number[]>(blocks.map((block) => [block.zone, []]));
    for (let draw = 0; draw < draws; draw++) {
      const seen = new Map<string, number>();
      const sums = new Map<string, number>();
      for (const block of blocks) {
        const model = modelOf(block);
        const point = pick(model.posterior.weights, uniform());
        block.periods.forEach((period, t) => {
          const value = pick(tableOf(model, block.target.exposure[t])[point], uniform(), Math.exp);
          seen.set(`${block.zone} ${period}`, value);
          sums.set(block.zone, (sums.get(block.zone) ?? 0) + value);
        });
      }
      for (const [zone, sum] of sums) totals.get(zone)?.push(sum);
      const scores = forecasts.map((one) => sumOf(one.blocks.map((block) => scoreOf(block, modelOf(block), seen))));
      picks[scores.indexOf(Math.max(...scores))]++;
    }
    return {
      totals: Object.fromEntries([...totals].map(([zone, sums]) => [zone, summaryOf(sums)])),
      picked: Object.fromEntries(forecasts.map((one, i) => [one.id, picks[i] / draws])),
    };
  });
}

function scoreOf({ zone, periods, target }: Block, model: Model, seen: ReadonlyMap<string, number>): number {
  const values = periods.map((period) => seen.get(`${zone} ${period}`) ?? 0);
  const tables = target.exposure.map((days) => tableOf(model, days));
  const logs = model.posterior.weights.map((weight, point) => {
    let log = Math.log(weight);
    for (let t = 0; t < values.length; t++) log += chanceIn(tables[t][point], values[t]);
    return log;
  });
  return logSum(logs);
}

/** Beyond a table's end lies less than one in a thousand million, whose log is taken as the last entry's. */
function chanceIn(row: Float64Array, value: number): number {
  return row[Math.min(value, row.length - 1)];
}

function tableOf(model: Model, days: number): Table {
  const known = model.tables.get(days);
  if (known !== undefined) return known;
  const { rates, phis } = model.posterior;
  const table = rates.map((rate, point) => {
    const mean = rate * days;
    const length = Math.ceil(mean + 12 * Math.sqrt(phis[point] * (mean + phis[point]))) + 30;
    return Float64Array.from({ length }, (_, k) => logNb1(k, mean, phis[point]));
  });
  model.tables.set(days, table);
  return table;
}

function pick(weights: ArrayLike<number>, at: number, chance: (weight: number) => number = (weight) => weight): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += chance(weights[i]);
    if (sum > at) return i;
  }
  return weights.length - 1;
}

function summaryOf(sums: readonly number[]): { expected: number; interval: Interval } {
  const sorted = [...sums].sort((a, b) => a - b);
  return { expected: sumOf(sums) / sums.length, interval: [quantile(sorted, 0.025), quantile(sorted, 0.975)] };
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
