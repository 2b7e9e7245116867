import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { familyFor, familyOf } from "./families.js";

/**
 * The chance of exactly `k`, for a distribution of counts, for draws or a mixture of such; 0 for what is no count.
 *
 * @throws InputError when the parameters cannot be, k is not a number, or the family is of measures
 * @example
 * pmf({ family: "hurdle", zero: 0.25, of: { family: "poisson", mean: 2 } }, 0) // 0.25
 */
export function pmf(distribution: Distribution, k: number): number {
  const family = familyOf("pmf", distribution);
  if (Number.isNaN(k)) throw new InputError("pmf: needs a number, got NaN");
  if (family.isCount(distribution))
    return Number.isInteger(k) && k >= 0 ? Math.exp(family.logDensity(distribution, k)) : 0;
  if (hasPoints(distribution)) return Math.exp(family.logDensity(distribution, k));
  throw new InputError(`pmf: needs a family of counts, got ${distribution.family}; logDensity() gives its density`);
}

function hasPoints(distribution: Distribution): boolean {
  if (distribution.family === "mixture") return distribution.of.every(hasPoints);
  return distribution.family === "draws" || familyFor(distribution).isCount(distribution);
}
