import type { Distribution } from "../core/distribution.js";
import { logGammaTails } from "../math/incompleteGamma.js";
import { logPoissonTerm } from "../math/saddle.js";
import type { Family } from "./family.js";
import { gammaQuantile } from "./gamma.js";
import { gammaSampler } from "./gammaSampler.js";

/** Measures above 0, such as waiting times and rates. */
export const gammaFamily: Family<Extract<Distribution, { family: "gamma" }>> = {
  isCount: () => false,
  check: ({ shape, rate }) => {
    if (!(shape > 0 && shape < Infinity)) return `gamma needs a shape above 0, got ${shape}`;
    return rate > 0 && rate < Infinity ? undefined : `gamma needs a rate above 0, got ${rate}`;
  },
  logDensity: ({ shape, rate }, x) => {
    if (x < 0 || x === Infinity) return -Infinity;
    if (x === 0) return shape === 1 ? Math.log(rate) : shape < 1 ? Infinity : -Infinity;
    return logPoissonTerm(shape, rate * x) + Math.log(shape) - Math.log(x);
  },
  logTails: ({ shape, rate }, x) => logGammaTails(shape, rate * x),
  quantile: ({ shape, rate }, p) => gammaQuantile(p, shape) / rate,
  mean: ({ shape, rate }) => shape / rate,
  variance: ({ shape, rate }) => shape / rate / rate,
  sampler: ({ shape, rate }, uniform) => {
    const gamma = gammaSampler(shape, uniform);
    return () => gamma() / rate;
  },
};
