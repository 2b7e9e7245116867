import { decimals, decimalsFor, numbered, withInterval } from "../core/print.js";
import { checkRate, sumsUpTo } from "./confidenceSequence.js";
import { eText, evidenceOf } from "./eText.js";
import { narrowed } from "./narrowed.js";
import { checkGuess, logRateEvidence, type RateGuess, ratesWithin } from "./rateGuess.js";
import type { Test } from "./test.js";

export interface EValueOptions {
  /** The rate to test, per unit of exposure. */
  readonly rate: number;
  /** Where the rate may lie if not there, stated before the first look. A poor guess finds less, never more. */
  readonly prior: RateGuess;
}

/**
 * Whether events came at a stated rate, by evidence that may be looked at after every period: how many times likelier the
 * counts are under the guess than at the stated rate. It exceeds 20 at any time, ever, with a chance of at most 1 in 20 if
 * the stated rate is right. p is 1 over the most evidence there has been. The interval holds the rates that no look so far
 * has ruled out at the level; where that leaves none, one rate cannot explain all periods and there is no interval.
 *
 * @throws InputError when the rate or a number of the prior is not above 0
 * @see Robbins (1970) Annals of Mathematical Statistics 41, 1397–1409; Ramdas, Grünwald, Vovk & Shafer (2023) Statistical
 *   Science 38, 576–601
 * @example
 * eValue({ rate: 4, prior: { shape: 1, rate: 0.25 } }).test({ values: [9, 11, 8], exposure: [1, 1, 1] }, 0.95).reading // "28 events: a rate of 9.33 [4.73, 16.24] against 4 stated, evidence of 250 to 1 (e-value), p = 0.0041 however often one looks"
 */
export function eValue({ rate, prior }: EValueOptions): Test {
  checkRate(rate, "eValue");
  checkGuess(prior, "eValue");
  return {
    name: `eValue({ rate: ${rate}, prior: { shape: ${prior.shape}, rate: ${prior.rate} } })`,
    needs: 1,
    test: (stretch, level) => {
      const sums = sumsUpTo(stretch, "eValue");
      const logs = sums.map(({ count, exposure }) => logRateEvidence(count, exposure, rate, prior));
      const { count: n, exposure } = sums[sums.length - 1];
      const assumes = [
        "Poisson counts at one rate: not to be trusted where periods vary more or resemble their neighbours, which overstates the evidence",
        "the rate and the prior stated before the first look",
      ];
      if (exposure === 0) return { n, reading: "no exposure: nothing known of the rate", assumes };
      const { eValue, p } = evidenceOf(logs[logs.length - 1], Math.max(...logs));
      const estimate = n / exposure;
      const interval = narrowed(sums.map((sum) => ratesWithin(sum.count, sum.exposure, prior, level)));
      const digits = decimalsFor([estimate, ...(interval ?? [])]);
      const size = interval === undefined ? decimals(estimate, digits) : withInterval(estimate, interval, digits);
      const doubt = interval === undefined ? "; no one rate explains all periods" : "";
      return {
        n,
        estimate,
        ...(interval !== undefined && { interval }),
        p,
        eValue,
        reading: `${numbered(n, "event")}: a rate of ${size} against ${rate} stated, ${eText(eValue, p)}${doubt}`,
        assumes,
      };
    },
  };
}
