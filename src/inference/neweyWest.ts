import { InputError } from "../core/errors.js";
import type { CountData, CountFit } from "./fitCounts.js";
import { pulls, sandwich } from "./sandwich.js";

/** How far errors may be related, in periods, and whether to multiply by n / (n - k) for short series. */
export interface NeweyWestOptions {
  readonly lag: number;
  readonly adjust?: boolean;
}

/**
 * The covariance of a fit's coefficients (k * k, row by row) that holds also where the counts of nearby periods are related:
 * products of errors up to `lag` periods apart are added, the further apart the less (Bartlett's weights). Rows must stand in
 * order of time; no prewhitening. With fewer than some 50 periods it is still too small.
 *
 * @throws InputError when the lag is not a whole number from 0 below the number of rows
 * @see Newey & West (1987) Econometrica 55, 703–708
 */
export function neweyWest(data: CountData, fit: CountFit, { lag, adjust = false }: NeweyWestOptions): Float64Array {
  const { columns } = data;
  const rows = pulls(data, fit);
  if (!Number.isInteger(lag) || lag < 0 || lag >= rows.length) {
    throw new InputError(`neweyWest: lag must be a whole number from 0 below the ${rows.length} rows, got ${lag}`);
  }
  const k = columns.length;
  const meat = new Float64Array(k * k);
  const factor = adjust ? (fit.df + k) / fit.df : 1;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let apart = 0; apart <= lag; apart++) {
        const weight = factor * (1 - apart / (lag + 1));
        for (let row = apart; row < rows.length; row++) {
          const pair = rows[row] * rows[row - apart];
          const [now, then] = [columns[i][row] * columns[j][row - apart], columns[j][row] * columns[i][row - apart]];
          sum += weight * pair * (apart === 0 ? now : now + then);
        }
      }
      meat[i * k + j] = sum;
    }
  }
  return sandwich(fit.covariance, meat, k);
}
