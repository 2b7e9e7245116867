import type { Distribution } from "../core/distribution.js";
import { midQuantiles } from "../distributions/midQuantiles.js";
import { type CrpsParts, crpsParts } from "./crpsParts.js";
import type { PastTask } from "./ensemble.js";

/** Values that stand for a forecast where only its past CRPS is wanted. */
const values = 50;

/** Gives the mean CRPS parts of past tasks, each task over the usual score of its series so that lively places do not decide alone. */
export function pastParts(): (past: readonly PastTask[]) => CrpsParts | undefined {
  const grids = new WeakMap<Distribution, Float64Array>();
  const parts = new WeakMap<PastTask, CrpsParts>();
  const gridOf = (one: Distribution): Float64Array => {
    const found = grids.get(one) ?? midQuantiles(one, values);
    grids.set(one, found);
    return found;
  };
  const partsOf = (task: PastTask): CrpsParts => {
    const found = parts.get(task) ?? crpsParts(task.says.map(gridOf), task.observed);
    parts.set(task, found);
    return found;
  };
  const means = new WeakMap<readonly PastTask[], CrpsParts>();
  return (past) => {
    if (past.length === 0) return undefined;
    const known = means.get(past);
    if (known !== undefined) return known;
    const n = past[0].says.length;
    const usual = new Map<number, { sum: number; n: number }>();
    const all = past.map((task) => {
      const found = partsOf(task);
      const scale = usual.get(task.place) ?? { sum: 0, n: 0 };
      usual.set(task.place, scale);
      for (let i = 0; i < n; i++) scale.sum += found.own[i] - found.between[i * n + i] / 2;
      scale.n += n;
      return { place: task.place, found };
    });
    const mean: CrpsParts = { own: new Float64Array(n), between: new Float64Array(n * n) };
    for (const { place, found } of all) {
      const scale = usual.get(place);
      const size = scale === undefined || scale.sum === 0 ? 1 : scale.sum / scale.n;
      for (let i = 0; i < n; i++) mean.own[i] += found.own[i] / size / past.length;
      for (let i = 0; i < n * n; i++) mean.between[i] += found.between[i] / size / past.length;
    }
    means.set(past, mean);
    return mean;
  };
}
