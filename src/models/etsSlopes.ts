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
  /** Slopes of each period's forecast, n * size. */
  readonly rows: Float64Array;
  readonly errors: Float64Array;
  readonly ofLevels: Float64Array;
  readonly ofSlopes: Float64Array;
  readonly ofSeasons: Float64Array;
  readonly mean: Float64Array;
  readonly cross: Float64Array;
  readonly seasons: Float64Array;
}

/** The normal equations of a form's squares at a point, as `SquaresProblem.normal` gives them. */
export function followSlopes(work: SlopeWork, at: EtsPoint, curvature: Float64Array, slope: Float64Array): void {
  forecastSlopes(work, at);
  const { rows, errors, values, mean, cross, isRelative } = work;
  const n = values.length;
  const { size } = work.places;
  let squares = 0;
  for (let t = 0; t < n; t++) squares += errors[t] * errors[t];
  slope.fill(0);
  if (isRelative) {
    // Residual: error times the forecasts' geometric mean; rows hold the slopes of each forecast's logarithm.
    mean.fill(0);
    cross.fill(0);
    for (let t = 0; t < n; t++) {
      const ratio = 1 + errors[t];
      const weight = ratio * errors[t];
      const row = t * size;
      for (let j = 0; j < size; j++) {
        const cell = rows[row + j];
        mean[j] += cell;
        cross[j] += weight * cell;
        rows[row + j] = ratio * cell;
      }
    }
    for (let j = 0; j < size; j++) {
      mean[j] /= n;
      slope[j] = mean[j] - cross[j] / squares;
    }
  } else {
    for (let t = 0; t < n; t++) {
      const row = t * size;
      for (let j = 0; j < size; j++) slope[j] -= errors[t] * rows[row + j];
    }
    for (let j = 0; j < size; j++) slope[j] /= squares;
  }
  addSquares(rows, n, size, curvature);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const cell = curvature[i * size + j] / squares;
      curvature[i * size + j] = isRelative
        ? cell - (cross[i] * mean[j] + mean[i] * cross[j]) / squares + mean[i] * mean[j]
        : cell;
    }
  }
}

/** The lower half of rows' rows, four rows at a time. */
function addSquares(rows: Float64Array, n: number, size: number, into: Float64Array): void {
  into.fill(0);
  let t = 0;
  for (; t + 4 <= n; t += 4) {
    const a = t * size;
    const b = a + size;
    const c = b + size;
    const d = c + size;
    for (let i = 0; i < size; i++) {
      const p = rows[a + i];
      const q = rows[b + i];
      const r = rows[c + i];
      const s = rows[d + i];
      const line = i * size;
      for (let j = 0; j <= i; j++)
        into[line + j] += p * rows[a + j] + q * rows[b + j] + r * rows[c + j] + s * rows[d + j];
    }
  }
  for (; t < n; t++) {
    const a = t * size;
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) into[i * size + j] += rows[a + i] * rows[a + j];
  }
}

/** Errors of each period, and the slopes of its forecast (of the forecast's logarithm for relative errors) in `rows`. */
function forecastSlopes(work: SlopeWork, at: EtsPoint): void {
  const { values, places, isScaled, isRelative, hasSeason, rows, errors, seasons } = work;
  const { ofLevels, ofSlopes, ofSeasons } = work;
  const { ofBeta, ofGamma, ofPhi, ofLevel, ofSlope, size } = places;
  const { alpha, beta, gamma, phi } = at;
  const n = values.length;
  const m = hasSeason ? at.seasons.length : 1;
  const hasTrend = ofBeta >= 0;
  const { least, most } = etsBounds;
  const shareOfBeta = hasTrend && alpha > least ? (beta - least) / (alpha - least) : 0;
  const shareOfGamma = hasSeason && alpha < most ? (gamma - least) / (most - alpha) : 0;
  let { level, slope } = at;
  ofLevels.fill(0);
  ofSlopes.fill(0);
  ofSeasons.fill(0);
  ofLevels[ofLevel] = 1;
  if (hasTrend) ofSlopes[ofSlope] = 1;
  if (hasSeason) {
    seasons.set(at.seasons);
    for (let k = 1; k < m; k++) {
      ofSeasons[k * size + places.ofSeasons + k - 1] = 1;
      ofSeasons[places.ofSeasons + k - 1] = -1;
    }
  }
  for (let t = 0, k = 0; t < n; t++) {
    const y = values[t];
    const base = level + phi * slope;
    const row = t * size;
    const line = k * size;
    const season = hasSeason ? seasons[k] : 0;
    const expected = isScaled ? base * season : base + season;
    const off = isScaled ? y / season - base : y - expected;
    const offSeason = isScaled ? y / base - season : off;
    if (hasTrend) for (let j = 0; j < size; j++) ofLevels[j] += phi * ofSlopes[j];
    if (ofPhi >= 0) ofLevels[ofPhi] += slope;
    // From here on ofLevels holds the slopes of `base` until the level is moved on.
    if (isScaled) {
      const toSeason = -y / (season * season);
      const toBase = -y / (base * base);
      for (let j = 0; j < size; j++) {
        const u = ofLevels[j];
        const w = ofSeasons[line + j];
        rows[row + j] = season * u + base * w;
        const moved = toSeason * w - u;
        ofLevels[j] = u + alpha * moved;
        ofSlopes[j] = phi * ofSlopes[j] + beta * moved;
        ofSeasons[line + j] = w + gamma * (toBase * u - w);
      }
    } else {
      for (let j = 0; j < size; j++) {
        const moved = hasSeason ? ofLevels[j] + ofSeasons[line + j] : ofLevels[j];
        rows[row + j] = moved;
        ofLevels[j] -= alpha * moved;
        ofSlopes[j] = phi * ofSlopes[j] - beta * moved;
        if (hasSeason) ofSeasons[line + j] -= gamma * moved;
      }
    }
    ofLevels[0] += off;
    if (hasTrend) ofSlopes[ofBeta] += off;
    if (ofPhi >= 0) ofSlopes[ofPhi] += slope;
    if (hasSeason) ofSeasons[line + ofGamma] += offSeason;
    // From beta and gamma to their shares of what alpha leaves them.
    if (hasTrend) {
      rows[row] += shareOfBeta * rows[row + ofBeta];
      rows[row + ofBeta] *= alpha - least;
    }
    if (hasSeason) {
      rows[row] -= shareOfGamma * rows[row + ofGamma];
      rows[row + ofGamma] *= most - alpha;
      seasons[k] = season + gamma * offSeason;
    }
    errors[t] = y - expected;
    if (isRelative) {
      errors[t] /= expected;
      for (let j = 0; j < size; j++) rows[row + j] /= expected;
    }
    level = base + alpha * off;
    slope = phi * slope + beta * off;
    if (++k === m) k = 0;
  }
}
