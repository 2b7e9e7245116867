import { cholesky, choleskySolve } from "./cholesky.js";
import { logRest } from "./logRest.js";
import { type WholeNumbers, type WholeSums, wholeSums } from "./wholeSums.js";

/** A log-linear model of counts in an orthonormal basis. */
export interface CountProblem {
  readonly basis: readonly Float64Array[];
  readonly values: Float64Array;
  readonly offset: Float64Array;
  readonly numbers: WholeNumbers;
}

/** Where the search stands: `alpha` is 1 / theta, 0 for Poisson; everything is overwritten step by step. */
export interface CountState {
  readonly coefficients: Float64Array;
  readonly means: Float64Array;
  /** The last step of each row's log mean. */
  readonly moves: Float64Array;
  alpha: number;
  /** Minus the second derivative of the log-likelihood in alpha, at these means. */
  curvature: number;
  steps: number;
}

/** How a search ended: "runaway" where the log means of the rows that still move run to minus infinity. */
export type CountEnd = "found" | "runaway" | "lost";

const mostSteps = 200;

/**
 * Climbs to the greatest likelihood by Newton steps in the coefficients and, where `isFree`, in alpha jointly; steps are halved
 * while far from the top, and two more are made once the gain of another would be lost in rounding.
 */
export function countNewton(problem: CountProblem, state: CountState, isFree: boolean): CountEnd {
  const { basis, values } = problem;
  const k = basis.length;
  const { length } = values;
  const work = { hessian: new Float64Array(k * k), step: new Float64Array(k), cross: new Float64Array(k) };
  const slopes = new Float64Array(length);
  const weights = new Float64Array(length);
  const bends = new Float64Array(length);
  const sums: WholeSums = { first: 0, second: 0 };
  const start = Float64Array.from(state.coefficients);
  let height = Number.NaN;
  let quiet = 0;
  let furthest = 0;
  meansOf(problem, state);
  for (; state.steps < mostSteps; state.steps++) {
    const { alpha, means, moves, coefficients } = state;
    const slope = sweep(values, means, alpha, slopes, weights, bends, isFree);
    gather(basis, slopes, weights, bends, work, isFree);
    if (!cholesky(work.hessian, k)) {
      return quiet > 0 && furthest > 0.5 ? "runaway" : "lost";
    }
    let force = 0;
    let bend = 0;
    if (isFree) {
      wholeSums(problem.numbers, alpha, sums);
      force = sums.first + slope.force;
      bend = sums.second + slope.bend;
      state.curvature = bend;
    }
    const share = isFree ? alphaStep(work, k, alpha, force, bend) : 0;
    const gradient = Float64Array.from(work.step);
    for (let j = 0; j < k; j++) work.step[j] += share * alpha * work.cross[j];
    choleskySolve(work.hessian, k, work.step);
    let gain = share * alpha * force;
    for (let j = 0; j < k; j++) gain += work.step[j] * gradient[j];
    spread(basis, work.step, moves);
    furthest = 0;
    for (const move of moves) furthest = Math.max(furthest, Math.abs(move));
    start.set(coefficients);
    let size = furthest > 6 ? 6 / furthest : 1;
    if (gain > 1e-3 || size < 1) {
      if (Number.isNaN(height)) height = heightOf(problem, state);
      for (let halving = 0; ; halving++) {
        move(state, start, work.step, alpha, share, size);
        meansOf(problem, state);
        const next = heightOf(problem, state);
        if (next >= height - 1e-12 * Math.abs(height) || halving === 40) {
          height = next;
          break;
        }
        size /= 2;
      }
    } else {
      move(state, start, work.step, alpha, share, 1);
      meansOf(problem, state);
      height = Number.NaN;
    }
    if (!(gain < 1e-8)) continue;
    quiet++;
    const isStill = furthest < 1e-4 && Math.abs(share) < 1e-4;
    if (isStill && (quiet > 1 || gain < 1e-20)) {
      return "found";
    }
    if (furthest > 0.5 && quiet > 4) {
      return "runaway";
    }
  }
  return "lost";
}

interface Slope {
  force: number;
  bend: number;
}

