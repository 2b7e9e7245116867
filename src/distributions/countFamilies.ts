import type { CountDistribution } from "../core/distribution.js";
import { betaBinomialFamily } from "./betaBinomialFamily.js";
import { binomialFamily } from "./binomialFamily.js";
import type { Family } from "./family.js";
import { negbinFamily } from "./negbinFamily.js";
import { poissonFamily } from "./poissonFamily.js";

type CountFamilies = {
  readonly [F in CountDistribution["family"]]: Family<Extract<CountDistribution, { family: F }>>;
};

/** The families that a zero-inflated count or a hurdle may be made of. */
export const countFamilies: CountFamilies = {
  poisson: poissonFamily,
  negbin: negbinFamily,
  binomial: binomialFamily,
  betaBinomial: betaBinomialFamily,
};

/** What is wrong with the parameters of a count, or with its family; or nothing. */
export function faultOfCount(distribution: CountDistribution): string | undefined {
  if (distribution !== null && typeof distribution === "object" && Object.hasOwn(countFamilies, distribution.family)) {
    return countFamilyOf(distribution).check(distribution);
  }
  return `needs one of ${Object.keys(countFamilies).join(", ")}, got ${JSON.stringify(distribution)}`;
}

/** The family of a count; the distribution's own tag says that it fits. */
export function countFamilyOf(distribution: CountDistribution): Family<CountDistribution> {
  return countFamilies[distribution.family] as Family<CountDistribution>;
}
