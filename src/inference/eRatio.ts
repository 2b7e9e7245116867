import { decimals, numbered, withInterval } from "../core/print.js";
import type { Comparison } from "./compare.js";
import { sumsUpTo } from "./confidenceSequence.js";
import { eText } from "./eText.js";
import { narrowed } from "./narrowed.js";
import { checkGuess, type RateGuess } from "./rateGuess.js";
import { ratioPath } from "./ratioPath.js";
import { totalOf } from "./test.js";

/**
 * How many times the earlier rate the later one is, by evidence that may be looked at after every period of the later
 * stretch. The rate both would share is not known, so the evidence is what is left at the shared rate that explains the
 * counts best: how many times likelier they are when the earlier rate is drawn from the prior, and the later one from a
 * guess about the earlier, than at any one rate. p is 1 over the most evidence there has been; the interval holds the
 * ratios that no look so far has ruled out. The price of looking: it needs clearly more events than `rateRatio`, which is
 * the better one for a single look that was fixed beforehand. A prior near the earlier rate, from older counts, helps.
 * It needs Poisson counts: where periods vary more, evidence above 20 comes up far more often than in 1 series of 20, the
 * more so the longer one looks.
 *
 * @throws InputError when a number of the prior is not above 0
 * @see Wasserman, Ramdas & Balakrishnan (2020) PNAS 117, 16880–16890
 * @example
 * eRatio({ prior: { shape: 1, rate: 0.1 } }).compare({ values: [144], exposure: [7] }, { values: [12, 10, 11, 11], exposure: [1, 1, 1, 1] }, 0.95).reading // "44 events against 144: 0.5347 [0.2549, 1.0297] times the rate, evidence of 9.6 to 1 (e-value), p = 0.1 however often one looks"
 */
export function eRatio({ prior }: { prior: RateGuess }): Comparison {
  checkGuess(prior, "eRatio");
  return {
    name: `eRatio({ prior: { shape: ${prior.shape}, rate: ${prior.rate} } })`,
    needs: 2,
    compare: (before, after, level) => {
      const first = totalOf(before);
      const path = ratioPath(first, sumsUpTo(after, "eRatio"), prior, level);
      const last = path[path.length - 1];
      const n = first.count + last.count;
      const { eValue, p, estimate } = last;
      const assumes = [
        "Poisson counts at one rate before and one after: not to be trusted where periods vary more or resemble their neighbours, which overstates the evidence",
        "the prior stated before the first look, the periods before fixed before it",
      ];
      const events = `${numbered(last.count, "event")} against ${first.count}`;
      const interval = narrowed(path.map((step) => step.interval));
      const size =
        interval === undefined
          ? `${estimate === undefined ? "no ratio" : `${decimals(estimate, 4)} times the rate`}, no one ratio explaining all periods`
          : n === 0 || (estimate === undefined && interval[0] === 0)
            ? "any ratio of the rates may be"
            : estimate === undefined
              ? `at least ${decimals(interval[0], 4)} times the rate`
              : `${withInterval(estimate, interval, 4)} times the rate`;
      return {
        n,
        ...(estimate !== undefined && { estimate }),
        ...(interval !== undefined && { interval }),
        p,
        eValue,
        reading: `${events}: ${size}, ${eText(eValue, p)}`,
        assumes,
      };
    },
  };
}
