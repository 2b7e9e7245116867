/**
 * Replaces the lower half of a symmetric matrix (k * k, row by row) by its Cholesky factor, in place, and says whether it
 * was positive definite; where it was not, what is left in it means nothing.
 *
 * @example
 * cholesky(Float64Array.of(4, 2, 2, 1), 2) // false
 */
export function cholesky(matrix: Float64Array, k: number): boolean {
  for (let j = 0; j < k; j++) {
    const whole = matrix[j * k + j];
    let pivot = whole;
    for (let m = 0; m < j; m++) pivot -= matrix[j * k + m] ** 2;
    if (!(pivot > 1e-14 * whole)) return false;
    const root = Math.sqrt(pivot);
    matrix[j * k + j] = root;
    for (let i = j + 1; i < k; i++) {
      let sum = matrix[i * k + j];
      for (let m = 0; m < j; m++) sum -= matrix[i * k + m] * matrix[j * k + m];
      matrix[i * k + j] = sum / root;
    }
  }
  return true;
}

/** Solves `matrix * x = right` in place of `right`, given the Cholesky factor of the matrix. */
export function choleskySolve(factor: Float64Array, k: number, right: Float64Array): void {
  for (let i = 0; i < k; i++) {
    let sum = right[i];
    for (let m = 0; m < i; m++) sum -= factor[i * k + m] * right[m];
    right[i] = sum / factor[i * k + i];
  }
  for (let i = k - 1; i >= 0; i--) {
    let sum = right[i];
    for (let m = i + 1; m < k; m++) sum -= factor[m * k + i] * right[m];
    right[i] = sum / factor[i * k + i];
  }
}
