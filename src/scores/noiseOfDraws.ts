import type { Distribution } from "../core/distribution.js";

/**
 * The standard error that a finite number of draws leaves in a score: the infinitesimal jackknife. `pulls` says how far
 * each draw pulls the score, up to a constant. 0 for what holds no draws; NaN for a single draw, and for a mixture that holds
 * draws, whose parts were drawn each for itself.
 *
 * @see Efron (1982) The Jackknife, the Bootstrap and Other Resampling Plans, SIAM, chapter 6
 */
export function noiseOfDraws(says: Distribution, pulls: (values: readonly number[]) => ArrayLike<number>): number {
  if (says.family !== "draws") return holdsDraws(says) ? Number.NaN : 0;
  const each = pulls(says.values);
  const n = each.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += each[i] / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (each[i] - mean) ** 2;
  return Math.sqrt(squares / n / (n - 1));
}

/** Whether any part of a distribution is known by draws alone. */
export function holdsDraws(says: Distribution): boolean {
  return says.family === "mixture" ? says.of.some(holdsDraws) : says.family === "draws";
}
