import type { CountData, CountFit } from "./fitCounts.js";

/** What each row pulls at the linear predictor: the slope of its log-likelihood in its log mean. 0 in rows never at risk. */
export function pulls({ values }: CountData, { fitted, theta }: CountFit): Float64Array {
  return fitted.map((mean, row) => (values[row] - mean) / (1 + mean / theta));
}

/** covariance * meat * covariance, k * k row by row, for two symmetric matrices. */
export function sandwich(covariance: Float64Array, meat: Float64Array, k: number): Float64Array {
  const half = product(covariance, meat, k);
  const whole = product(half, covariance, k);
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) whole[i * k + j] = whole[j * k + i];
  return whole;
}

function product(one: Float64Array, other: Float64Array, k: number): Float64Array {
  const result = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let m = 0; m < k; m++) sum += one[i * k + m] * other[m * k + j];
      result[i * k + j] = sum;
    }
  }
  return result;
}
