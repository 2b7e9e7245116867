import type { Distribution } from "../core/distribution.js";
import type { Family } from "./family.js";

/**
 * Equally likely values, such as a model's simulated paths; where they are all that may come `isWhole` says so. Each look goes
 * through all of them.
 */
export const drawsFamily: Family<Extract<Distribution, { family: "draws" }>> = {
  isCount: () => false,
  check: ({ values, isWhole }) => {
    if (!Array.isArray(values) || values.length === 0) return "draws needs at least 1 value, got 0";
    const at = values.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) return `draws needs finite values, got ${values[at]} (value ${at + 1})`;
    const mark: unknown = isWhole;
    if (mark !== undefined && mark !== true)
      return `draws needs isWhole to be true or absent, got ${JSON.stringify(mark)}`;
    return undefined;
  },
  logDensity: ({ values }, x) => logShare(values, (value) => value === x),
  logTails: ({ values }, x) => ({
    lower: logShare(values, (value) => value <= x),
    upper: logShare(values, (value) => value >= x),
  }),
  quantile: ({ values }, p) => Float64Array.from(values).sort()[placeOf(p, values.length)],
  mean: ({ values }) => mean(values),
  variance: ({ values }) => {
    const centre = mean(values);
    return mean(values.map((value) => (value - centre) ** 2));
  },
  sampler:
    ({ values }, uniform) =>
    () =>
      values[Math.floor(uniform() * values.length)],
};

/** Where the quantile of `n` draws stands among them, sorted. */
export function placeOf(p: number, n: number): number {
  const place = p * n;
  // A p that is a share of the draws but for its rounding counts as that share.
  return Math.max(0, Math.ceil(place - 1e-14 * Math.max(1, place)) - 1);
}

function logShare(values: readonly number[], holds: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (holds(value)) count++;
  return Math.log(count / values.length);
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
