import { type DoubleDouble, exact, minus, over, plus, root, times } from "./doubleDouble.js";

/** A straight-line fit: coefficients, their standard errors, and how much is left. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  readonly errors: Float64Array;
  /** The standard deviation of what is left, on n - k degrees of freedom. */
  readonly residualSd: number;
  /** The share of the squares explained: about the mean where a column is constant, about 0 where none is. */
  readonly rSquared: number;
  readonly df: number;
}

/** A column of numbers of 32 digits. */
export type LongColumn = readonly DoubleDouble[];

/**
 * Ordinary least squares with everything inside carried to 32 digits, so that designs as near to singular as a polynomial of
 * degree ten keep their digits: modified Gram–Schmidt on the columns and then on `y`.
 *
 * @throws RangeError when there are no more rows than columns, or when a column is said by those before
 * @see Björck (1967) BIT 7, 1–21
 * @example
 * leastSquares(powers([0, 1, 2], 1), [1, 3, 5]).coefficients[1] // 2
 */
export function leastSquares(columns: readonly LongColumn[], y: readonly number[]): LeastSquares {
  const k = columns.length;
  const df = y.length - k;
  if (df < 1) throw new RangeError(`leastSquares: needs more rows than columns, got ${y.length} rows and ${k} columns`);
  const basis = columns.map((column) => [...column]);
  const triangle = columns.map(() => columns.map(() => exact(0)));
  const left = y.map(exact);
  const shares: DoubleDouble[] = [];
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < j; i++) triangle[i][j] = project(basis[j], basis[i]);
    const length = root(dot(basis[j], basis[j]));
    if (!(length.high > 1e-24 * Math.sqrt(dot(columns[j], columns[j]).high))) {
      throw new RangeError(`leastSquares: column ${j} can be had from the columns before, counting from 0`);
    }
    triangle[j][j] = length;
    basis[j] = basis[j].map((cell) => over(cell, length));
    shares.push(project(left, basis[j]));
  }
  const squares = dot(left, left);
  const variance = over(squares, exact(df));
  return {
    coefficients: Float64Array.from(solve(triangle, shares), (cell) => cell.high),
    errors: errorsOf(triangle, variance),
    residualSd: root(variance).high,
    rSquared: minus(exact(1), over(squares, squaresOf(columns, y))).high,
    df,
  };
}

/** The powers 0 to `degree` of a column, to 32 digits. */
export function powers(x: readonly number[], degree: number): LongColumn[] {
  const columns: DoubleDouble[][] = [x.map(() => exact(1))];
  for (let j = 1; j <= degree; j++) columns.push(columns[j - 1].map((cell, row) => times(cell, exact(x[row]))));
  return columns;
}

/** Takes out of a column, in place, what a column of length 1 says; how much it was. */
function project(column: DoubleDouble[], unit: LongColumn): DoubleDouble {
  const share = dot(column, unit);
  for (let row = 0; row < column.length; row++) column[row] = minus(column[row], times(share, unit[row]));
  return share;
}

function dot(one: LongColumn, other: LongColumn): DoubleDouble {
  let sum = exact(0);
  for (let row = 0; row < one.length; row++) sum = plus(sum, times(one[row], other[row]));
  return sum;
}

function solve(triangle: readonly LongColumn[], right: LongColumn): DoubleDouble[] {
  const x = [...right];
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i] = minus(x[i], times(triangle[i][j], x[j]));
    x[i] = over(x[i], triangle[i][i]);
  }
  return x;
}

/** Roots of the diagonal of variance * (triangle' * triangle)^-1. */
function errorsOf(triangle: readonly LongColumn[], variance: DoubleDouble): Float64Array {
  const sums = triangle.map(() => exact(0));
  for (let j = 0; j < triangle.length; j++) {
    const unit = triangle.map((_, i) => exact(i === j ? 1 : 0));
    solve(triangle, unit).forEach((cell, i) => {
      sums[i] = plus(sums[i], times(cell, cell));
    });
  }
  return Float64Array.from(sums, (sum) => root(times(sum, variance)).high);
}

/** The squares to be explained. */
function squaresOf(columns: readonly LongColumn[], y: readonly number[]): DoubleDouble {
  const isCentred = columns.some((column) =>
    column.every(({ high, low }) => high === column[0].high && low === column[0].low),
  );
  const values = y.map(exact);
  if (!isCentred) return dot(values, values);
  const mean = over(
    dot(
      values,
      values.map(() => exact(1)),
    ),
    exact(y.length),
  );
  const gaps = values.map((value) => minus(value, mean));
  return dot(gaps, gaps);
}