/** Each row's slope and weight in its log mean, and the parts of the slope and bend in alpha that depend on means. */
function sweep(
  values: Float64Array,
  means: Float64Array,
  alpha: number,
  slopes: Float64Array,
  weights: Float64Array,
  bends: Float64Array,
  isFree: boolean,
): Slope {
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

interface Work {
  readonly hessian: Float64Array;
  readonly step: Float64Array;
  readonly cross: Float64Array;
}

/** The slope, the bend and the cross term with alpha, in the coefficients. Only the lower half of the bend is filled. */
function gather(
  basis: readonly Float64Array[],
  slopes: Float64Array,
  weights: Float64Array,
  bends: Float64Array,
  work: Work,
  isFree: boolean,
): void {
  const k = basis.length;
  for (let i = 0; i < k; i++) {
    const column = basis[i];
    let slope = 0;
    for (let row = 0; row < slopes.length; row++) slope += column[row] * slopes[row];
    work.step[i] = slope;
    if (isFree) {
      let cross = 0;
      for (let row = 0; row < slopes.length; row++) cross += column[row] * bends[row];
      work.cross[i] = cross;
    }
    for (let j = 0; j <= i; j++) {
      const other = basis[j];
      let sum = 0;
      for (let row = 0; row < slopes.length; row++) sum += column[row] * weights[row] * other[row];
      work.hessian[i * k + j] = sum;
    }
  }
}

/** By what share alpha should move: Newton's step where the surface bends down, a bounded step uphill where it does not. */
function alphaStep(work: Work, k: number, alpha: number, force: number, bend: number): number {
  const solved = Float64Array.from(work.cross);
  choleskySolve(work.hessian, k, solved);
  let pull = force;
  let stiffness = bend;
  for (let j = 0; j < k; j++) {
    pull += solved[j] * work.step[j];
    stiffness -= solved[j] * work.cross[j];
  }
  if (!(stiffness > 0)) stiffness -= pull / alpha;
  const share = stiffness > 0 ? pull / (stiffness * alpha) : Math.sign(pull);
  return Math.min(2, Math.max(-2, share));
}

function move(
  state: CountState,
  start: Float64Array,
  step: Float64Array,
  alpha: number,
  share: number,
  size: number,
): void {
  for (let j = 0; j < start.length; j++) state.coefficients[j] = start[j] + size * step[j];
  const part = size * share;
  state.alpha = part > 0 ? alpha * (1 + part) : alpha / (1 - part);
}

function spread(basis: readonly Float64Array[], step: Float64Array, into: Float64Array): void {
  into.fill(0);
  for (let j = 0; j < basis.length; j++) {
    const column = basis[j];
    const part = step[j];
    for (let row = 0; row < into.length; row++) into[row] += part * column[row];
  }
}

function meansOf(problem: CountProblem, state: CountState): void {
  spread(problem.basis, state.coefficients, state.means);
  for (let row = 0; row < state.means.length; row++) {
    state.means[row] = Math.exp(state.means[row] + problem.offset[row]);
  }
}

/** The log-likelihood but for what depends on the counts alone. */
function heightOf(problem: CountProblem, state: CountState): number {
  const { values } = problem;
  const { means, alpha } = state;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    const mean = means[row];
    const y = values[row];
    if (y > 0) sum += y * Math.log(mean);
    sum -= alpha === 0 ? mean : (y + 1 / alpha) * Math.log1p(alpha * mean);
  }
  return alpha === 0 ? sum : sum + risingLogs(problem.numbers, alpha);
}

/** Over all counts y, the sum of log(1 + ja) for whole j below y. */
function risingLogs(numbers: WholeNumbers, a: number): number {
  let sum = 0;
  for (let j = 1; j < numbers.above.length; j++) sum += numbers.above[j] * Math.log1p(j * a);
  const tail = (y: number): number => {
    const c = 1 / (1 + y * a);
    return (1 / a + y) * Math.log1p(y * a) - y - Math.log1p(y * a) / 2 + (a * c) / 12 - (2 * (a * c) ** 3) / 720;
  };
  for (const y of numbers.large) sum += tail(y) - tail(numbers.above.length);
  return sum;
}
