import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import type { Threshold } from "../core/forecast.js";
import { familyOf } from "./families.js";
import { logTails } from "./logTails.js";

/**
 * The chance that a count meets a threshold. What is counted is whole, so that above 3 and at least 4 are one question, also
 * of what is not a family of counts. Small chances keep their digits down to 1e-300.
 *
 * @throws InputError when not exactly one bound is given, or the parameters cannot be
 * @example
 * thresholdChance({ family: "draws", values: [1, 5, 9, 30] }, { atLeast: 9 }) // 0.5
 */
export function thresholdChance(distribution: Distribution, threshold: Threshold): number {
  checkThreshold(threshold, "thresholdChance");
  const { above, atLeast, below, atMost } = threshold;
  const isUpper = above !== undefined || atLeast !== undefined;
  const least = above ?? atMost;
  const from = least === undefined ? Math.ceil(atLeast ?? below ?? 0) : Math.floor(least) + 1;
  const isCount = familyOf("thresholdChance", distribution).isCount(distribution);
  if (from <= 0) return isUpper ? 1 : 0;
  if (isUpper) return Math.exp(logTails(distribution, from).upper);
  // Of what is not a family of counts, all that lies below: the greatest number below stands for it.
  return Math.exp(logTails(distribution, isCount ? from - 1 : from * (1 - Number.EPSILON / 2)).lower);
}

/** @throws InputError when not exactly one bound is given, or it is no number */
export function checkThreshold(threshold: Threshold, verb: string): void {
  const bounds = Object.entries(threshold).filter(([, bound]) => bound !== undefined);
  const [first] = bounds;
  const isKnown = first !== undefined && ["above", "atLeast", "below", "atMost"].includes(first[0]);
  if (bounds.length !== 1 || !isKnown || !Number.isFinite(first[1]))
    throw new InputError(
      `${verb}: threshold needs exactly one of above, atLeast, below, atMost, a number, got ${JSON.stringify(threshold)}`,
    );
}
