import type { Distribution } from "../core/distribution.js";
import type { Family } from "./family.js";

/** Whether something comes about (1) or not (0). */
export const bernoulliFamily: Family<Extract<Distribution, { family: "bernoulli" }>> = {
  isCount: () => true,
  check: ({ p }) => (p >= 0 && p <= 1 ? undefined : `bernoulli needs a p from 0 to 1, got ${p}`),
  logDensity: ({ p }, k) => (k === 0 ? Math.log1p(-p) : k === 1 ? Math.log(p) : -Infinity),
  logTails: ({ p }, k) => ({
    lower: k === 0 ? Math.log1p(-p) : 0,
    upper: k === 0 ? 0 : k === 1 ? Math.log(p) : -Infinity,
  }),
  quantile: ({ p: chance }, p) => (p <= 1 - chance ? 0 : 1),
  mean: ({ p }) => p,
  variance: ({ p }) => p * (1 - p),
  sampler:
    ({ p }, uniform) =>
    () =>
      uniform() < p ? 1 : 0,
};
