import type { Distribution } from "../core/distribution.js";
import { logBinomialTerm } from "../math/saddle.js";
import type { Family } from "./family.js";
import { logGammaSampler } from "./gammaSampler.js";
import { normalSampler } from "./normalSampler.js";
import { studentQuantile, studentUpper } from "./student.js";

/** Measures that scatter evenly about a centre, with heavier tails than the normal. */
export const studentFamily: Family<Extract<Distribution, { family: "student" }>> = {
  isCount: () => false,
  check: ({ df, centre, scale }) => {
    if (!(df > 0 && df < Infinity)) return `student needs a df above 0, got ${df}`;
    if (!Number.isFinite(centre)) return `student needs a finite centre, got ${centre}`;
    return scale > 0 && scale < Infinity ? undefined : `student needs a scale above 0, got ${scale}`;
  },
  logDensity: ({ df, centre, scale }, x) => logStandard((x - centre) / scale, df) - Math.log(scale),
  logTails: ({ df, centre, scale }, x) => {
    const t = (x - centre) / scale;
    return { lower: studentUpper(-t, df), upper: studentUpper(t, df) };
  },
  quantile: ({ df, centre, scale }, p) => {
    if (p === 0) return -Infinity;
    return p === 1 ? Infinity : centre + scale * studentQuantile(p, df);
  },
  mean: ({ df, centre }) => (df > 1 ? centre : Number.NaN),
  variance: ({ df, scale }) => (df > 2 ? scale * scale * (df / (df - 2)) : df > 1 ? Infinity : Number.NaN),
  sampler: ({ df, centre, scale }, uniform) => {
    const normal = normalSampler(uniform);
    const logGamma = logGammaSampler(df / 2, uniform);
    return () => centre + scale * normal() * Math.exp(0.5 * (Math.log(df / 2) - logGamma()));
  },
};

function logStandard(t: number, df: number): number {
  const a = df / 2;
  const share = 0.5 / (a + 0.5);
  const height = logBinomialTerm(a, 0.5, 1 - share, share) - 0.5 * Math.log(share) - a * Math.log1p(-share);
  const ratio = Math.abs(t) / Math.sqrt(df);
  const fall = ratio > 1e100 ? 2 * Math.log(ratio) : Math.log1p(ratio * ratio);
  return height + Math.log(a / (df + 1)) - 0.5 * Math.log(df) - (a + 0.5) * fall;
}
