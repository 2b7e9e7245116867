import { InputError } from "../core/errors.js";
import { pText } from "../core/print.js";
import type { Comparison } from "./compare.js";
import { againstMargin, boundsText, checkOneSided, marginAt } from "./oneSided.js";

/**
 * Whether the pace stayed similar: two one-sided tests, that the later rate is below `within` times the earlier one and
 * above one part in `within` of it. p is the larger of the two, each half of the p of `by` after the later exposure is
 * multiplied by the margin; so `by` must be a ratio of rates whose p is twice one tail (the central and mid-p methods,
 * quasi-Poisson, the likelihood ratio). The interval is the one of level 1 - 2 (1 - level), 90% at 95%: similarity
 * is shown just where it lies inside the margins. That nothing is shown does not mean that anything changed.
 *
 * @throws InputError when `within` is not above 1, or p is not twice one tail, or the level is not above 0.5
 * @see Schuirmann (1987) Journal of Pharmacokinetics and Biopharmaceutics 15, 657–680
 * @example
 * equivalence({ within: 1.25, by: rateRatio("central") }).compare({ values: [700], exposure: [7] }, { values: [400], exposure: [4] }, 0.95).reading // "a similar pace (within 1/1.25 to 1.25 times) is shown: 1.0000 [0.9000, 1.1104] times the rate (90% interval, 1100 events), p = 0.00024"
 */
export function equivalence({ within, by }: { within: number; by: Comparison }): Comparison {
  if (!(within > 1 && within < Infinity))
    throw new InputError(`equivalence: within needs a ratio above 1, got ${within}`);
  checkOneSided(by, "equivalence");
  return {
    name: `equivalence({ within: ${within}, by: ${by.name} })`,
    needs: by.needs,
    asks: "margin",
    compare: (before, after, level) => {
      const { found, differs, percentage } = againstMargin(by, before, after, level, "equivalence");
      const above = marginAt(by, before, after, level, 1 / within);
      const below = marginAt(by, before, after, level, within);
      const pair = `within 1/${within} to ${within} times`;
      if (above === undefined || below === undefined)
        return { ...found, reading: `a similar pace (${pair}) cannot be judged: ${found.reading}` };
      const p = Math.max(above.greater, below.less);
      const isShown = p < 1 - level;
      const verdict = isShown
        ? `a similar pace (${pair}) is shown${differs ? ", though not the same" : ""}`
        : `a similar pace (${pair}) is not shown${differs ? ", a difference is" : ""}`;
      return { ...found, p, reading: `${verdict}: ${boundsText(found, percentage)}, ${pText(p)}` };
    },
  };
}
