import type { CountDistribution, Distribution } from "../core/distribution.js";
import { type LogTails, logComplement } from "../math/incompleteGamma.js";
import { logSum } from "../math/logSum.js";
import { countFamilyOf, faultOfCount } from "./countFamilies.js";
import { countQuantile, leastCount } from "./countQuantile.js";
import type { Family } from "./family.js";

type Hurdle = Extract<Distribution, { family: "hurdle" }>;

/** Counts that are 0 with a chance of their own, and otherwise come from what another family holds above 0. */
export const hurdleFamily: Family<Hurdle> = {
  isCount: () => true,
  check: ({ zero, of }) => {
    if (!(zero >= 0 && zero <= 1)) return `hurdle needs a zero from 0 to 1, got ${zero}`;
    const fault = faultOfCount(of);
    if (fault !== undefined) return `hurdle: ${fault}`;
    const isBare = countFamilyOf(of).logTails(of, 1).upper === -Infinity;
    return isBare && zero < 1 ? `hurdle needs a count that can be above 0, got ${JSON.stringify(of)}` : undefined;
  },
  logDensity: ({ zero, of }, k) => {
    if (k === 0) return Math.log(zero);
    return zero === 1 ? -Infinity : Math.log1p(-zero) + countFamilyOf(of).logDensity(of, k) - logAbove(of, 1);
  },
  logTails,
  quantile: (distribution, p) =>
    countQuantile(p, {
      mean: hurdleFamily.mean(distribution),
      sd: Math.sqrt(hurdleFamily.variance(distribution)),
      top: distribution.zero === 1 ? 0 : countFamilyOf(distribution.of).quantile(distribution.of, 1),
      tails: (k) => logTails(distribution, k),
    }),
  mean: ({ zero, of }) => (zero === 1 ? 0 : (1 - zero) * meanAbove(of)),
  variance: ({ zero, of }) => {
    if (zero === 1) return 0;
    const family = countFamilyOf(of);
    const mean = meanAbove(of);
    const none = Math.exp(family.logDensity(of, 0));
    const spread = family.variance(of) / Math.exp(logAbove(of, 1)) - none * mean * mean;
    // Where nearly all is 1 (or one other count) the difference may fall below 0 by rounding.
    return (1 - zero) * (Math.max(0, spread) + zero * mean * mean);
  },
  sampler: ({ zero, of }, uniform) => {
    if (zero === 1) return () => 0;
    const above = samplerAbove(of, uniform);
    return () => (uniform() < zero ? 0 : above());
  },
};

function logTails({ zero, of }: Hurdle, k: number): LogTails {
  if (zero === 1) return { lower: 0, upper: k === 0 ? 0 : -Infinity };
  const share = Math.log1p(-zero) - logAbove(of, 1);
  const above = share + logAbove(of, k + 1);
  if (k === 0) return { lower: Math.log(zero), upper: 0 };
  const lower = above < -Math.LN2 ? logComplement(above) : logSum(Math.log(zero), share + logUpTo(of, k));
  return { lower, upper: Math.min(0, share + logAbove(of, k)) };
}

/** The log of P(X >= k). */
function logAbove(of: CountDistribution, k: number): number {
  return countFamilyOf(of).logTails(of, k).upper;
}

/** The log of P(1 <= X <= k), as a sum where a difference would cancel. */
function logUpTo(of: CountDistribution, k: number): number {
  const family = countFamilyOf(of);
  if (k <= 1000) {
    let sum = -Infinity;
    for (let i = 1; i <= k; i++) sum = logSum(sum, family.logDensity(of, i));
    return sum;
  }
  const whole = family.logTails(of, k).lower;
  return whole + logComplement(family.logDensity(of, 0) - whole);
}

function meanAbove(of: CountDistribution): number {
  return countFamilyOf(of).mean(of) / Math.exp(logAbove(of, 1));
}

function samplerAbove(of: CountDistribution, uniform: () => number): () => number {
  const logSome = logAbove(of, 1);
  const count = countFamilyOf(of).sampler(of, uniform);
  if (logSome > Math.log(0.05)) {
    return () => {
      for (;;) {
        const k = count();
        if (k > 0) return k;
      }
    };
  }
  // Where nearly all counts are 0 most tries would be in vain: the one that a uniform number stands for is looked up.
  return () => {
    const target = logSome + Math.log(1 - uniform());
    return 1 + leastCount((k) => (logAbove(of, k + 2) < target ? 1 : -1), 0, 1);
  };
}
