import type { CountDistribution } from "../core/distribution.js";
import { binomialTails, logBinomial } from "./binomial.js";
import { binomialSampler } from "./binomialSampler.js";
import { countQuantile } from "./countQuantile.js";
import type { Family } from "./family.js";

/** How many of `n` come about when each does with the same chance. */
export const binomialFamily: Family<Extract<CountDistribution, { family: "binomial" }>> = {
  isCount: () => true,
  check: ({ n, p }) => {
    if (!(Number.isSafeInteger(n) && n >= 0)) return `binomial needs a whole n of 0 or more, got ${n}`;
    return p >= 0 && p <= 1 ? undefined : `binomial needs a p from 0 to 1, got ${p}`;
  },
  logDensity: ({ n, p }, k) => (k > n ? -Infinity : logBinomial(k, n, p)),
  logTails: ({ n, p }, k) => (k > n ? { lower: 0, upper: -Infinity } : binomialTails(k, n, p)),
  quantile: ({ n, p: chance }, p) =>
    countQuantile(p, {
      mean: n * chance,
      sd: Math.sqrt(n * chance * (1 - chance)),
      top: chance === 0 ? 0 : n,
      tails: (k) => binomialTails(k, n, chance),
    }),
  mean: ({ n, p }) => n * p,
  variance: ({ n, p }) => n * p * (1 - p),
  sampler: ({ n, p }, uniform) => binomialSampler(n, p, 1 - p, uniform),
};
