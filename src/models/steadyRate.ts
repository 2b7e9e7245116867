import type { Distribution } from "../core/distribution.js";
import { type CountGroup, totalsOf } from "./countGroups.js";

/**
 * What to expect of a period at a steady rate that is known by counts alone: the gamma that Jeffreys' rule leaves of the rate, and
 * so a negative binomial. After n periods without an event another period like them has one with a chance of about 1 in 2n.
 *
 * @see Gelman et al. (2013) Bayesian Data Analysis, 3rd ed., section 2.6
 * @example
 * steadyRate([{ value: 0, exposure: 1, weight: 24 }], 12) // { family: "negbin", mean: 0.25, size: 0.5 }
 */
export function steadyRate(groups: readonly CountGroup[], exposure: number): Distribution {
  const total = totalsOf(groups);
  const size = total.events + 0.5;
  return { family: "negbin", mean: (exposure * size) / total.exposure, size };
}
