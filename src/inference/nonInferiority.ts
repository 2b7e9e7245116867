import { InputError } from "../core/errors.js";
import { pText } from "../core/print.js";
import type { Comparison } from "./compare.js";
import { againstMargin, boundsText, checkOneSided, marginAt } from "./oneSided.js";

/**
 * Whether the later rate is at least not far beyond the earlier: below `margin` times it where the margin is above 1
 * ("no more than a quarter worse"), above it where the margin is below 1. A one-sided test; p and the interval are as
 * in `equivalence`, and it is shown just where the interval ends short of the margin.
 *
 * @throws InputError when the margin is 1 or not above 0, or p is not twice one tail, or the level is not above 0.5
 * @see Wellek (2010) Testing Statistical Hypotheses of Equivalence and Noninferiority, 2nd ed.
 * @example
 * nonInferiority({ margin: 1.25, by: rateRatio("central") }).compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "below 1.25 times the earlier rate is shown: 0.5347 [0.3947, 0.7164] times the rate (90% interval, 188 events), p = 1.1e-7"
 */
export function nonInferiority({ margin, by }: { margin: number; by: Comparison }): Comparison {
  if (!(margin > 0 && margin < Infinity && margin !== 1))
    throw new InputError(`nonInferiority: margin needs a ratio above 0 other than 1, got ${margin}`);
  checkOneSided(by, "nonInferiority");
  return {
    name: `nonInferiority({ margin: ${margin}, by: ${by.name} })`,
    needs: by.needs,
    asks: "margin",
    compare: (before, after, level) => {
      const { found, percentage } = againstMargin(by, before, after, level, "nonInferiority");
      const sides = marginAt(by, before, after, level, margin);
      const claim = `${margin > 1 ? "below" : "above"} ${margin} times the earlier rate`;
      if (sides === undefined) return { ...found, reading: `${claim} cannot be judged: ${found.reading}` };
      const p = margin > 1 ? sides.less : sides.greater;
      const verdict = `${claim} is ${p < 1 - level ? "" : "not "}shown`;
      return { ...found, p, reading: `${verdict}: ${boundsText(found, percentage)}, ${pText(p)}` };
    },
  };
}
