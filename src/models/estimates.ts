import { normalSampler } from "../distributions/normalSampler.js";
import { cholesky } from "../math/cholesky.js";

/**
 * A source of what estimates might have been: normal about them, with the inverse of `precision` (k * k, row by row, of
 * which the lower half counts) as covariance. Each call fills and returns the same array.
 */
export function estimates(
  centre: ArrayLike<number>,
  precision: Float64Array,
  uniform: () => number,
): () => Float64Array {
  const k = centre.length;
  const factor = rootOf(precision, k);
  const normal = normalSampler(uniform);
  const drawn = new Float64Array(k);
  return () => {
    for (let i = 0; i < k; i++) drawn[i] = normal();
    for (let i = k - 1; i >= 0; i--) {
      let sum = drawn[i];
      for (let j = i + 1; j < k; j++) sum -= factor[j * k + i] * drawn[j];
      drawn[i] = sum / factor[i * k + i];
    }
    for (let i = 0; i < k; i++) drawn[i] += centre[i];
    return drawn;
  };
}

/** Half the variance of sums of what `estimates` draws, each times the weight of its place: what makes the mean of its exponential too high. */
export function halfVariances(precision: Float64Array, k: number): (weights: ArrayLike<number>) => number {
  const factor = rootOf(precision, k);
  const along = new Float64Array(k);
  return (weights) => {
    let squares = 0;
    for (let i = 0; i < k; i++) {
      let rest = weights[i];
      for (let j = 0; j < i; j++) rest -= factor[i * k + j] * along[j];
      along[i] = rest / factor[i * k + i];
      squares += along[i] ** 2;
    }
    return squares / 2;
  };
}

/** A source of what an estimated dispersion might have been: normal about it, 0 (Poisson's) where that falls below 0. */
export function dispersions(centre: number, error: number, uniform: () => number): () => number {
  if (!(centre > 0 && error > 0 && error < Infinity)) return () => centre;
  const normal = normalSampler(uniform);
  return () => Math.max(0, centre + error * normal());
}

/** Cholesky's factor, of a matrix made a little steeper along its diagonal where it is flat in some direction. */
function rootOf(precision: Float64Array, k: number): Float64Array {
  for (let more = 0; ; more = more === 0 ? 1e-12 : 10 * more) {
    const factor = precision.slice();
    for (let i = 0; i < k; i++) factor[i * k + i] += more * Math.max(precision[i * k + i], 1e-200);
    if (cholesky(factor, k)) return factor;
  }
}
