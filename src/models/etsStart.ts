import type { EtsForm } from "./etsForm.js";
import { boundedShares, type EtsPoint } from "./etsPath.js";
import type { EtsProblem } from "./etsProblem.js";

/** Where a search begins: alpha, the shares of their ranges that beta and gamma have, and phi. */
export type EtsStart = readonly [alpha: number, ofBeta: number, ofGamma: number, phi: number];

/** Beginnings far apart, the likeliest first: likelihoods of these forms often have several tops. */
export const etsStarts: readonly EtsStart[] = [
  [0.2, 0.1, 0.05, 0.97],
  [0.6, 0.02, 0.3, 0.9],
  [0.02, 0.5, 0.02, 0.97],
  [0.1, 0.5, 0.9, 0.97],
  [0.9, 0.2, 0.02, 0.82],
  [0.3, 0.01, 0.9, 0.82],
  [0.05, 0.9, 0.7, 0.97],
];

/**
 * A beginning with its states: the level of the first periods, no slope, and the seasons' means about the whole's; drawn
 * towards no season until every forecast that has to be positive is.
 */
export function startAt(problem: EtsProblem, values: Float64Array, form: EtsForm, start: EtsStart): Float64Array {
  const { period } = problem;
  const x = new Float64Array(problem.size);
  const [alpha, ofBeta, ofGamma, phi] = start;
  let at = 0;
  x[at++] = alpha;
  if (form.trend !== "N") x[at++] = ofBeta;
  if (form.season !== "N") x[at++] = ofGamma;
  if (form.trend === "Ad") x[at++] = phi;
  const n = values.length;
  const seen = Math.min(n, Math.max(10, 2 * period));
  let level = 0;
  for (let t = 0; t < seen; t++) level += values[t] / seen;
  x[at++] = level;
  if (form.trend !== "N") x[at++] = 0;
  if (form.season === "N") return x;
  const seasons = seasonsOf(values, period, form.season === "M");
  const none = form.season === "M" ? 1 : 0;
  for (let share = 1; share > 0.01; share /= 2) {
    for (let k = 1; k < period; k++) x[at + k - 1] = none + share * (seasons[k] - none);
    if (problem.height(x) < Infinity) break;
  }
  return x;
}

/** A beginning at the top of a simpler form: the same point, and what that form does not have. */
export function startFrom(problem: EtsProblem, form: EtsForm, near: EtsPoint): Float64Array {
  const x = new Float64Array(problem.size);
  const { ofBeta, ofGamma } = boundedShares(near);
  let at = 0;
  x[at++] = near.alpha;
  if (form.trend !== "N") x[at++] = near.phi === 0 ? 0.01 : ofBeta;
  if (form.season !== "N") x[at++] = ofGamma;
  if (form.trend === "Ad") x[at++] = near.phi > 0.8 && near.phi < 0.98 ? near.phi : 0.975;
  x[at++] = near.level;
  if (form.trend !== "N") x[at++] = near.slope;
  for (let k = 1; k < near.seasons.length; k++) x[at++] = near.seasons[k];
  return x;
}

/** Each season's mean about the mean of all: as a difference, or as a ratio of at least 0.01. They make up 0, or 1 each. */
function seasonsOf(values: Float64Array, period: number, isScaled: boolean): Float64Array {
  const n = values.length;
  const seasons = new Float64Array(period);
  let whole = 0;
  for (const y of values) whole += y / n;
  let mean = 0;
  for (let k = 0; k < period; k++) {
    let sum = 0;
    let count = 0;
    for (let t = k; t < n; t += period, count++) sum += values[t];
    seasons[k] = isScaled ? Math.max(0.01, sum / count / whole) : sum / count - whole;
    mean += seasons[k] / period;
  }
  return seasons.map((one) => (isScaled ? one / mean : one - mean));
}
