import { dot } from "./dot.js";

/** Columns as orthonormal ones times an upper triangle, `columns = basis * triangle`. */
export interface Orthogonal {
  readonly basis: readonly Float64Array[];
  /** k * k, row by row; zero below the diagonal. */
  readonly triangle: Float64Array;
  /** Columns that the ones before them already say, by index; empty for a design of full rank. */
  readonly dependent: readonly number[];
}

/** What is left of a column, as a share of its length, below which it counts as said by the others. */
const leastShare = 1e-11;

/**
 * Splits columns into orthonormal ones and a triangle, by modified Gram–Schmidt with a second pass where the first lost digits.
 *
 * @see Björck (1967) BIT 7, 1–21
 * @example
 * orthogonalise([Float64Array.of(3, 4), Float64Array.of(6, 8)]).dependent // [1]
 */
export function orthogonalise(columns: readonly Float64Array[]): Orthogonal {
  const k = columns.length;
  const triangle = new Float64Array(k * k);
  const basis: Float64Array[] = [];
  const dependent: number[] = [];
  for (let j = 0; j < k; j++) {
    const column = columns[j].slice();
    const whole = Math.sqrt(dot(column, column));
    let length = whole;
    for (let pass = 0; pass < 2; pass++) {
      const before = length;
      for (let i = 0; i < j; i++) {
        const share = dot(basis[i], column);
        triangle[i * k + j] += share;
        subtract(column, share, basis[i]);
      }
      length = Math.sqrt(dot(column, column));
      if (length > 0.7 * before) break;
    }
    if (length > leastShare * whole) {
      triangle[j * k + j] = length;
      for (let row = 0; row < column.length; row++) column[row] /= length;
    } else {
      dependent.push(j);
      column.fill(0);
    }
    basis.push(column);
  }
  return { basis, triangle, dependent };
}

/** The solution of `triangle * x = right` for an upper triangle, k * k row by row; `right` is left as it is. */
export function backSubstitute(triangle: Float64Array, right: Float64Array): Float64Array {
  const k = right.length;
  const x = right.slice();
  for (let i = k - 1; i >= 0; i--) {
    for (let j = i + 1; j < k; j++) x[i] -= triangle[i * k + j] * x[j];
    x[i] /= triangle[i * k + i];
  }
  return x;
}

/** The inverse of triangle' * triangle, k * k: the covariance that goes with a weighted design. */
export function inverseGram(triangle: Float64Array, k: number): Float64Array {
  const inverse = new Float64Array(k * k);
  const unit = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    unit.fill(0);
    unit[j] = 1;
    const column = backSubstitute(triangle, unit);
    for (let i = 0; i < k; i++) inverse[i * k + j] = column[i];
  }
  const gram = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = i; j < k; j++) {
      let sum = 0;
      for (let m = j; m < k; m++) sum += inverse[i * k + m] * inverse[j * k + m];
      gram[i * k + j] = sum;
      gram[j * k + i] = sum;
    }
  }
  return gram;
}

function subtract(from: Float64Array, times: number, what: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i] -= times * what[i];
}
