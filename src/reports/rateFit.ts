import type { Slice } from "../core/slice.js";
import type { Grid } from "./grids.js";
import { addRow, type LogTables } from "./logTables.js";

/** Log rates in even steps, `step` a whole number of the tables' steps, and what is put on each. */
export interface Rates {
  readonly start: number;
  readonly stride: number;
  readonly values: Float64Array;
}

/** What a stretch of counts says of the rate behind it at one dispersion: its log evidence and, adding to 1, its weights. */
export interface RateFit extends Rates {
  readonly evidence: number;
}

/**
 * The distance between log rates that a zone's counts ask for at a dispersion. Lumpy counts say more of their rate than
 * their variance lets expect, so that it grows less than the root of the dispersion.
 */
export function spacing(events: number, phi: number, { rates }: Pick<Grid, "rates">): number {
  return Math.min(0.5, (rates * phi ** 0.3) / Math.sqrt(events + 0.5));
}

/**
 * Lays out the rate behind a stretch whose mean in a period is the rate times the period's days times its factor, the logs
 * of both together given in `shifts`. The prior is Jeffreys' for a Poisson rate with these factors, so that it leans to no
 * size of an effect.
 */
export function fitRate(
  { values, periods }: Slice,
  shifts: ArrayLike<number>,
  { phi, space, tables }: { phi: number; space: number; tables: LogTables },
): RateFit {
  let [events, held, days] = [0, 0, 0];
  for (let t = 0; t < periods.length; t++) {
    events += values[t];
    if (values[t] > 0) held++;
    days += Math.exp(shifts[t]);
  }
  const spread = Math.sqrt(phi / (events + 0.5));
  // Far below, each period with events takes the chance down by the rate itself; far above it falls as fast as an exponential.
  const left = Math.min(24, Math.max(7 * spread, 20 / (held + 0.5)));
  const right = Math.min(6, 7 * spread);
  const stride = Math.max(1, Math.floor(space / tables.step));
  const step = stride * tables.step;
  const start = Math.log((events + 0.5) / days) - left;
  const row = new Float64Array(Math.ceil((left + right) / step) + 1);
  for (let j = 0; j < row.length; j++) row[j] = (start + j * step) / 2;
  for (let t = 0; t < periods.length; t++) {
    addRow(row, tables, { count: values[t], phi, start: start + shifts[t], stride });
  }
  let top = -Infinity;
  for (const log of row) if (log > top) top = log;
  let sum = 0;
  for (let j = 0; j < row.length; j++) {
    row[j] = Math.exp(row[j] - top);
    sum += row[j];
  }
  for (let j = 0; j < row.length; j++) row[j] /= sum;
  return { start, stride, values: row, evidence: top + Math.log(sum * step) + Math.log(days) / 2 };
}

/** The same rates after the log of the rate moved by a normal step with this standard deviation; light ends are cut. */
export function drifted(
  { start, stride, values }: Rates,
  { drift, least, tables }: { drift: number; least: number; tables: LogTables },
): Rates {
  const step = stride * tables.step;
  const kernel = drift === 0 ? [1] : kernelOf((drift / step) ** 2);
  const reach = (kernel.length - 1) / 2;
  const spread = new Float64Array(values.length + 2 * reach);
  for (let i = 0; i < values.length; i++) {
    if (values[i] < 1e-14) continue;
    for (let j = 0; j < kernel.length; j++) spread[i + j] += values[i] * kernel[j];
  }
  let [from, to, sum] = [0, spread.length, 0];
  while (from < to - 1 && spread[from] < least) from++;
  while (to > from + 1 && spread[to - 1] < least) to--;
  const kept = spread.slice(from, to);
  for (const weight of kept) sum += weight;
  for (let i = 0; i < kept.length; i++) kept[i] /= sum;
  return { start: start + (from - reach) * step, stride, values: kept };
}

/** A normal step's weights on a grid of unit distance; of a short step, the five with its second and fourth moments. */
function kernelOf(variance: number): readonly number[] {
  if (variance < 0.25) {
    const far = (3 * variance ** 2 - variance) / 24;
    const near = (4 * variance - 3 * variance ** 2) / 6;
    return [far, near, 1 - 2 * far - 2 * near, near, far];
  }
  const reach = Math.ceil(6 * Math.sqrt(variance));
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * variance)));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}
