import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import type { LogTails } from "../math/incompleteGamma.js";
import { familyOf } from "./families.js";
import { tailsAt } from "./tailsAt.js";

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
  return tailsAt(family, distribution, x);
}
