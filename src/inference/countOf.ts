import type { CountDistribution } from "../core/distribution.js";

/** A count of this mean: Poisson or, with a size, negative binomial. */
export function countOf(mean: number, size?: number): CountDistribution {
  return size === undefined ? { family: "poisson", mean } : { family: "negbin", mean, size };
}
