import type { SquaresProblem } from "../math/descend.js";
import { type EtsForm, etsBounds } from "./etsForm.js";
import { type EtsPoint, isStable } from "./etsPath.js";
import { followSlopes, type SlopeWork } from "./etsSlopes.js";

/** A form's fit to counts as a sum of squares over the numbers that are free. */
export interface EtsProblem extends SquaresProblem {
  readonly size: number;
  /** Seasons in a cycle; 1 where the form has none. */
  readonly period: number;
  pointOf(x: Float64Array): EtsPoint;
}

/**
 * The likelihood of a form as a sum of squares: of the errors, times (for M errors) the geometric mean of the forecasts, so
 * that n times its logarithm is -2 log-likelihood but for constants. Free are alpha, the share of its range that beta has
 * (up to alpha), likewise gamma (up to 1 - alpha), phi, the level, the slope and all seasons but the first.
 * `room` is where slopes may be written, instead of in room of its own.
 */
export function etsProblem(values: Float64Array, form: EtsForm, period: number, room?: Float64Array): EtsProblem {
  const n = values.length;
  const hasTrend = form.trend !== "N";
  const hasSeason = form.season !== "N";
  const isDamped = form.trend === "Ad";
  const isScaled = form.season === "M";
  const isRelative = form.error === "M";
  const m = hasSeason ? period : 1;
  // Places in x: alpha is 0.
  const ofBeta = hasTrend ? 1 : -1;
  const ofGamma = hasSeason ? 1 + Number(hasTrend) : -1;
  const ofPhi = isDamped ? 2 + Number(hasSeason) : -1;
  const ofLevel = 1 + Number(hasTrend) + Number(hasSeason) + Number(isDamped);
  const ofSlope = hasTrend ? ofLevel + 1 : -1;
  const ofSeasons = ofLevel + 1 + Number(hasTrend);
  const size = ofSeasons + m - 1;
  const { least, most, leastDamping, mostDamping } = etsBounds;
  const lower = new Float64Array(size).fill(-Infinity);
  const upper = new Float64Array(size).fill(Infinity);
  const bound = (place: number, low: number, high: number): void => {
    if (place < 0) return;
    lower[place] = low;
    upper[place] = high;
  };
  bound(0, least, most);
  bound(ofBeta, 0, 1);
  bound(ofGamma, 0, 1);
  bound(ofPhi, leastDamping, mostDamping);
  const seasons = new Float64Array(m);
  const point = { alpha: 0, beta: 0, gamma: 0, phi: 0, level: 0, slope: 0, seasons };
  const places = { ofBeta, ofGamma, ofPhi, ofLevel, ofSlope, ofSeasons, size };
  const wide = 3 * Math.ceil(size / 3);
  const rows = room !== undefined && room.length >= n * wide ? room : new Float64Array(n * wide);
  const work: SlopeWork = {
    ...{ values, places, isScaled, isRelative, hasSeason, wide },
    rows,
    ofLevels: new Float64Array(wide),
    ofSlopes: new Float64Array(wide),
    ofSeasons: new Float64Array(m * wide),
    mean: new Float64Array(wide),
    cross: new Float64Array(wide),
    products: new Float64Array(wide * wide),
    seasons: new Float64Array(m),
  };

  /** Reads x into `point`. */
  function read(x: Float64Array): void {
    const alpha = x[0];
    point.alpha = alpha;
    point.beta = hasTrend ? least + (alpha - least) * x[ofBeta] : 0;
    point.gamma = hasSeason ? least + (most - alpha) * x[ofGamma] : 0;
    point.phi = isDamped ? x[ofPhi] : hasTrend ? 1 : 0;
    point.level = x[ofLevel];
    point.slope = hasTrend ? x[ofSlope] : 0;
    if (!hasSeason) return;
    let first = isScaled ? m : 0;
    for (let k = 1; k < m; k++) {
      seasons[k] = x[ofSeasons + k - 1];
      first -= seasons[k];
    }
    seasons[0] = first;
  }

  function height(x: Float64Array): number {
    read(x);
    if (isScaled) for (let k = 0; k < m; k++) if (seasons[k] < 0) return Infinity;
    if (hasSeason && hasTrend && !isStable(point, m)) return Infinity;
    const { alpha, beta, gamma, phi } = point;
    let { level, slope } = point;
    let squares = 0;
    let logs = 0;
    let product = 1;
    for (let t = 0, k = 0; t < n; t++) {
      const y = values[t];
      const base = level + phi * slope;
      let off: number;
      let expected: number;
      if (isScaled) {
        const season = seasons[k];
        expected = base * season;
        off = y / season - base;
        seasons[k] = season + gamma * (y / base - season);
      } else if (hasSeason) {
        expected = base + seasons[k];
        off = y - expected;
        seasons[k] += gamma * off;
      } else {
        expected = base;
        off = y - base;
      }
      if (isRelative) {
        if (!(expected > 1e-10)) return Infinity;
        const error = (y - expected) / expected;
        squares += error * error;
        product *= expected;
        if (product > 1e100 || product < 1e-100) {
          logs += Math.log(product);
          product = 1;
        }
      } else squares += (y - expected) * (y - expected);
      level = base + alpha * off;
      slope = phi * slope + beta * off;
      if (++k === m) k = 0;
    }
    return Math.log(squares) + (2 * (logs + Math.log(product))) / n;
  }

  return {
    ...{ size, period: m, lower, upper, height },
    pointOf: (x) => {
      read(x);
      return { ...point, seasons: Float64Array.from(hasSeason ? seasons : []) };
    },
    normal: (x, curvature, slope) => {
      read(x);
      followSlopes(work, point, curvature, slope);
    },
  };
}
