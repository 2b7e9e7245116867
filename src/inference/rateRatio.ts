import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { pText, withInterval } from "../core/print.js";
import { binomialTails, logBinomial } from "../distributions/binomial.js";
import { solve } from "../math/solve.js";
import type { Comparison } from "./compare.js";
import { clopperPearson } from "./share.js";
import { totalOf } from "./test.js";

/**
 * How many times the earlier rate the later one is, by the exact conditional test: given the sum, the later count is
 * binomial. The central interval holds just the ratios that the central test at the same level does not reject; mid-p
 * counts half of what was observed and is less cautious.
 *
 * @throws InputError when there is no event on either side: nothing is known of the ratio
 * @see Przyborowski & Wilenski (1940) Biometrika 31, 313–323; Fay (2010) R Journal 2(1), 53–58
 * @example
 * rateRatio("central").compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "44 events against 144: 0.5347 [0.3725, 0.7542] times the rate, p = 0.00019"
 */
export function rateRatio(method: "central" | "mid-p"): Comparison {
  return {
    name: `rateRatio("${method}")`,
    needs: 2,
    seesSums: true,
    compare: (before, after, level) => {
      const first = totalOf(before);
      const last = totalOf(after);
      const n = first.count + last.count;
      if (n === 0) throw new InputError("rateRatio: no event on either side");
      const odds = last.exposure / first.exposure;
      const shareOf = method === "central" ? clopperPearson : midShare;
      const [low, high] = shareOf(last.count, n, level).map((share) => share / (1 - share) / odds);
      const interval: Interval = [low, Number.isFinite(high) ? high : null];
      const p = pOf(last.count, n, odds / (1 + odds), method);
      const estimate = first.count === 0 ? undefined : last.count / first.count / odds;
      const size = estimate === undefined ? `at least ${low.toFixed(4)}` : withInterval(estimate, interval, 4);
      return {
        n,
        ...(estimate !== undefined && { estimate }),
        interval,
        p,
        reading: `${last.count} events against ${first.count}: ${size} times the rate, ${pText(p)}`,
        assumes: ["Poisson counts: independent events, one rate in each stretch"],
      };
    },
  };
}

function pOf(count: number, n: number, share: number, method: "central" | "mid-p"): number {
  const tails = binomialTails(count, n, share);
  if (method === "central") return Math.min(1, 2 * Math.exp(Math.min(tails.lower, tails.upper)));
  const half = Math.exp(logBinomial(count, n, share)) / 2;
  return Math.min(1, 2 * Math.min(Math.exp(tails.lower) - half, Math.exp(tails.upper) - half));
}

function midShare(count: number, n: number, level: number): readonly number[] {
  const tail = (1 - level) / 2;
  const [low, high] = clopperPearson(count, n, level);
  const gap = (side: "lower" | "upper") => (share: number) => {
    const half = Math.exp(logBinomial(count, n, share)) / 2;
    return Math.log((Math.exp(binomialTails(count, n, share)[side]) - half) / tail);
  };
  return [count === 0 ? 0 : solve(gap("upper"), low, high), count === n ? 1 : solve(gap("lower"), low, high)];
}
