import type { CountDistribution } from "../core/distribution.js";
import { countQuantile } from "./countQuantile.js";
import type { Family } from "./family.js";
import { logPoisson, poissonTails } from "./poisson.js";
import { samplePoisson } from "./samplePoisson.js";

/** Counts of independent events at a steady rate. */
export const poissonFamily: Family<Extract<CountDistribution, { family: "poisson" }>> = {
  isCount: () => true,
  check: ({ mean }) => (mean >= 0 && mean < Infinity ? undefined : `poisson needs a mean of 0 or more, got ${mean}`),
  logDensity: ({ mean }, k) => logPoisson(k, mean),
  logTails: ({ mean }, k) => poissonTails(k, mean),
  quantile: ({ mean }, p) =>
    countQuantile(p, {
      mean,
      sd: Math.sqrt(mean),
      top: mean === 0 ? 0 : Infinity,
      tails: (k) => poissonTails(k, mean),
    }),
  mean: ({ mean }) => mean,
  variance: ({ mean }) => mean,
  sampler:
    ({ mean }, uniform) =>
    () =>
      samplePoisson(mean, uniform),
};
