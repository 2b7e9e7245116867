import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import { chiSquareQuantile, chiSquareUpper } from "../distributions/gamma.js";
import { solve } from "../math/solve.js";
import type { Comparison } from "./compare.js";
import { negbinProfile } from "./negbinProfile.js";
import { ratioOutcome } from "./ratioOutcome.js";
import { atRisk, type Stretch, totalOf } from "./test.js";

/**
 * How many times the earlier rate the later one is, for negative binomial counts with one size in both stretches
 * (variance: mean + mean² / size), the size by maximum likelihood. p is that of the likelihood ratio, and the interval
 * holds the ratios whose likelihood ratio is not rejected, the size fitted anew for each. Where no finite size fits
 * better, it is the Poisson model, and the reading says so. `statistic` is the likelihood ratio, chi-square with 1 degree
 * of freedom in the long run: with few periods it rejects too often.
 *
 * @throws InputError when there is no event on either side, or a count is not whole
 * @see Lawless (1987) Canadian Journal of Statistics 15, 209–225
 * @example
 * negbinRatio().compare({ values: [8, 30, 12, 22], exposure: [1, 1, 1, 1] }, { values: [3, 15, 6], exposure: [1, 1, 1] }, 0.95).reading // "24 events against 72, size 4.6: 0.4444 [0.1722, 1.1757] times the rate, p = 0.089"
 */
export function negbinRatio(): Comparison {
  return {
    name: "negbinRatio()",
    needs: 3,
    equalTails: true,
    compare: (before, after, level) => {
      const first = totalOf(before);
      const last = totalOf(after);
      if (first.count + last.count === 0) throw new InputError("negbinRatio: no event on either side");
      const wrong = [...before.values, ...after.values].find((value) => !Number.isInteger(value));
      if (wrong !== undefined) throw new InputError(`negbinRatio: needs whole counts, got ${wrong}`);
      const free = negbinProfile([before, after]);
      const ratioOf = (log: number): number =>
        Math.max(0, 2 * (free.logLikelihood - negbinProfile([joined(before, after, Math.exp(log))]).logLikelihood));
      const gap = (log: number): number => ratioOf(log) - chiSquareQuantile(level, 1);
      const [lowRate, highRate] = free.rates;
      const isBounded = first.count > 0 && last.count > 0;
      const centre = isBounded
        ? Math.log(highRate / lowRate)
        : Math.log((last.count + 0.5) / last.exposure / ((first.count + 0.5) / first.exposure));
      const step = isBounded ? 2 * Math.sqrt(free.errors[0] + free.errors[1]) : 1;
      const statistic = ratioOf(0);
      const size = free.spread > 0 ? `size ${decimals(1 / free.spread, 1)}` : "no finite size (Poisson)";
      const periods = atRisk(before).values.length + atRisk(after).values.length;
      return ratioOutcome({
        first: first.count,
        last: last.count,
        ...(first.count > 0 && { estimate: highRate / lowRate }),
        low: last.count === 0 ? 0 : Math.exp(crossing(gap, centre, -step)),
        high: first.count === 0 ? Infinity : Math.exp(crossing(gap, centre, step)),
        statistic,
        p: Math.exp(chiSquareUpper(statistic, 1)),
        note: `, ${size}`,
        assumes: [
          "negative binomial counts of one size in both stretches (variance: mean + mean² / size)",
          "periods independent of each other: not to be trusted where they resemble their neighbours, p is then too small",
          ...(periods < 20
            ? [
                `a large sample: with ${periods} periods the size is poorly known and p too small; rely on it from about 20`,
              ]
            : ["a large sample"]),
          ...(isBounded ? [] : ["no events on one side: the limit is that of the likelihood alone"]),
        ],
      });
    },
  };
}

/** All periods as one stretch, the later exposure multiplied so that no change means this ratio. */
function joined(before: Stretch, after: Stretch, ratio: number): Stretch {
  return {
    values: [...before.values, ...after.values],
    exposure: [...before.exposure, ...after.exposure.map((one) => one * ratio)],
  };
}

/** Where the likelihood ratio rises through its critical value, going out from the likeliest by doubled steps. */
function crossing(gap: (log: number) => number, centre: number, step: number): number {
  let near = centre;
  for (let back = -step; gap(near) > 0; back *= 2) near += back;
  let far = near + step;
  for (let next = step; gap(far) < 0; far += next) {
    if (Math.abs(far - centre) > 500) return Math.sign(step) * Infinity;
    near = far;
    next *= 2;
  }
  return solve(gap, near, far);
}
