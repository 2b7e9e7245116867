import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Key } from "../core/panel.js";
import type { Regression } from "../core/regression.js";
import { random } from "../math/random.js";
import { devianceOf } from "./nullDeviance.js";
import { quantileResidual } from "./quantileResidual.js";

/** What is left of one period once the regression has said what to expect. */
export interface Residual {
  readonly key: Key;
  readonly period: Day;
  readonly residual: number;
}

/** What kind of residual; the quantile ones need a seed. */
export interface ResidualOptions {
  readonly kind: "deviance" | "pearson" | "quantile";
  readonly seed?: number;
}

/**
 * How far each period lay from what the regression expects, in units of its spread, below 0 where fewer came. Quantile
 * residuals are standard normal if the regression is right, at any mean; the others only where means are large. Of
 * quasi-Poisson they are not divided by the root of phi.
 *
 * @throws InputError when quantile residuals are asked of quasi-Poisson, which says no distribution, or without a seed
 * @see Dunn & Smyth (1996) Journal of Computational and Graphical Statistics 5, 236–244
 */
export function residuals(regression: Regression, { kind, seed }: ResidualOptions): Residual[] {
  const theta = regression.theta ?? Infinity;
  if (kind === "quantile" && regression.family === "quasi-poisson")
    throw new InputError("residuals: quantile residuals need a distribution, got quasi-poisson");
  if (kind === "quantile" && !Number.isInteger(seed))
    throw new InputError(`residuals: seed needs a whole number, got ${seed}`);
  const uniform = random(seed ?? 0);
  const residualOf = {
    deviance: (y: number, mean: number) => Math.sign(y - mean) * Math.sqrt(devianceOf(y, mean, theta)),
    pearson: (y: number, mean: number) => (y - mean) / Math.sqrt(mean * (1 + mean / theta)),
    quantile: (y: number, mean: number) => quantileResidual(y, { mean, theta }, uniform()),
  }[kind];
  return regression.rows.map(({ key, period, observed, fitted }) => ({
    ...{ key, period },
    residual: residualOf(observed, fitted),
  }));
}
