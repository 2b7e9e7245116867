import { type EtsForm, etsBounds } from "./etsForm.js";

/** Smoothing parameters and initial states; `seasons` are of the first periods, in order of time. */
export interface EtsPoint {
  readonly alpha: number;
  /** 0 without a trend. */
  readonly beta: number;
  /** 0 without a season. */
  readonly gamma: number;
  /** 1 where the trend is not damped, 0 where there is none. */
  readonly phi: number;
  readonly level: number;
  readonly slope: number;
  readonly seasons: Float64Array;
}

/** Where a path of a form ends: what the next period starts from. */
export interface EtsEnd {
  /** -2 log-likelihood without its constants: n log of the sum of squared errors, and for M errors twice the log of each forecast. */
  readonly height: number;
  readonly squares: number;
  readonly level: number;
  readonly slope: number;
  /** In order of time, the next period's first. */
  readonly seasons: Float64Array;
  /** One-step forecasts of each period. */
  readonly fitted: Float64Array;
}

/**
 * A form followed through counts from its initial states.
 *
 * @see Hyndman, Koehler, Ord & Snyder (2008) Forecasting with exponential smoothing, chapter 2
 */
export function etsPath(values: ArrayLike<number>, form: EtsForm, at: EtsPoint): EtsEnd {
  const n = values.length;
  const m = form.season === "N" ? 1 : at.seasons.length;
  const seasons = Float64Array.from(at.seasons);
  const fitted = new Float64Array(n);
  let { level, slope } = at;
  let squares = 0;
  let logs = 0;
  for (let t = 0, k = 0; t < n; t++, k = k + 1 === m ? 0 : k + 1) {
    const base = level + at.phi * slope;
    const season = form.season === "N" ? 0 : seasons[k];
    const expected = form.season === "M" ? base * season : base + season;
    fitted[t] = expected;
    const error = form.error === "A" ? values[t] - expected : (values[t] - expected) / expected;
    squares += error * error;
    if (form.error === "M") logs += Math.log(Math.abs(expected));
    const ofLevel = form.season === "M" ? values[t] / season - base : values[t] - expected;
    if (form.season !== "N") {
      const ofSeason = form.season === "M" ? values[t] / base - season : ofLevel;
      seasons[k] = season + at.gamma * ofSeason;
    }
    level = base + at.alpha * ofLevel;
    slope = at.phi * slope + at.beta * ofLevel;
  }
  const next = form.season === "N" ? seasons : seasons.map((_, k) => seasons[(k + n) % m]);
  return { height: n * Math.log(squares) + 2 * logs, squares, level, slope, seasons: next, fitted };
}

/**
 * Whether forecasts forget their initial states: no root of the form's characteristic polynomial lies outside the unit
 * circle. Within the usual bounds only seasons together with a trend can fail it.
 *
 * @see Hyndman, Akram & Archibald (2008) Annals of the Institute of Statistical Mathematics 60, 407–426
 */
export function isStable({ alpha, beta, gamma, phi }: EtsPoint, period: number): boolean {
  const degree = period + 1;
  const row = new Float64Array(degree + 1).fill(alpha + beta - alpha * phi);
  row[degree] = phi * (1 - alpha - gamma);
  row[degree - 1] = alpha + beta - alpha * phi + gamma - 1;
  row[1] = alpha + beta - phi;
  row[0] = 1;
  // Schur and Cohn: each turn lowers the degree by one, and the last coefficient must stay below the first.
  for (let top = degree; top > 0; top--) {
    const share = row[top] / row[0];
    if (!(Math.abs(share) < 1)) return false;
    for (let i = 0; 2 * i < top; i++) {
      const [low, high] = [row[i], row[top - i]];
      row[i] = low - share * high;
      row[top - i] = high - share * low;
    }
    if (top % 2 === 0) row[top / 2] *= 1 - share;
  }
  return true;
}

/** How far beta goes along its range for a given alpha, and gamma along its own: shares in [0, 1]. */
export function boundedShares({ alpha, beta, gamma }: EtsPoint): { ofBeta: number; ofGamma: number } {
  const { least, most } = etsBounds;
  const within = (share: number): number => Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share));
  return { ofBeta: within((beta - least) / (alpha - least)), ofGamma: within((gamma - least) / (most - alpha)) };
}
