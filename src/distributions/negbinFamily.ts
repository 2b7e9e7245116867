import type { CountDistribution } from "../core/distribution.js";
import { countQuantile } from "./countQuantile.js";
import type { Family } from "./family.js";
import { gammaSampler } from "./gammaSampler.js";
import { logNegbin, negbinTails } from "./negbin.js";
import { samplePoisson } from "./samplePoisson.js";

/** Counts whose rate itself varies as a gamma variable: mean and size. */
export const negbinFamily: Family<Extract<CountDistribution, { family: "negbin" }>> = {
  isCount: () => true,
  check: ({ mean, size }) => {
    if (!(mean >= 0 && mean < Infinity)) return `negbin needs a mean of 0 or more, got ${mean}`;
    return size > 0 && size < Infinity ? undefined : `negbin needs a size above 0, got ${size}`;
  },
  logDensity: ({ mean, size }, k) => logNegbin(k, mean, size),
  logTails: ({ mean, size }, k) => negbinTails(k, mean, size),
  quantile: ({ mean, size }, p) =>
    countQuantile(p, {
      mean,
      sd: Math.sqrt(mean + mean * (mean / size)),
      top: mean === 0 ? 0 : Infinity,
      tails: (k) => negbinTails(k, mean, size),
    }),
  mean: ({ mean }) => mean,
  variance: ({ mean, size }) => mean + mean * (mean / size),
  sampler: ({ mean, size }, uniform) => {
    const gamma = gammaSampler(size, uniform);
    return () => samplePoisson(mean * (gamma() / size), uniform);
  },
};
