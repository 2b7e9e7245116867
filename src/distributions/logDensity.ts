import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { familyOf } from "./families.js";

/**
 * How likely `x` is, as a natural log: for counts the chance of exactly x (-Infinity for what is no count), for measures
 * the density, for draws the share of them that equal x. For quantiles it is the slope of the straight line between two
 * of them, and Infinity at a value that holds a chance of its own.
 *
 * @throws InputError when the parameters cannot be, or x is not a number
 * @example
 * Math.exp(logDensity({ family: "poisson", mean: 2 }, 0)) // 0.1353352832366127
 */
export function logDensity(distribution: Distribution, x: number): number {
  const family = familyOf("logDensity", distribution);
  if (Number.isNaN(x)) throw new InputError("logDensity: needs a number, got NaN");
  if (family.isCount(distribution) && !(Number.isInteger(x) && x >= 0)) return -Infinity;
  return family.logDensity(distribution, x);
}
