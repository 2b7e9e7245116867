import { fitForm } from "./etsFit.js";
import { etsBounds, etsFormNamed } from "./etsForm.js";
import { etsPath } from "./etsPath.js";

/** The Theta method fitted to counts. */
export interface ThetaFit {
  readonly alpha: number;
  /** Of the exponential smoothing, before the first period. */
  readonly level: number;
  /** After the last period. */
  readonly last: number;
  /** Half the slope of the straight line through what is smoothed. */
  readonly drift: number;
  /** How the seasons are taken out. */
  readonly season: "none" | "added" | "multiplied";
  /** Of the first periods, in order of time; none where there are none. */
  readonly seasons: readonly number[];
  /** Forecasts of each period from those before it (all of them told the drift). */
  readonly fitted: Float64Array;
}

/** Fits by exponential smoothing of the seasonally adjusted counts; `given` is a smoothing already known. */
export function thetaFit(
  values: readonly number[],
  period: number,
  given?: { readonly alpha: number; readonly level: number },
): ThetaFit {
  const season = !hasSeason(values, period) ? "none" : values.every((one) => one > 0) ? "multiplied" : "added";
  const seasons = season === "none" ? [] : classicalSeasons(values, period, season === "multiplied");
  const rest = Float64Array.from(values, (one, t) =>
    season === "none" ? one : season === "added" ? one - seasons[t % period] : one / seasons[t % period],
  );
  const form = etsFormNamed("ANN");
  const isConstant = rest.every((one) => one === rest[0]);
  const none = { beta: 0, gamma: 0, phi: 0, slope: 0, seasons: new Float64Array(0) };
  // What never moved tells of no smoothing: it takes the least, as ets does.
  const known = isConstant ? { alpha: etsBounds.least, level: rest[0] } : given;
  const at = known === undefined ? fitForm(rest, form, 1).at : { ...known, ...none };
  const end = etsPath(rest, form, at);
  const drift = slopeOf(rest) / 2;
  const fitted = end.fitted.map((one, t) => {
    const smooth = one + (drift * (1 - (1 - at.alpha) ** t)) / at.alpha;
    return season === "none"
      ? smooth
      : season === "added"
        ? smooth + seasons[t % period]
        : smooth * seasons[t % period];
  });
  return { alpha: at.alpha, level: at.level, last: end.level, drift, season, seasons, fitted };
}

/** After `n` periods, what is expected so many steps ahead, 0 for the next period, where the smoothed level stands by then. */
export function thetaExpected(fit: ThetaFit, n: number): (level: number, h: number) => number {
  const begun = (1 - (1 - fit.alpha) ** n) / fit.alpha;
  return (level, h) => withSeason(fit, level + fit.drift * (h + begun), n + h);
}

/** What a smoothed forecast is once the season of the period `t` (from 0) is put back. */
function withSeason({ season, seasons }: ThetaFit, smooth: number, t: number): number {
  if (season === "none") return smooth;
  const one = seasons[t % seasons.length];
  return season === "added" ? smooth + one : smooth * one;
}

/** Whether counts a cycle apart are more alike than chance makes them (at 10%): the test of the M3 competition. */
function hasSeason(values: readonly number[], period: number): boolean {
  const n = values.length;
  if (period < 2 || n <= 2 * period) return false;
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  const gaps = values.map((one) => one - mean);
  const products = (lag: number): number => {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += gaps[t] * gaps[t - lag];
    return sum;
  };
  const whole = products(0);
  if (!(whole > 0)) return false;
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += (products(lag) / whole) ** 2;
  return Math.abs(products(period) / whole) / Math.sqrt((1 + 2 * squares) / n) > 1.6448536269514722;
}

/** Seasons of a classical decomposition: about a centred moving average over one cycle, averaged over the cycles. */
function classicalSeasons(values: readonly number[], period: number, isMultiplied: boolean): number[] {
  const n = values.length;
  const half = Math.floor(period / 2);
  const isEven = period % 2 === 0;
  const sums = new Array<number>(period).fill(0);
  const counts = new Array<number>(period).fill(0);
  for (let t = half; t < n - half; t++) {
    let trend = 0;
    for (let lag = -half; lag <= half; lag++)
      trend += (isEven && Math.abs(lag) === half ? 0.5 : 1) * (values[t + lag] / period);
    sums[t % period] += isMultiplied ? values[t] / trend : values[t] - trend;
    counts[t % period]++;
  }
  const means = sums.map((sum, k) => sum / counts[k]);
  const mean = means.reduce((sum, one) => sum + one, 0) / period;
  return means.map((one) => (isMultiplied ? one / mean : one - mean));
}

/** The slope of the straight line of least squares through the values, a period as the unit. */
function slopeOf(values: Float64Array): number {
  const middle = (values.length - 1) / 2;
  let across = 0;
  let squares = 0;
  for (let t = 0; t < values.length; t++) {
    across += (t - middle) * values[t];
    squares += (t - middle) ** 2;
  }
  return across / squares;
}
