import type { CountDistribution } from "../core/distribution.js";
import { betaBinomialTails, logBetaBinomial } from "./betaBinomial.js";
import { binomialSampler } from "./binomialSampler.js";
import { countQuantile } from "./countQuantile.js";
import type { Family } from "./family.js";
import { logGammaSampler } from "./gammaSampler.js";

/** How many of `n` come about when the chance of each varies as a beta variable. */
export const betaBinomialFamily: Family<Extract<CountDistribution, { family: "betaBinomial" }>> = {
  isCount: () => true,
  check: ({ n, a, b }) => {
    if (!(Number.isSafeInteger(n) && n >= 0)) return `betaBinomial needs a whole n of 0 or more, got ${n}`;
    if (!(a > 0 && a < Infinity)) return `betaBinomial needs an a above 0, got ${a}`;
    return b > 0 && b < Infinity ? undefined : `betaBinomial needs a b above 0, got ${b}`;
  },
  logDensity: ({ n, a, b }, k) => (k > n ? -Infinity : logBetaBinomial(k, n, a, b)),
  logTails: ({ n, a, b }, k) => (k > n ? { lower: 0, upper: -Infinity } : betaBinomialTails(k, n, a, b)),
  quantile: (distribution, p) =>
    countQuantile(p, {
      mean: betaBinomialFamily.mean(distribution),
      sd: Math.sqrt(betaBinomialFamily.variance(distribution)),
      top: distribution.n,
      tails: (k) => betaBinomialFamily.logTails(distribution, k),
    }),
  mean: ({ n, a, b }) => n * (a / (a + b)),
  variance: ({ n, a, b }) => n * (a / (a + b)) * (b / (a + b)) * ((a + b + n) / (a + b + 1)),
  sampler: ({ n, a, b }, uniform) => {
    const first = logGammaSampler(a, uniform);
    const second = logGammaSampler(b, uniform);
    return () => {
      const odds = first() - second();
      return binomialSampler(n, 1 / (1 + Math.exp(-odds)), 1 / (1 + Math.exp(odds)), uniform)();
    };
  },
};
