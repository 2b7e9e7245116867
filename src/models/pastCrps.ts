import { crpsMatrix } from "./crpsMatrix.js";
import type { PastTask } from "./ensemble.js";
import { rememberedQuantiles } from "./rememberedQuantiles.js";

/** Values that stand for a forecast where only its past CRPS is wanted. */
const values = 50;

/**
 * Gives the mean CRPS matrix of past tasks, each task over the usual score of its series so that lively places do not decide
 * alone; undefined where there is no task.
 */
export function pastCrps(): (past: readonly PastTask[]) => Float64Array | undefined {
  const matrices = new WeakMap<PastTask, Float64Array>();
  const gridOf = rememberedQuantiles(values);
  const matrixOf = (task: PastTask): Float64Array => {
    const found = matrices.get(task) ?? crpsMatrix(task.says.map(gridOf), task.observed);
    matrices.set(task, found);
    return found;
  };
  // The places of a panel share one past and are asked in turn.
  const means = new WeakMap<readonly PastTask[], Float64Array>();
  return (past) => {
    if (past.length === 0) return undefined;
    const known = means.get(past);
    if (known !== undefined) return known;
    const n = past[0].says.length;
    const usual = new Map<number, { sum: number; n: number }>();
    for (const task of past) {
      const matrix = matrixOf(task);
      const scale = usual.get(task.place) ?? { sum: 0, n: 0 };
      usual.set(task.place, scale);
      for (let i = 0; i < n; i++) scale.sum += matrix[i * n + i];
      scale.n += n;
    }
    const mean = new Float64Array(n * n);
    for (const task of past) {
      const scale = usual.get(task.place);
      const size = scale === undefined || scale.sum === 0 ? 1 : scale.sum / scale.n;
      const matrix = matrixOf(task);
      for (let i = 0; i < n * n; i++) mean[i] += matrix[i] / size / past.length;
    }
    means.set(past, mean);
    return mean;
  };
}
