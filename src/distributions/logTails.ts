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
 * logTails({ family: "poisson", mean: 1e-8 }, 40).upper // -847.1478694826083
 */
export function logTails(distribution: Distribution, x: number): LogTails {
  const family = familyOf("logTails", distribution);
  if (Number.isNaN(x)) throw new InputError("logTails: needs a number, got NaN");
  if (x === Infinity) return { lower: 0, upper: -Infinity };
  if (x === -Infinity) return { lower: -Infinity, upper: 0 };
  if (family.isCount && x <= -1) return { lower: -Infinity, upper: 0 };
  const above = family.logTails(distribution, family.isCount ? Math.ceil(x) + 0 : x);
  const isBetween = family.isCount && !Number.isInteger(x);
  const below = isBetween && x > 0 ? family.logTails(distribution, Math.floor(x)) : above;
  // Adding 0 turns the -0 that logs of what is all but certain may be into 0.
  return { lower: isBetween && x < 0 ? -Infinity : below.lower + 0, upper: above.upper + 0 };
}
