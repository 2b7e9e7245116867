import { studentUpper } from "../distributions/student.js";
import { type WeightedFit, weightedPoisson } from "../math/weightedPoisson.js";
import type { Base } from "./farringtonBase.js";
import type { Stretch } from "./test.js";

/** What the baseline leads one to expect of a period, on the log scale, with its standard error and the dispersion. */
export interface Expectation {
  readonly log: number;
  readonly error: number;
  /** At least 1. */
  readonly phi: number;
  /** The change of the log rate from one period to the next, where a trend was kept. */
  readonly trend: number | null;
}

/** How past outbreaks are weighed down and a trend is kept. */
export interface FitOptions {
  readonly weightsThreshold: number;
  readonly trend: boolean;
  readonly years: number;
}

/**
 * A quasi-Poisson fit of the baseline, fitted again with less weight on counts that stood out. A trend is kept where it is
 * significant at 5%, three years or more tell it, and it leads to no more than the highest count of the baseline.
 */
export function farringtonFit(stretch: Stretch, t: number, base: Base, options: FitOptions): Expectation {
  const values = Float64Array.from(base.periods, (i) => stretch.values[i]);
  const offset = Float64Array.from(base.periods, (i) => Math.log(stretch.exposure[i]));
  const levels = [...new Set([0, ...base.parts])].map((name) =>
    Float64Array.from(base.parts, (part) => (part === name ? 1 : 0)),
  );
  const since = Float64Array.from(base.periods, (i) => i - t);
  const of = (columns: readonly Float64Array[]) => reweighted({ columns, values, offset }, options.weightsThreshold);
  const here = Math.log(stretch.exposure[t]);
  if (options.trend && options.years >= 3) {
    const fit = of([...levels, since]);
    const k = levels.length;
    const df = values.length - k - 1;
    const slope = fit?.coefficients[k] ?? 0;
    if (fit !== null && df > 0 && fit.pearson > 1e-9) {
      const statistic = slope / Math.sqrt((fit.pearson / df) * fit.covariance[k * (k + 1) + k]);
      const isClear = Math.LN2 + studentUpper(Math.abs(statistic), df) < Math.log(0.05);
      if (isClear && Math.exp(fit.coefficients[0] + here) <= Math.max(...values))
        return expectationOf(fit, here, df, slope);
    }
  }
  const fit = of(levels);
  if (fit === null) throw new RangeError(`farringtonFit: levels alone did not settle (period ${t})`);
  return expectationOf(fit, here, values.length - levels.length, null);
}

function expectationOf(fit: WeightedFit, here: number, df: number, trend: number | null): Expectation {
  const phi = dispersionOf(fit, df);
  return { log: fit.coefficients[0] + here, error: Math.sqrt(phi * fit.covariance[0]), phi, trend };
}

function dispersionOf({ pearson }: WeightedFit, df: number): number {
  return df > 0 ? Math.max(1, pearson / df) : 1;
}

/** The second of two fits, its weights from the Anscombe residuals of the first; `null` where one did not converge. */
function reweighted(
  counts: { columns: readonly Float64Array[]; values: Float64Array; offset: Float64Array },
  threshold: number,
): WeightedFit | null {
  const n = counts.values.length;
  const first = weightedPoisson({ ...counts, weights: new Float64Array(n).fill(1) });
  if (first === null) return null;
  const phi = dispersionOf(first, n - counts.columns.length);
  const weights = counts.values.map((y, i) => {
    const mean = first.fitted[i];
    const free = 1 - first.leverage[i];
    if (free < 1e-9) return 1;
    const residual = (1.5 * (Math.cbrt(y) ** 2 * mean ** (-1 / 6) - Math.sqrt(mean))) / Math.sqrt(phi * free);
    return residual > threshold ? residual ** -2 : 1;
  });
  const scale = n / weights.reduce((sum, weight) => sum + weight, 0);
  return weightedPoisson({ ...counts, weights: weights.map((weight) => weight * scale) });
}
