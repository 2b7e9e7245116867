import { cholesky, choleskySolve } from "./cholesky.js";
import { heightOf, meansOf, spread } from "./countHeight.js";
import { gather, sweep, type Work } from "./countSlopes.js";
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
 * while far from the top, and two more are made once the gain of another would be lost in rounding. `isRough` stops near the
 * top, for a start.
 */
export function countNewton(problem: CountProblem, state: CountState, isFree: boolean, isRough = false): CountEnd {
  const { basis, values } = problem;
  const k = basis.length;
  const { length } = values;
  const work: Work = {
    hessian: new Float64Array(k * k),
    step: new Float64Array(k),
    cross: new Float64Array(k),
    weighted: new Float64Array(length),
  };
  const slopes = new Float64Array(length);
  const weights = new Float64Array(length);
  const bends = new Float64Array(length);
  const sums: WholeSums = { first: 0, second: 0 };
  const start = state.coefficients.slice();
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
    const gradient = work.step.slice();
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
    if (isRough && gain < 0.01) return "found";
    if (!(gain < 1e-8)) continue;
    quiet++;
    const isStill = furthest < 1e-4 && Math.abs(share) < 1e-4;
    if (isStill && (quiet > 2 || gain < 1e-22)) {
      return "found";
    }
    if (furthest > 0.5 && quiet > 4) {
      return "runaway";
    }
  }
  return "lost";
}

/** By what share alpha should move: Newton's step where the surface bends down, a bounded step uphill where it does not. */
function alphaStep(work: Work, k: number, alpha: number, force: number, bend: number): number {
  const solved = work.cross.slice();
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
