import type { Distribution } from "../core/distribution.js";
import { logBetaTails } from "../math/incompleteBeta.js";
import { logBinomialTerm } from "../math/saddle.js";
import { betaQuantile } from "./beta.js";
import type { Family } from "./family.js";
import { logGammaSampler } from "./gammaSampler.js";

/** Shares, from 0 to 1. */
export const betaFamily: Family<Extract<Distribution, { family: "beta" }>> = {
  isCount: () => false,
  check: ({ a, b }) => {
    if (!(a > 0 && a < Infinity)) return `beta needs an a above 0, got ${a}`;
    return b > 0 && b < Infinity ? undefined : `beta needs a b above 0, got ${b}`;
  },
  logDensity: ({ a, b }, x) => {
    if (x < 0 || x > 1) return -Infinity;
    if (x === 0) return logAtEnd(a, b);
    if (x === 1) return logAtEnd(b, a);
    return logBinomialTerm(a, b, x, 1 - x) + Math.log(a) - Math.log1p(a / b) - Math.log(x) - Math.log1p(-x);
  },
  logTails: ({ a, b }, x) => logBetaTails(x, a, b),
  quantile: ({ a, b }, p) => betaQuantile(p, a, b),
  mean: ({ a, b }) => a / (a + b),
  variance: ({ a, b }) => ((a / (a + b)) * (b / (a + b))) / (a + b + 1),
  sampler: ({ a, b }, uniform) => {
    const first = logGammaSampler(a, uniform);
    const second = logGammaSampler(b, uniform);
    return () => 1 / (1 + Math.exp(second() - first()));
  },
};

function logAtEnd(near: number, far: number): number {
  if (near === 1) return Math.log(far);
  return near < 1 ? Infinity : -Infinity;
}
