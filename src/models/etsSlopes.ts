import { columnProducts } from "../math/columnProducts.js";
import { etsBounds } from "./etsForm.js";
import type { EtsPoint } from "./etsPath.js";

/** Where each free number stands; -1 where a form has none. */
export interface EtsPlaces {
  readonly ofBeta: number;
  readonly ofGamma: number;
  readonly ofPhi: number;
  readonly ofLevel: number;
  readonly ofSlope: number;
  readonly ofSeasons: number;
  readonly size: number;
}

/** Room to work in, so that a step makes nothing new. */
export interface SlopeWork {
  readonly values: Float64Array;
  readonly places: EtsPlaces;
  readonly isScaled: boolean;
  readonly isRelative: boolean;
  readonly hasSeason: boolean;
  /** Length of a row: the free numbers and what fills up to a multiple of 3. */
  readonly wide: number;
  /** Slopes of each period's forecast, n * wide; the filling stays 0. */
  readonly rows: Float64Array;
  readonly ofLevels: Float64Array;
  readonly ofSlopes: Float64Array;
  readonly ofSeasons: Float64Array;
  readonly mean: Float64Array;
  readonly cross: Float64Array;
  /** wide * wide. */
  readonly products: Float64Array;
  readonly seasons: Float64Array;
}

/** The normal equations of a form's squares at a point, as `SquaresProblem.normal` gives them. */
export function followSlopes(work: SlopeWork, at: EtsPoint, curvature: Float64Array, slope: Float64Array): void {
  const squares = forecastSlopes(work, at);
  const { rows, mean, cross, products, wide, isRelative } = work;
  const { size } = work.places;
  const n = work.values.length;
  columnProducts(rows, n * wide, wide, products);
  for (let i = 0; i < size; i++) {
    mean[i] = isRelative ? mean[i] / n : 0;
    cross[i] /= squares;
    slope[i] = mean[i] - cross[i];
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++)
      curvature[i * size + j] =
        products[i * wide + j] / squares - cross[i] * mean[j] - mean[i] * cross[j] + mean[i] * mean[j];
  }
}

/**
 * Fills `rows` with the slopes of each period's forecast (of its logarithm, times 1 + error, for relative errors), `cross`
 * with their sum times the errors, `mean` with the sum of the logarithms' slopes; gives the sum of squared errors. The
 * residual of a relative error is it times the forecasts' geometric mean, whose slope is the mean of the logarithms'.
 */
function forecastSlopes(work: SlopeWork, at: EtsPoint): number {
  const { values, places, isScaled, isRelative, hasSeason, rows, seasons, wide, mean, cross } = work;
  const { ofLevels, ofSlopes, ofSeasons } = work;
  const { ofBeta, ofGamma, ofPhi } = places;
  const { alpha, beta, gamma, phi } = at;
  const n = values.length;
  const m = hasSeason ? at.seasons.length : 1;
  const hasTrend = ofBeta >= 0;
  const shares = sharesOf(places, at);
  let { level, slope } = at;
  let squares = 0;
  begin(work, at);
  for (let t = 0, k = 0; t < n; t++) {
    const y = values[t];
    const base = level + phi * slope;
    const row = t * wide;
    const line = k * wide;
    const season = hasSeason ? seasons[k] : 0;
    const expected = isScaled ? base * season : base + season;
    const off = isScaled ? y / season - base : y - expected;
    const offSeason = isScaled ? y / base - season : off;
    const unit = isRelative ? 1 / expected : 1;
    const error = (y - expected) * unit;
    const ratio = isRelative ? 1 + error : 1;
    squares += error * error;
    if (ofPhi >= 0) ofLevels[ofPhi] += slope;
    if (isScaled) {
      const toSeason = -y / (season * season);
      const toBase = -y / (base * base);
      for (let j = 0; j < wide; j++) {
        const b = ofSlopes[j];
        const u = ofLevels[j] + phi * b;
        const w = ofSeasons[line + j];
        const cell = (season * u + base * w) * unit;
        const moved = toSeason * w - u;
        mean[j] += cell;
        rows[row + j] = ratio * cell;
        cross[j] += error * ratio * cell;
        ofLevels[j] = u + alpha * moved;
        ofSlopes[j] = phi * b + beta * moved;
        ofSeasons[line + j] = w + gamma * (toBase * u - w);
      }
    } else {
      for (let j = 0; j < wide; j++) {
        const b = ofSlopes[j];
        const u = ofLevels[j] + phi * b;
        const w = ofSeasons[line + j];
        const moved = u + w;
        const cell = moved * unit;
        mean[j] += cell;
        rows[row + j] = ratio * cell;
        cross[j] += error * ratio * cell;
        ofLevels[j] = u - alpha * moved;
        ofSlopes[j] = phi * b - beta * moved;
        ofSeasons[line + j] = w - gamma * moved;
      }
    }
    ofLevels[0] += off;
    if (hasTrend) ofSlopes[ofBeta] += off;
    if (ofPhi >= 0) ofSlopes[ofPhi] += slope;
    if (hasSeason) {
      ofSeasons[line + ofGamma] += offSeason;
      seasons[k] = season + gamma * offSeason;
    }
    toShares(rows, row, places, shares);
    level = base + alpha * off;
    slope = phi * slope + beta * off;
    if (++k === m) k = 0;
  }
  toShares(mean, 0, places, shares);
  toShares(cross, 0, places, shares);
  return squares;
}

/** Sets what is carried along to the initial states. */
function begin({ places, hasSeason, ...work }: SlopeWork, at: EtsPoint): void {
  for (const each of [work.ofLevels, work.ofSlopes, work.ofSeasons, work.mean, work.cross]) each.fill(0);
  work.ofLevels[places.ofLevel] = 1;
  if (places.ofSlope >= 0) work.ofSlopes[places.ofSlope] = 1;
  if (!hasSeason) return;
  work.seasons.set(at.seasons);
  for (let k = 1; k < at.seasons.length; k++) {
    work.ofSeasons[k * work.wide + places.ofSeasons + k - 1] = 1;
    work.ofSeasons[places.ofSeasons + k - 1] = -1;
  }
}

/** What beta's and gamma's shares of what alpha leaves them are, and how far each range goes. */
interface Shares {
  readonly beta: number;
  readonly gamma: number;
  readonly rangeOfBeta: number;
  readonly rangeOfGamma: number;
}

function sharesOf({ ofBeta, ofGamma }: EtsPlaces, { alpha, beta, gamma }: EtsPoint): Shares {
  const { least, most } = etsBounds;
  return {
    beta: ofBeta >= 0 && alpha > least ? (beta - least) / (alpha - least) : 0,
    gamma: ofGamma >= 0 && alpha < most ? (gamma - least) / (most - alpha) : 0,
    ...{ rangeOfBeta: alpha - least, rangeOfGamma: most - alpha },
  };
}

/** Turns slopes by alpha, beta and gamma into slopes by alpha and the two shares. */
function toShares(row: Float64Array, from: number, { ofBeta, ofGamma }: EtsPlaces, shares: Shares): void {
  if (ofBeta >= 0) {
    row[from] += shares.beta * row[from + ofBeta];
    row[from + ofBeta] *= shares.rangeOfBeta;
  }
  if (ofGamma >= 0) {
    row[from] -= shares.gamma * row[from + ofGamma];
    row[from + ofGamma] *= shares.rangeOfGamma;
  }
}
