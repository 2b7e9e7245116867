import { InputError } from "../core/errors.js";
import type { ErrorKind } from "../core/regression.js";
import type { CountData, CountFit } from "./fitCounts.js";
import { neweyWest } from "./neweyWest.js";
import { leverageOf, robustCovariance } from "./robustCovariance.js";

/**
 * The covariance of a fit's coefficients by the errors that were asked for, k * k. Rows stand series by series, `sizes` of
 * them each: neighbours in time are sought inside a series only.
 *
 * @throws InputError when a coefficient rests on one row, whose residual is 0 whatever came, or all residuals are 0
 */
export function sandwichOf(data: CountData, fit: CountFit, errors: ErrorKind, sizes: readonly number[]): Float64Array {
  if (errors === "model") return fit.covariance;
  const alone = [...fit.fitted.keys()].find((row) => leverageOf(data, fit, row) > 1 - 1e-8);
  if (alone !== undefined)
    throw new InputError(
      `regress: robust errors need two periods or more behind each coefficient, got one (row ${alone + 1}); model errors would do`,
    );
  const robust =
    typeof errors === "string" ? robustCovariance(data, fit, { kind: errors }) : byNeighbours(data, fit, errors, sizes);
  const k = data.columns.length;
  if (data.columns.some((_, j) => !(robust[j * (k + 1)] > 1e-20 * fit.covariance[j * (k + 1)])))
    throw new InputError(
      "regress: robust errors need counts that differ from the fit, got none; model errors would do",
    );
  return robust;
}

function byNeighbours(
  data: CountData,
  fit: CountFit,
  errors: Exclude<ErrorKind, string>,
  sizes: readonly number[],
): Float64Array {
  const whole = new Float64Array(fit.covariance.length);
  let row = 0;
  for (const size of sizes) {
    const part = <T extends { slice(from: number, to: number): T }>(of: T): T => of.slice(row, row + size);
    const own = {
      columns: data.columns.map((column) => part(column)),
      values: part(Float64Array.from(data.values)),
      offset: part(data.offset),
    };
    const covariance = neweyWest(own, { ...fit, fitted: part(fit.fitted) }, { lag: errors.neweyWest });
    for (let i = 0; i < whole.length; i++) whole[i] += covariance[i];
    row += size;
  }
  return whole;
}
