import { blockVariance } from "../math/circularBlocks.js";
import { blockLength } from "./originBlocks.js";
import type { Task } from "./taskTable.js";

/** What forecasts of a few origins are worth, in independent ones. */
export interface DesignEffect {
  readonly origins: number;
  /** How many times the variance of shares is what it would be if the forecasts were independent; 1 at the least. */
  readonly effect: number;
}

/**
 * By how much shares vary more than those of independent forecasts, because forecasts of one origin share their news and
 * those of neighbouring origins what came: the variance by circular blocks of origins over the binomial one, a mean over
 * kinds (such as the bars of a histogram). `kindOf` gives each forecast's kind, from 0. Where nothing varies it is as if
 * all forecasts of an origin were one.
 *
 * @see Rao & Scott (1981) Journal of the American Statistical Association 76, 221–230
 */
export function designEffect<Row extends Task>(
  rows: readonly Row[],
  kinds: number,
  kindOf: (row: Row) => number,
): DesignEffect {
  const names = [...new Set(rows.map(({ origin }) => origin))].sort();
  const places = new Map(names.map((name, i) => [name, i]));
  const [origins, n] = [names.length, rows.length];
  const counts = Array.from({ length: kinds }, () => new Float64Array(origins));
  const sizes = new Float64Array(origins);
  let longestStep = 1;
  for (const row of rows) {
    const at = places.get(row.origin) ?? 0;
    counts[kindOf(row)][at]++;
    sizes[at]++;
    longestStep = Math.max(longestStep, row.step);
  }
  const length = blockLength(origins, longestStep);
  let [clustered, independent] = [0, 0];
  for (const count of counts) {
    const share = count.reduce((a, b) => a + b, 0) / n;
    const gaps = count.map((own, i) => own - share * sizes[i]);
    if (origins > 2) clustered += blockVariance(gaps, length);
    independent += n * share * (1 - share);
  }
  const together = n / origins;
  const effect = origins > 2 && independent > 0 ? clustered / independent : together;
  return { origins, effect: Math.max(1, effect) };
}
