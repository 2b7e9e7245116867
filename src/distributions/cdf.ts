import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { familyOf } from "./families.js";
import { logTails } from "./logTails.js";

/**
 * The chance of `x` or less. Chances that differ from 1 by less than a double can say are kept by `logTails().upper`.
 *
 * @throws InputError when the parameters cannot be, or x is not a number
 * @example
 * cdf({ family: "binomial", n: 2, p: 0.5 }, 1) // 0.75
 */
export function cdf(distribution: Distribution, x: number): number {
  familyOf("cdf", distribution);
  if (Number.isNaN(x)) throw new InputError("cdf: needs a number, got NaN");
  return Math.exp(logTails(distribution, x).lower);
}
