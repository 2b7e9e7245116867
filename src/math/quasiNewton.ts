/** The height of a surface, which fills in its slope there; not finite where the surface is not defined. */
export type Surface = (at: Float64Array, slope: Float64Array) => number;

export interface QuasiNewtonOptions {
  readonly mostSteps?: number;
  /** A slope this steep or less, for each unit of height, is level; 1e-9 unless said. */
  readonly precision?: number;
}

/** Where a search ended. */
export interface Lowest {
  readonly at: Float64Array;
  readonly height: number;
  readonly slope: Float64Array;
  readonly steps: number;
  /** Whether the surface is level here, or as level as rounding lets it be told. */
  readonly isFound: boolean;
}

/**
 * Where a smooth surface is lowest, going down from a start: Broyden, Fletcher, Goldfarb and Shanno's steps, each as long as
 * the weak conditions of Wolfe ask. Bounds are kept by searching over what has none, such as a logarithm. Of several
 * valleys it finds one.
 *
 * @see Nocedal & Wright (2006) Numerical Optimization, 2nd ed., chapters 3 and 6
 * @example
 * quasiNewton([0], ([x], slope) => ((slope[0] = 2 * x - 6), (x - 3) ** 2)).at[0] // 3
 */
export function quasiNewton(
  start: ArrayLike<number>,
  surface: Surface,
  { mostSteps = 500, precision = 1e-9 }: QuasiNewtonOptions = {},
): Lowest {
  const n = start.length;
  let at = Float64Array.from(start);
  let slope = new Float64Array(n);
  let height = surface(at, slope);
  let [next, nextSlope] = [new Float64Array(n), new Float64Array(n)];
  const inverse = new Float64Array(n * n);
  const step = new Float64Array(n);
  let isFresh = true;
  let steps = 0;
  if (!Number.isFinite(height)) return { at, height, slope, steps, isFound: false };
  for (; steps < mostSteps; steps++) {
    if (steepest(slope) <= precision * Math.max(1, Math.abs(height))) break;
    if (isFresh) unit(inverse, n, 1 / Math.max(1, Math.sqrt(product(slope, slope))));
    turned(inverse, slope, step);
    const along = product(step, slope);
    let [low, high, size] = [0, Infinity, 1];
    let found = Number.NaN;
    for (let trial = 0; trial < 60; trial++) {
      for (let i = 0; i < n; i++) next[i] = at[i] + size * step[i];
      const there = surface(next, nextSlope);
      // What rounding hides of a gain counts as one, or the last steps would never be made.
      const isLower = there <= height + 1e-4 * size * along + 4e-16 * Math.abs(height);
      if (!isLower || !Number.isFinite(there)) high = size;
      else {
        found = there;
        if (product(nextSlope, step) >= 0.9 * along) break;
        low = size;
      }
      size = high < Infinity ? (low + high) / 2 : 2 * size;
      if (!Number.isNaN(found) && trial > 30) break;
    }
    const hasMoved = !Number.isNaN(found) && next.some((x, i) => x !== at[i]);
    if (!(along < 0) || !hasMoved) {
      if (isFresh) break;
      isFresh = true;
      continue;
    }
    isFresh = !renewed(inverse, { at, next, slope, nextSlope, isFresh });
    height = found;
    [at, next, slope, nextSlope] = [next, at, nextSlope, slope];
  }
  // Where no step leads lower any more, rounding of the height leaves this much of a slope.
  return { at, height, slope, steps, isFound: steepest(slope) <= 1e-5 * Math.max(1, Math.abs(height)) };
}

interface Move {
  readonly at: Float64Array;
  readonly next: Float64Array;
  readonly slope: Float64Array;
  readonly nextSlope: Float64Array;
  readonly isFresh: boolean;
}

/** Brings the inverse of the bend up to date with what a move has shown; false where it showed no bend upwards. */
function renewed(inverse: Float64Array, { at, next, slope, nextSlope, isFresh }: Move): boolean {
  const n = at.length;
  const moved = next.map((x, i) => x - at[i]);
  const rise = nextSlope.map((x, i) => x - slope[i]);
  const bend = product(moved, rise);
  const size = product(rise, rise);
  if (!(bend > 1e-14 * Math.sqrt(size * product(moved, moved)))) return false;
  if (isFresh) unit(inverse, n, bend / size);
  const bent = new Float64Array(n);
  turned(inverse, rise, bent);
  for (let i = 0; i < n; i++) bent[i] = -bent[i];
  const scale = (1 + product(rise, bent) / bend) / bend;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      inverse[i * n + j] += scale * moved[i] * moved[j] - (bent[i] * moved[j] + moved[i] * bent[j]) / bend;
  return true;
}

function unit(matrix: Float64Array, n: number, size: number): void {
  matrix.fill(0);
  for (let i = 0; i < n; i++) matrix[i * n + i] = size;
}

/** Minus a matrix times a vector. */
function turned(matrix: Float64Array, vector: Float64Array, into: Float64Array): void {
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum -= matrix[i * n + j] * vector[j];
    into[i] = sum;
  }
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
  return sum;
}

function steepest(slope: Float64Array): number {
  let most = 0;
  for (const part of slope) most = Math.max(most, Math.abs(part));
  return most;
}
