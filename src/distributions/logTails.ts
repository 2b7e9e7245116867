import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import type { LogTails } from "../math/incompleteGamma.js";
import { familyOf } from "./families.js";

/**
 * Natural logs of the chance of `x` or less (`lower`) and of `x` or more (`upper`), each with its own digits, to chances
 * far below 1e-300. A count of exactly x is in both.
 *
 * @throws InputError when the parameters cannot be, or x is not a number
 * @example
 * logTails({ family: "poisson", mean: 1e-8 }, 40).upper // -847.1472494297163
 */
export function logTails(distribution: Distribution, x: number): LogTails {
  const family = familyOf("logTails", distribution);
  if (Number.isNaN(x)) throw new InputError("logTails: needs a number, got NaN");
  if (x === Infinity) return { lower: 0, upper: -Infinity };
  if (x === -Infinity) return { lower: -Infinity, upper: 0 };
  if (!family.isCount) return family.logTails(distribution, x);
  if (x <= -1) return { lower: -Infinity, upper: 0 };
  const above = family.logTails(distribution, Math.ceil(x) + 0);
  if (Number.isInteger(x)) return above;
  return { lower: x < 0 ? -Infinity : family.logTails(distribution, Math.floor(x)).lower, upper: above.upper };
}
