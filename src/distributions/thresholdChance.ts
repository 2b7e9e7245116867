import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import type { Threshold } from "../core/forecast.js";
import { logTails } from "./logTails.js";

/**
 * The chance that a value meets a threshold.
 *
 * @throws InputError when not exactly one bound is given, or the parameters cannot be
 * @example
 * thresholdChance({ family: "draws", values: [1, 5, 9, 30] }, { atLeast: 9 }) // 0.5
 */
export function thresholdChance(distribution: Distribution, threshold: Threshold): number {
  const given = Object.values(threshold).filter((bound) => bound !== undefined);
  if (given.length !== 1 || Number.isNaN(given[0]))
    throw new InputError(`thresholdChance: needs exactly one bound, got ${JSON.stringify(threshold)}`);
  const { above, atLeast, below, atMost } = threshold;
  const { lower, upper } = logTails(distribution, given[0]);
  if (atLeast !== undefined) return Math.exp(upper);
  if (atMost !== undefined) return Math.exp(lower);
  // What does not meet it is known as well as what does; the smaller of the two is the exact one.
  if (above !== undefined) return 0 - Math.expm1(lower);
  return below === undefined ? Number.NaN : 0 - Math.expm1(upper);
}
