import { decimals, numbered, pText, withInterval } from "../core/print.js";
import { studentQuantile, studentUpper } from "../distributions/student.js";
import type { Comparison } from "./compare.js";
import { pearson } from "./dispersion.js";
import { atRisk, totalOf } from "./test.js";

/**
 * How many times the earlier rate the later one is, when counts vary more (or less) than Poisson counts: the log ratio
 * with its standard error widened by the root of the dispersion seen inside the two stretches, on Student's t. Periods
 * without exposure tell nothing of the spread. Without an event on one of the sides it gives no estimate, and without any
 * spread no interval. `n` is events.
 *
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 198–200
 * @example
 * quasiPoisson().compare({ values: [8, 12], exposure: [1, 1] }, { values: [4, 6], exposure: [1, 1] }, 0.95).estimate // 0.5
 */
export function quasiPoisson(): Comparison {
  return {
    name: "quasiPoisson()",
    needs: 3,
    equalTails: true,
    compare: (before, after, level) => {
      const first = totalOf(before);
      const last = totalOf(after);
      const n = first.count + last.count;
      const counts = `${numbered(last.count, "event")} against ${first.count}`;
      const assumes = [
        "variance in proportion to the mean: phi times it, the same in both stretches",
        "periods independent of each other: not to be trusted where they resemble their neighbours, p is then too small",
        "Wald's interval, which is rough where one side has only a few events",
      ];
      if (first.count === 0 || last.count === 0) {
        return {
          n,
          reading: `${counts}: no ratio without events on both sides`,
          assumes,
        };
      }
      const df = atRisk(before).values.length + atRisk(after).values.length - 2;
      const phi = df > 0 ? (pearson(before) + pearson(after)) / df : 0;
      const estimate = last.count / last.exposure / (first.count / first.exposure);
      const log = Math.log(estimate);
      if (!(phi > 0)) {
        const reading = `${counts}: ${decimals(estimate, 4)} times the rate; no spread seen to judge it by`;
        return { n, estimate, reading, assumes };
      }
      const error = Math.sqrt(phi * (1 / first.count + 1 / last.count));
      const reach = studentQuantile(1 - (1 - level) / 2, df) * error;
      const interval = [Math.exp(log - reach), Math.exp(log + reach)] as const;
      const statistic = log / error;
      const p = 2 * Math.exp(studentUpper(Math.abs(statistic), df));
      const size = withInterval(estimate, interval, 4);
      const reading = `${counts}, phi ${decimals(phi, 2)}: ${size} times the rate, ${pText(p)}`;
      return { n, estimate, interval, statistic, p, reading, assumes };
    },
  };
}
