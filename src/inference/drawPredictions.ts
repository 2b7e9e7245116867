import type { Regression } from "../core/regression.js";
import { gammaSampler } from "../distributions/gammaSampler.js";
import { normalSampler } from "../distributions/normalSampler.js";
import { sampleGamma } from "../distributions/sampleGamma.js";
import { samplePoisson } from "../distributions/samplePoisson.js";
import { random } from "../math/random.js";
import type { Column } from "./designOf.js";

/**
 * Counts that may come in the rows of a design, one array of draws a row; the draws of one place share their coefficients.
 * Coefficients are drawn from their covariance; 1 / theta is normal about its estimate, 0 (Poisson's) where that falls
 * below it; phi comes from its scaled chi-square and widens the coefficients with it, which makes them Student's t.
 */
export function drawPredictions(
  regression: Regression,
  { columns, exposure }: { readonly columns: readonly Column[]; readonly exposure: readonly number[] },
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Float64Array[] {
  const { coefficients, family, df, phi, theta, thetaError } = regression;
  const root = rootOf(regression.covariance);
  const uniform = random(seed);
  const normal = normalSampler(uniform);
  const chiSquare = gammaSampler(df / 2, uniform);
  const counts = exposure.map(() => new Float64Array(draws));
  const standard = new Float64Array(coefficients.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let j = 0; j < standard.length; j++) standard[j] = normal();
    const widening = family === "quasi-poisson" ? df / 2 / chiSquare() : 1;
    const drawn = coefficients.map(({ estimate }, i) => {
      let away = 0;
      for (let j = 0; j <= i; j++) away += root[i][j] * standard[j];
      return estimate + Math.sqrt(widening) * away;
    });
    const size = theta === null ? Infinity : theta / Math.max(0, 1 + ((thetaError ?? 0) / theta) * normal());
    for (let row = 0; row < counts.length; row++) {
      let log = Math.log(exposure[row]);
      for (let j = 0; j < drawn.length; j++) log += drawn[j] * columns[j].values[row];
      const mean = Math.min(1e300, Math.exp(log));
      const spread = family === "quasi-poisson" ? mean / Math.max(0, phi * widening - 1) : size;
      counts[row][draw] = countOf(mean, spread, uniform);
    }
  }
  return counts;
}

/** A negative binomial count of this mean and size; beyond what whole numbers can hold its mean will do. */
function countOf(mean: number, size: number, uniform: () => number): number {
  const own = size === Infinity || mean === 0 ? mean : (sampleGamma(size, uniform) / size) * mean;
  if (own === 0) return 0;
  return own < 1e15 ? samplePoisson(own, uniform) : own;
}

/** The lower triangle whose square is a covariance, which may be flat in some direction. */
function rootOf(covariance: readonly (readonly number[])[]): number[][] {
  const root = covariance.map((row) => row.map(() => 0));
  for (let j = 0; j < root.length; j++) {
    for (let i = j; i < root.length; i++) {
      let left = covariance[i][j];
      for (let m = 0; m < j; m++) left -= root[i][m] * root[j][m];
      if (i === j) root[j][j] = left > 1e-12 * covariance[j][j] ? Math.sqrt(left) : 0;
      else root[i][j] = root[j][j] === 0 ? 0 : left / root[j][j];
    }
  }
  return root;
}
