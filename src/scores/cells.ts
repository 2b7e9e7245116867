import { drawSources } from "./drawSources.js";
import type { WholeTable } from "./standIns.js";
import type { Task } from "./taskTable.js";

/** One score of a whole table, with its task. */
export interface Cell extends Task {
  readonly model: string;
  /** The task's place in the table. */
  readonly place: number;
  readonly value: number;
  readonly noise: number;
  readonly isKept: boolean;
  readonly isStandIn: boolean;
}

/** Every model on every task, in that order. */
export function cellsOf({ models, tasks, values, noises, isKept, isStandIn }: WholeTable): Cell[] {
  return models.flatMap((model, m) =>
    tasks.map((task, t) => ({
      ...task,
      ...{ model, place: t, value: values[m][t], noise: noises[m][t], isKept: isKept[t], isStandIn: isStandIn[m][t] },
    })),
  );
}

/** What a group adds up to at each of its origins, in order of time. */
export interface OriginSums {
  readonly origins: number;
  readonly longestStep: number;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

/** Sums by origin of what `numberOf` says of each row. */
export function originSums<Row extends Task>(rows: readonly Row[], numberOf: (row: Row) => number): OriginSums {
  const origins = [...new Set(rows.map((row) => row.origin))].sort();
  const places = new Map(origins.map((origin, i) => [origin, i]));
  const counts = new Float64Array(origins.length);
  const sums = new Float64Array(origins.length);
  let longestStep = 1;
  for (const row of rows) {
    const place = places.get(row.origin) ?? 0;
    counts[place]++;
    sums[place] += numberOf(row);
    if (row.step > longestStep) longestStep = row.step;
  }
  return { origins: origins.length, longestStep, counts, sums };
}

/**
 * The standard error that finite draws leave in the mean of rows: a model's draws of one origin and key are one set of
 * paths, so their errors may all point one way and add up; so do those of models that stand on the same draws, such as an
 * ensemble and its member, whichever way they err. It is then the most that it can be. Others are independent, and add up
 * in squares. Of a gap the rows are those of both models, and their noise is added up over `n`, how many each has.
 */
export function noiseOfMean(rows: readonly NoisyRow[], n: number = rows.length): number {
  const models = [...new Set(rows.map(({ model }) => model))];
  const sources = drawSources(models);
  const sourceOf = new Map(models.map((model, i) => [model, sources[i]]));
  const sums = new Map<string, number>();
  for (const { model, origin, key, noise } of rows) {
    const id = JSON.stringify([sourceOf.get(model), origin, Object.entries(key).sort()]);
    sums.set(id, (sums.get(id) ?? 0) + noise);
  }
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  return Math.sqrt(squares) / n;
}

type NoisyRow = Pick<Task, "origin" | "key"> & { readonly model: string; readonly noise: number };
