import { dot } from "./dot.js";
import { logRest } from "./logRest.js";

/** The parts of the slope and the bend in alpha that depend on means. */
export interface AlphaParts {
  force: number;
  bend: number;
}

/** Each row's slope and weight in its log mean, and the parts of the slope and bend in alpha that depend on means. */
export function sweep(
  values: Float64Array,
  means: Float64Array,
  alpha: number,
  slopes: Float64Array,
  weights: Float64Array,
  bends: Float64Array,
  isFree: boolean,
): AlphaParts {
  let force = 0;
  let bend = 0;
  for (let row = 0; row < values.length; row++) {
    const mean = means[row];
    const y = values[row];
    const c = 1 / (1 + alpha * mean);
    slopes[row] = (y - mean) * c;
    weights[row] = mean * c * c * (1 + alpha * y);
    if (!isFree) continue;
    const part = mean * c;
    const rest = logRest(alpha * mean);
    bends[row] = (mean - y) * part * c;
    force += part * part * (0.5 + alpha * part * rest) - y * part;
    bend += 2 * rest * part * part * part - y * part * part;
  }
  return { force, bend };
}

/** Slope, bend and cross term with alpha, in the coefficients: `slope` becomes the step. */
export interface Work {
  readonly hessian: Float64Array;
  readonly step: Float64Array;
  readonly cross: Float64Array;
  readonly weighted: Float64Array;
}

/** The slope, the bend and the cross term with alpha, in the coefficients. Only the lower half of the bend is filled. */
export function gather(
  basis: readonly Float64Array[],
  slopes: Float64Array,
  weights: Float64Array,
  bends: Float64Array,
  work: Work,
  isFree: boolean,
): void {
  const k = basis.length;
  const weighted = work.weighted;
  for (let i = 0; i < k; i++) {
    const column = basis[i];
    work.step[i] = dot(column, slopes);
    if (isFree) work.cross[i] = dot(column, bends);
    for (let row = 0; row < weighted.length; row++) weighted[row] = column[row] * weights[row];
    for (let j = 0; j <= i; j++) work.hessian[i * k + j] = dot(weighted, basis[j]);
  }
}
