import type { AdjustedScore } from "../core/adjustedScore.js";
import { InputError } from "../core/errors.js";
import type { Score } from "../core/score.js";
import { cholesky, choleskySolve } from "../math/cholesky.js";
import { blockOf, blocksText, checkResampling, intervalOf, type Resampling, redrawn } from "./originBlocks.js";
import { type TaskTable, taskTable } from "./taskTable.js";

export interface DifficultyAdjustedOptions extends Resampling {
  readonly metric: string;
}

/**
 * What each model's mean score would be, had all been set the same tasks: each score is taken as a model's part plus a
 * task's part (two-way fixed effects, by least squares), and the parts of all tasks are averaged. Where every model has every
 * task it is the plain mean. A model with a score of Infinity has none, and takes no part in what tasks are found to be worth.
 *
 * @throws InputError when there is no score by the metric, or models cannot be linked through tasks that they share
 * @see Karger et al. (2025) ForecastBench, International Conference on Learning Representations
 */
export function difficultyAdjusted(scores: readonly Score[], options: DifficultyAdjustedOptions): AdjustedScore[] {
  checkResampling(options, "difficultyAdjusted");
  const { metric, level } = options;
  const table = taskTable(scores, metric, "difficultyAdjusted");
  const finite = table.models.flatMap((_, m) => (table.values[m].includes(Infinity) ? [] : [m]));
  const { columns, origins, longestStep } = partsByOrigin(table, finite);
  const block = blockOf(origins, longestStep, options);
  const adjusted = solved(
    columns.map((column) => column.reduce((a, b) => a + b, 0)),
    finite.length,
  );
  if (finite.length > 0 && adjusted === undefined)
    throw new InputError(
      "difficultyAdjusted: needs models that share tasks, at least through others, got some that share none",
    );
  const all = redrawn(columns, block, options);
  const drawn = finite.map(() => new Float64Array(all[0]?.length ?? 0));
  let failed = 0;
  for (let d = 0; d < (all[0]?.length ?? 0); d++) {
    const found = solved(
      all.map((column) => column[d]),
      finite.length,
    );
    if (found === undefined) failed++;
    for (const [i, own] of drawn.entries()) own[d] = found?.[i] ?? Number.NaN;
  }
  return table.models.map((model, m): AdjustedScore => {
    const own = table.values[m].filter((value) => !Number.isNaN(value));
    const mean = own.reduce((a, b) => a + b, 0) / own.length;
    const i = finite.indexOf(m);
    const start = { model, metric, n: own.length, tasks: table.tasks.length, mean: mean < Infinity ? mean : null };
    if (i < 0 || adjusted === undefined)
      return { ...start, adjusted: null, level, says: "none, as a score of its own is Infinity" };
    const kept = drawn[i].filter((value) => !Number.isNaN(value));
    const interval = intervalOf(adjusted[i], kept, { origins, block, level });
    const says = [
      own.length === table.tasks.length ? "has every task" : `has ${own.length} of ${table.tasks.length} tasks`,
      blocksText(origins, block),
    ];
    if (failed > 0) says.push(`${failed} draws left out, in which models shared no task`);
    return {
      ...{ ...start, adjusted: adjusted[i], ...(interval !== undefined && { interval }), level },
      says: says.join("; "),
    };
  });
}

/**
 * By origin, of k models: for each pair how much they are held together (k * k columns of the reduced normal equations), each
 * model's scores less its tasks' means (k columns), and the number of tasks and the sum of their means (2 columns).
 */
function partsByOrigin(
  { tasks, values }: TaskTable,
  finite: readonly number[],
): { columns: Float64Array[]; origins: number; longestStep: number } {
  const k = finite.length;
  const names = [...new Set(tasks.map(({ origin }) => origin))].sort();
  const places = new Map(names.map((origin, i) => [origin, i]));
  const columns = Array.from({ length: k * k + 2 * k + 2 }, () => new Float64Array(names.length));
  tasks.forEach(({ origin }, t) => {
    const at = places.get(origin) ?? 0;
    const have = finite.flatMap((m, i) => (Number.isNaN(values[m][t]) ? [] : [i]));
    if (have.length === 0) return;
    const mean = have.reduce((sum, i) => sum + values[finite[i]][t], 0) / have.length;
    for (const i of have) {
      columns[i * k + i][at] += 1;
      columns[k * k + i][at] += values[finite[i]][t] - mean;
      columns[k * k + k + i][at] += 1 / have.length;
      for (const j of have) columns[i * k + j][at] -= 1 / have.length;
    }
    columns[k * k + 2 * k][at] += 1;
    columns[k * k + 2 * k + 1][at] += mean;
  });
  const longestStep = tasks.reduce((most, { step }) => Math.max(most, step), 1);
  return { columns, origins: names.length, longestStep };
}

/** The mean of each model over all tasks; nothing where models are not held together by shared tasks. */
function solved(sums: readonly number[], k: number): Float64Array | undefined {
  if (k === 0) return undefined;
  // Model parts sum to 0: without that they are known up to a constant only.
  const matrix = Float64Array.from(sums.slice(0, k * k), (cell) => cell + 1);
  const parts = Float64Array.from(sums.slice(k * k, k * k + k));
  if (!cholesky(matrix, k)) return undefined;
  choleskySolve(matrix, k, parts);
  const [tasks, means] = sums.slice(k * k + 2 * k);
  let shared = 0;
  for (let i = 0; i < k; i++) shared += sums[k * k + k + i] * parts[i];
  // A task's part is the mean of its scores less the mean part of the models that have it.
  const centre = (means - shared) / tasks;
  return parts.map((part) => part + centre);
}
