import type { CountData, CountFit } from "./fitCounts.js";
import { pulls, sandwich } from "./sandwich.js";

/** What is done about the residuals' being smaller than the errors: nothing, n / (n - k), or by each row's leverage. */
export type RobustKind = "HC0" | "HC1" | "HC2" | "HC3";

/** A leverage above this belongs to a row that the model fits by itself. */
const wholeLeverage = 1 - 1e-8;

/**
 * The covariance of a fit's coefficients (k * k, row by row) that holds also where the variance of the counts is not what the
 * family says, as long as rows are independent of each other; HC3 is the safest in short series. A row with a coefficient of
 * its own, a pulse, adds nothing, so that nothing can be known of that coefficient's error: its own entries come out near 0
 * and are not to be trusted.
 *
 * @see White (1980) Econometrica 48, 817–838; MacKinnon & White (1985) Journal of Econometrics 29, 305–325
 */
export function robustCovariance(data: CountData, fit: CountFit, { kind }: { kind: RobustKind }): Float64Array {
  const { columns } = data;
  const k = columns.length;
  const rows = pulls(data, fit);
  const meat = new Float64Array(k * k);
  const n = fit.df + k;
  for (let row = 0; row < rows.length; row++) {
    let weight = rows[row] ** 2;
    if (kind === "HC1") weight *= n / fit.df;
    if (kind === "HC2" || kind === "HC3") {
      const leverage = leverageOf(data, fit, row);
      weight *= leverage > wholeLeverage ? 0 : (1 - leverage) ** (kind === "HC2" ? -1 : -2);
    }
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) meat[i * k + j] += weight * columns[i][row] * columns[j][row];
    }
  }
  return sandwich(fit.covariance, meat, k);
}

/** What share of its own fitted value a row decides. */
export function leverageOf({ columns }: CountData, { covariance, fitted, theta }: CountFit, row: number): number {
  const k = columns.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) sum += columns[i][row] * covariance[i * k + j] * columns[j][row];
  }
  return (sum * fitted[row]) / (1 + fitted[row] / theta);
}
