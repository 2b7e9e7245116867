import type { Distribution } from "../core/distribution.js";
import { familyOf } from "./families.js";

/**
 * What comes on average; NaN for Student's t with 1 degree of freedom or fewer, which has none.
 *
 * @throws InputError when the parameters cannot be
 * @example
 * mean({ family: "zeroInflated", zero: 0.25, of: { family: "poisson", mean: 2 } }) // 1.5
 */
export function mean(distribution: Distribution): number {
  return familyOf("mean", distribution).mean(distribution);
}
