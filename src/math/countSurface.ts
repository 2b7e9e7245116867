import { risingLogs } from "./countHeight.js";
import { logRest } from "./logRest.js";
import { type WholeSums, wholeNumbers, wholeSums } from "./wholeSums.js";

/** The log-likelihood of counts by their means, but for what depends on the counts alone. */
export interface CountSurface {
  /**
   * The height at these means, where a count of mean m has variance m + alpha * m² (0: Poisson's). Fills `slopes` with the
   * slope in each log mean; `force` of the result is the slope in alpha, times alpha.
   */
  at(means: Float64Array, alpha: number, slopes: Float64Array): { readonly height: number; readonly force: number };
  /** Minus the bend in alpha at these means: the inverse of its squared error. */
  stiffness(means: Float64Array, alpha: number): number;
  /** How much more the counts vary than Poisson counts of these means: the slope in alpha at 0. */
  excess(means: Float64Array): number;
}

/**
 * The likelihood of given counts as a function of their means and of one dispersion, for searches that try many of both.
 *
 * @example
 * countSurface(Float64Array.of(1)).at(Float64Array.of(1), 0, new Float64Array(1)).height // 0
 */
export function countSurface(values: Float64Array): CountSurface {
  const numbers = wholeNumbers(values);
  const sums: WholeSums = { first: 0, second: 0 };
  // About what the likeliest means would give: the height is then of the order of the number of counts, not of their sum.
  const most = values.reduce((sum, y) => sum + (y > 0 ? y * Math.log(y) - y : 0), 0);
  return {
    at: (means, alpha, slopes) => {
      let [height, force] = [-most, 0];
      for (let row = 0; row < values.length; row++) {
        const [y, mean] = [values[row], means[row]];
        const c = 1 / (1 + alpha * mean);
        slopes[row] = (y - mean) * c;
        if (y > 0) height += y * Math.log(mean);
        if (alpha === 0) {
          height -= mean;
          continue;
        }
        const log = Math.log1p(alpha * mean);
        height -= (y + 1 / alpha) * log;
        force += log / alpha - (1 + y * alpha) * mean * c;
      }
      if (alpha === 0) return { height, force };
      wholeSums(numbers, alpha, sums);
      return { height: height + risingLogs(numbers, alpha), force: force + alpha * sums.first };
    },
    stiffness: (means, alpha) => {
      wholeSums(numbers, alpha, sums);
      let bend = sums.second;
      for (let row = 0; row < values.length; row++) {
        const [y, mean] = [values[row], means[row]];
        const part = mean / (1 + alpha * mean);
        bend += (2 * logRest(alpha * mean) * part - y) * part * part;
      }
      return bend;
    },
    excess: (means) => {
      let sum = 0;
      for (let row = 0; row < values.length; row++) sum += (values[row] - means[row]) ** 2 - values[row];
      return sum / 2;
    },
  };
}
