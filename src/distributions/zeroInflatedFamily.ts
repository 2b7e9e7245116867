import type { Distribution } from "../core/distribution.js";
import { type LogTails, logComplement } from "../math/incompleteGamma.js";
import { logSum } from "../math/logSum.js";
import { countFamilyOf, faultOfCount } from "./countFamilies.js";
import { countQuantile } from "./countQuantile.js";
import type { Family } from "./family.js";

type ZeroInflated = Extract<Distribution, { family: "zeroInflated" }>;

/** Counts that are 0 for sure with a chance of their own, and otherwise come from another family. */
export const zeroInflatedFamily: Family<ZeroInflated> = {
  isCount: () => true,
  check: ({ zero, of }) => {
    if (!(zero >= 0 && zero <= 1)) return `zeroInflated needs a zero from 0 to 1, got ${zero}`;
    const fault = faultOfCount(of);
    return fault === undefined ? undefined : `zeroInflated: ${fault}`;
  },
  logDensity: (distribution, k) => {
    if (k === 0) return logTails(distribution, 0).lower;
    return Math.log1p(-distribution.zero) + countFamilyOf(distribution.of).logDensity(distribution.of, k);
  },
  logTails,
  quantile: (distribution, p) =>
    countQuantile(p, {
      mean: zeroInflatedFamily.mean(distribution),
      sd: Math.sqrt(zeroInflatedFamily.variance(distribution)),
      top: distribution.zero === 1 ? 0 : countFamilyOf(distribution.of).quantile(distribution.of, 1),
      tails: (k) => logTails(distribution, k),
    }),
  mean: ({ zero, of }) => (1 - zero) * countFamilyOf(of).mean(of),
  variance: ({ zero, of }) => {
    const family = countFamilyOf(of);
    const mean = family.mean(of);
    return (1 - zero) * (family.variance(of) + zero * mean * mean);
  },
  sampler: ({ zero, of }, uniform) => {
    const count = countFamilyOf(of).sampler(of, uniform);
    return () => (uniform() < zero ? 0 : count());
  },
};

function logTails({ zero, of }: ZeroInflated, k: number): LogTails {
  const family = countFamilyOf(of);
  const share = Math.log1p(-zero);
  const tails = family.logTails(of, k);
  const above = share + family.logTails(of, k + 1).upper;
  // P(X <= k) is 1 - P(X > k) where that keeps its digits, and a sum of two positive parts where it does not.
  const lower = above < -Math.LN2 ? logComplement(above) : logSum(Math.log(zero), share + tails.lower);
  return { lower, upper: k === 0 ? 0 : share + tails.upper };
}
