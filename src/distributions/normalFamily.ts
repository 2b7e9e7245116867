import type { Distribution } from "../core/distribution.js";
import type { Family } from "./family.js";
import { normalQuantile, normalUpper } from "./normal.js";
import { normalSampler } from "./normalSampler.js";

/** Measures that scatter evenly about their mean. */
export const normalFamily: Family<Extract<Distribution, { family: "normal" }>> = {
  isCount: () => false,
  check: ({ mean, sd }) => {
    if (!Number.isFinite(mean)) return `normal needs a finite mean, got ${mean}`;
    return sd > 0 && sd < Infinity ? undefined : `normal needs an sd above 0, got ${sd}`;
  },
  logDensity: ({ mean, sd }, x) => {
    const z = (x - mean) / sd;
    return -0.5 * z * z - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
  },
  logTails: ({ mean, sd }, x) => {
    const z = (x - mean) / sd;
    return { lower: normalUpper(-z), upper: normalUpper(z) };
  },
  quantile: ({ mean, sd }, p) => {
    if (p === 0) return -Infinity;
    return p === 1 ? Infinity : mean + sd * normalQuantile(p);
  },
  mean: ({ mean }) => mean,
  variance: ({ sd }) => sd * sd,
  sampler: ({ mean, sd }, uniform) => {
    const normal = normalSampler(uniform);
    return () => mean + sd * normal();
  },
};
