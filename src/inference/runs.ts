import { median } from "simple-statistics";
import { pText } from "../core/print.js";
import { logBinomialTerm } from "../math/saddle.js";
import { ratesOf } from "./ratesOf.js";
import type { Test } from "./test.js";

/**
 * Whether quiet and busy periods come in spells: Wald and Wolfowitz's number of runs above and below the median rate,
 * without the periods that are at the median. Exact at any size: twice the smaller tail of the number of runs that a
 * shuffle would give. The estimate is runs over the runs to be expected, below 1 where like follows like; `n` is periods off
 * the median.
 *
 * @throws InputError when a period has no exposure
 * @see Wald & Wolfowitz (1940) Annals of Mathematical Statistics 11, 147–162
 * @example
 * runs().test({ values: [1, 2, 3, 7, 8, 9], exposure: [1, 1, 1, 1, 1, 1] }, 0.95).p // 0.2
 */
export function runs(): Test {
  return {
    name: "runs()",
    needs: 2,
    test: (stretch) => {
      const rates = ratesOf(stretch, "runs");
      const middle = median(rates);
      const sides = rates.filter((rate) => rate !== middle).map((rate) => rate > middle);
      const n = sides.length;
      const above = sides.filter((side) => side).length;
      const below = n - above;
      const assumes = ["every order of the periods equally likely: no trend, no season", "one rate throughout"];
      if (above === 0 || below === 0)
        return { n, reading: `${rates.length} periods, none on one side of the median: no runs to count`, assumes };
      const seen = 1 + sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length;
      const expected = 1 + (2 * above * below) / n;
      const error = Math.sqrt(((expected - 1) * (expected - 2)) / (n - 1));
      const p = pOf(seen, above, below);
      const reading = `${seen} runs about the median in ${n} periods where ${expected.toFixed(1)} are expected, ${pText(p)}`;
      const statistic = error > 0 ? { statistic: (seen - expected) / error } : {};
      return { n, estimate: seen / expected, ...statistic, p, reading, assumes };
    },
  };
}

function pOf(seen: number, above: number, below: number): number {
  const most = 2 * Math.min(above, below) + (above === below ? 0 : 1);
  let fewer = 0;
  let more = 0;
  for (let count = 2; count <= most; count++) {
    const chance = chanceOf(count, above, below);
    if (count <= seen) fewer += chance;
    if (count >= seen) more += chance;
  }
  return Math.min(1, 2 * Math.min(fewer, more));
}

function chanceOf(count: number, above: number, below: number): number {
  const half = Math.floor(count / 2);
  const all = logChoose(above + below, above);
  const split = (one: number, other: number): number =>
    Math.exp(logChoose(above - 1, one - 1) + logChoose(below - 1, other - 1) - all);
  return count % 2 === 0 ? 2 * split(half, half) : split(half + 1, half) + split(half, half + 1);
}

function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? -Infinity : logBinomialTerm(k, n - k, 0.5, 0.5) + n * Math.LN2;
}
