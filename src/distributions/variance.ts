import type { Distribution } from "../core/distribution.js";
import { familyOf } from "./families.js";

/**
 * The mean squared distance from the mean (for draws: of the draws themselves, divided by their number). Student's t has
 * none with 1 degree of freedom or fewer (NaN), and an endless one (Infinity) up to 2.
 *
 * @throws InputError when the parameters cannot be
 * @example
 * variance({ family: "negbin", mean: 20, size: 2 }) // 220
 */
export function variance(distribution: Distribution): number {
  return familyOf("variance", distribution).variance(distribution);
}
