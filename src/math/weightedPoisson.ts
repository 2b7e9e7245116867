/** A log-linear Poisson model of counts, each counted `weights[i]` times. */
export interface WeightedCounts {
  readonly columns: readonly Float64Array[];
  readonly values: Float64Array;
  /** What each count's log mean has beside the columns. */
  readonly offset: Float64Array;
  readonly weights: Float64Array;
}

/** A fit by maximum likelihood. */
export interface WeightedFit {
  readonly coefficients: Float64Array;
  /** Row by row, at dispersion 1. */
  readonly covariance: Float64Array;
  readonly fitted: Float64Array;
  /** How much each count pulls the fit towards itself, from 0 to 1. */
  readonly leverage: Float64Array;
  /** Pearson's chi-square, with the weights. */
  readonly pearson: number;
}

/**
 * Fits a Poisson regression with prior weights by iteratively reweighted least squares. Where a column's counts are all 0
 * its coefficient runs off below until the likelihood no longer changes. `null` where the fit does not settle, as where one
 * coefficient runs off that others depend on.
 *
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 40–43
 */
export function weightedPoisson({ columns, values, offset, weights }: WeightedCounts): WeightedFit | null {
  const n = values.length;
  const k = columns.length;
  const fitted = Float64Array.from(values, (y) => y + 0.1);
  const eta = fitted.map(Math.log);
  let coefficients: Float64Array = new Float64Array(k);
  let deviance = Infinity;
  let converged = false;
  for (let round = 0; round < 60; round++) {
    const { information, score } = normalEquations(columns, (i) => ({
      weight: weights[i] * fitted[i],
      pull: eta[i] - offset[i] + (values[i] - fitted[i]) / fitted[i],
    }));
    const solved = inverse(information, k);
    if (solved === null) return null;
    coefficients = product(solved, score);
    for (let i = 0; i < n; i++) {
      let sum = offset[i];
      for (let j = 0; j < k; j++) sum += columns[j][i] * coefficients[j];
      eta[i] = sum;
      fitted[i] = Math.exp(sum);
    }
    const now = devianceOf(values, fitted, weights);
    const moved = Math.abs(now - deviance) / (now + 0.1);
    deviance = now;
    converged = moved < 1e-8;
    if (moved < 1e-14) break;
  }
  const { information } = normalEquations(columns, (i) => ({ weight: weights[i] * fitted[i], pull: 0 }));
  const covariance = inverse(information, k);
  if (covariance === null || !converged) return null;
  let pearson = 0;
  const leverage = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    pearson += (weights[i] * (values[i] - fitted[i]) ** 2) / fitted[i];
    const row = Float64Array.from(columns, (column) => column[i]);
    const turned = product(covariance, row);
    for (let j = 0; j < k; j++) leverage[i] += weights[i] * fitted[i] * row[j] * turned[j];
  }
  return { coefficients, covariance, fitted, leverage, pearson };
}

function normalEquations(
  columns: readonly Float64Array[],
  at: (i: number) => { weight: number; pull: number },
): { information: Float64Array; score: Float64Array } {
  const k = columns.length;
  const information = new Float64Array(k * k);
  const score = new Float64Array(k);
  for (let i = 0; i < columns[0].length; i++) {
    const { weight, pull } = at(i);
    for (let a = 0; a < k; a++) {
      const part = weight * columns[a][i];
      score[a] += part * pull;
      for (let b = 0; b < k; b++) information[a * k + b] += part * columns[b][i];
    }
  }
  return { information, score };
}

function devianceOf(values: Float64Array, fitted: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const [y, mean] = [values[i], fitted[i]];
    sum += 2 * weights[i] * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean));
  }
  return sum;
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const k = vector.length;
  return vector.map((_, a) => {
    let sum = 0;
    for (let b = 0; b < k; b++) sum += matrix[a * k + b] * vector[b];
    return sum;
  });
}

/** The inverse of a symmetric positive matrix, by Gauss and Jordan after bringing its diagonal to 1; `null` where it has none. */
function inverse(matrix: Float64Array, k: number): Float64Array | null {
  const scale = Float64Array.from({ length: k }, (_, a) => 1 / Math.sqrt(matrix[a * k + a]));
  const left = matrix.map((value, at) => value * scale[Math.floor(at / k)] * scale[at % k]);
  for (let p = 0; p < k; p++) {
    const pivot = left[p * k + p];
    if (!(pivot > 1e-12)) return null;
    left[p * k + p] = 1;
    for (let j = 0; j < k; j++) left[p * k + j] /= pivot;
    for (let i = 0; i < k; i++) {
      if (i === p) continue;
      const factor = left[i * k + p];
      left[i * k + p] = 0;
      for (let j = 0; j < k; j++) left[i * k + j] -= factor * left[p * k + j];
    }
  }
  return left.map((value, at) => value * scale[Math.floor(at / k)] * scale[at % k]);
}
