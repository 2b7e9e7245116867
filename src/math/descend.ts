import { cholesky, choleskySolve } from "./cholesky.js";

/** A sum of squares to be made least, over numbers between bounds. */
export interface SquaresProblem {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The natural logarithm of the sum of squares; Infinity or NaN where the numbers cannot be. */
  height(x: Float64Array): number;
  /**
   * The normal equations at `x`, with the sum of squares as the unit: into `curvature` the lower half of J'J (row by row),
   * into `slope` J'r, where r are the residuals and J their slopes.
   */
  normal(x: Float64Array, curvature: Float64Array, slope: Float64Array): void;
}

export interface DescendOptions {
  /** How many steps at most. */
  readonly steps: number;
  /** It ends where the next step promises to lower the logarithm by less. */
  readonly tolerance: number;
  /** It also ends, above this height, where ten times what the next step promises would not reach it. */
  readonly rival?: number;
  /** Room to work in, for numbers as many, where many searches follow one another. */
  readonly room?: DescendRoom;
}

/** What a search writes to. */
export interface DescendRoom {
  readonly curvature: Float64Array;
  readonly slope: Float64Array;
  readonly step: Float64Array;
  readonly next: Float64Array;
  readonly free: Int32Array;
  readonly matrix: Float64Array;
  readonly right: Float64Array;
}

/** Room for a search over `size` numbers. */
export function descendRoom(size: number): DescendRoom {
  const [slope, step, next, right] = [0, 1, 2, 3].map(() => new Float64Array(size));
  const [curvature, matrix] = [0, 1].map(() => new Float64Array(size * size));
  return { curvature, slope, step, next, free: new Int32Array(size), matrix, right };
}

/**
 * Lowers a sum of squares from `x`, in place, and gives the logarithm reached: Gauss–Newton steps, shortened as far as they
 * need be (Levenberg and Marquardt), a number at its bound staying there as long as the slope presses it against it.
 *
 * @see Marquardt (1963) Journal of the Society for Industrial and Applied Mathematics 11, 431–441
 */
export function descend(problem: SquaresProblem, x: Float64Array, options: DescendOptions): number {
  const size = x.length;
  const { room = descendRoom(size) } = options;
  const { curvature, slope, step, next } = room;
  let height = problem.height(x);
  if (!(height < Infinity)) return Infinity;
  let damping = 1e-3;
  for (let taken = 0; taken < options.steps && height > -Infinity; taken++) {
    problem.normal(x, curvature, slope);
    let isLower = false;
    for (let tries = 0; tries < 14; tries++) {
      const isBent = solveStep(problem, x, room, damping);
      const promise = promiseOf(curvature, slope, step);
      if (!(promise > options.tolerance)) {
        // A step bent at bounds may lead upwards; a shorter one leads down, unless there is no way down.
        if (!isBent) return height;
        damping = Math.max(1e-6, damping * 8);
        continue;
      }
      if (tries === 0 && options.rival !== undefined && height - 10 * promise > options.rival) return height;
      for (let i = 0; i < size; i++) next[i] = Math.min(problem.upper[i], Math.max(problem.lower[i], x[i] + step[i]));
      const reached = problem.height(next);
      if (reached < height) {
        const share = (height - reached) / promise;
        damping = share > 0.75 ? damping / 8 : share < 0.25 ? damping * 3 : damping;
        damping = Math.max(1e-12, damping);
        height = reached;
        x.set(next);
        isLower = true;
        break;
      }
      damping = Math.max(1e-6, damping * 8);
    }
    if (!isLower) return height;
  }
  return height;
}

/** The damped step: a number it would take over its bound goes to the bound, the others are solved for again, and it says so. */
function solveStep(
  { lower, upper }: SquaresProblem,
  x: Float64Array,
  { curvature, slope, step, free, matrix, right }: DescendRoom,
  damping: number,
): boolean {
  const size = x.length;
  let count = 0;
  let isBent = false;
  for (let i = 0; i < size; i++) {
    step[i] = 0;
    const isHeld = (x[i] <= lower[i] && slope[i] >= 0) || (x[i] >= upper[i] && slope[i] <= 0);
    if (!isHeld && curvature[i * size + i] > 0) free[count++] = i;
  }
  let firmer = damping;
  while (count > 0) {
    for (let a = 0; a < count; a++) {
      const i = free[a];
      let push = -slope[i];
      // What is held has moved to its bound already, and moves the others' best place.
      for (let j = 0; j < size; j++) {
        if (step[j] !== 0 && !isAmong(free, count, j))
          push -= (i >= j ? curvature[i * size + j] : curvature[j * size + i]) * step[j];
      }
      right[a] = push;
      for (let b = 0; b <= a; b++) matrix[a * count + b] = curvature[i * size + free[b]];
      matrix[a * count + a] *= 1 + firmer;
    }
    if (!cholesky(matrix, count)) {
      firmer = Math.max(1e-9, firmer * 10);
      if (firmer > 1e12) return isBent;
      continue;
    }
    choleskySolve(matrix, count, right);
    let kept = 0;
    for (let a = 0; a < count; a++) {
      const i = free[a];
      const to = x[i] + right[a];
      if (to < lower[i]) step[i] = lower[i] - x[i];
      else if (to > upper[i]) step[i] = upper[i] - x[i];
      else {
        step[i] = right[a];
        free[kept++] = i;
      }
    }
    if (kept === count) return isBent;
    isBent = true;
    count = kept;
  }
  return isBent;
}

function isAmong(free: Int32Array, count: number, j: number): boolean {
  for (let a = 0; a < count; a++) if (free[a] === j) return true;
  return false;
}

/** By how much the logarithm would fall if the residuals were as straight as their slopes. */
function promiseOf(curvature: Float64Array, slope: Float64Array, step: Float64Array): number {
  const size = step.length;
  let change = 0;
  for (let i = 0; i < size; i++) {
    let row = 0;
    for (let j = 0; j < i; j++) row += curvature[i * size + j] * step[j];
    change += step[i] * (2 * slope[i] + 2 * row + curvature[i * size + i] * step[i]);
  }
  return -Math.log1p(Math.max(-0.999999, change));
}
