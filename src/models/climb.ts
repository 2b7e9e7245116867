import { cholesky, choleskySolve } from "../math/cholesky.js";

/** A height and its slope in each direction. */
export interface Slope {
  readonly height: number;
  readonly slopes: readonly number[];
}

/** Where a climb ended; `bends` is minus the second derivatives there, row by row. */
export interface Summit {
  readonly at: readonly number[];
  readonly height: number;
  readonly bends: Float64Array;
}

const mostSteps = 200;

/**
 * Climbs from `start` to a top of a smooth function of a few numbers: Newton's steps, their bends taken from differences of the
 * slopes, shortened towards the steepest way up until they gain. Where the function only nears its top far away, it ends
 * where nothing more is to be gained.
 *
 * @see Marquardt (1963) Journal of the Society for Industrial and Applied Mathematics 11, 431–441
 * @example
 * climb(([x]) => ({ height: -((x - 2) ** 2), slopes: [-2 * (x - 2)] }), [0]).at[0] // 2
 */
export function climb(f: (at: readonly number[]) => Slope, start: readonly number[]): Summit {
  const k = start.length;
  let at = start;
  let here = f(at);
  let bends = bendsAt(f, at);
  let brake = 1e-3;
  let quiet = 0;
  for (let steps = 0; steps < mostSteps && quiet < 3; steps++) {
    const step = Float64Array.from(here.slopes);
    const hill = bends.slice();
    for (let j = 0; j < k; j++) hill[j * k + j] += brake * Math.max(Math.abs(bends[j * k + j]), 1e-10);
    const isDome = cholesky(hill, k);
    if (isDome) choleskySolve(hill, k, step);
    const furthest = Math.max(...step.map(Math.abs));
    const next = at.map((x, j) => x + step[j] * (furthest > 3 ? 3 / furthest : 1));
    const there = isDome ? f(next) : here;
    const tolerance = 1e-13 * (1 + Math.abs(here.height));
    if (!isDome || !(there.height >= here.height - tolerance)) {
      brake = Math.max(10 * brake, 1e-6);
      if (brake > 1e12) break;
      continue;
    }
    if (there.height - here.height <= tolerance) quiet++;
    else quiet = 0;
    brake = brake < 1e-9 ? 0 : brake / 10;
    at = next;
    here = there;
    bends = bendsAt(f, at);
  }
  return { at, height: here.height, bends };
}

function bendsAt(f: (at: readonly number[]) => Slope, at: readonly number[]): Float64Array {
  const k = at.length;
  const bends = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    const reach = 1e-4;
    const beside = (way: number): readonly number[] => f(at.map((x, i) => (i === j ? x + way * reach : x))).slopes;
    const [up, down] = [beside(1), beside(-1)];
    for (let i = 0; i < k; i++) bends[i * k + j] = (down[i] - up[i]) / (2 * reach);
  }
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) bends[i * k + j] = bends[j * k + i] = (bends[i * k + j] + bends[j * k + i]) / 2;
  return bends;
}
