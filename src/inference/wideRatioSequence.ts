import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import type { Panel } from "../core/panel.js";
import type { Running } from "../core/running.js";
import { logSum } from "../math/logSum.js";
import { paired } from "./compare.js";
import { sumsUpTo } from "./confidenceSequence.js";
import { evidenceOf } from "./eText.js";
import { logNb1Best, logNb1Guessed } from "./nb1Likelihood.js";
import { checkGuess, type RateGuess, rootFrom } from "./rateGuess.js";
import { checkLevel, type Stretch, stretchOf, totalOf } from "./test.js";

export interface WideRatioOptions {
  readonly level: number;
  /** Where the earlier rate was thought to lie before it was counted. A poor guess finds less, never more. */
  readonly prior: RateGuess;
  /** The most that the variance of a count may be, over its mean: from 1, which is Poisson. */
  readonly phi: number;
}

/**
 * How many times the earlier rate the later one is, after each later period anew, where counts vary more than Poisson
 * counts: what `ratioSequence` finds, for periods independent of each other whose variance is one multiple of their mean,
 * any from 1 to `phi` (negative binomials of the first kind). Each look holds the counts' chance under guesses that look
 * only back against the greatest that any one rate and any such multiple can give them, so that intervals hold at all
 * looks at once and evidence above 20 has a chance of at most 1 in 20. With phi 1 it is `ratioSequence`.
 *
 * It is not valid where the variance is more than `phi` times the mean, or grows faster than the mean, or periods resemble
 * their neighbours.
 *
 * @throws InputError when a key stands on one side only, the level is not between 0 and 1, a number of the prior is not
 *   above 0 or phi is below 1
 * @see Wasserman, Ramdas & Balakrishnan (2020) PNAS 117, 16880–16890; Cameron & Trivedi (2013) Regression Analysis of Count
 *   Data, 2nd ed., 80–89
 */
export function wideRatioSequence(before: Panel, after: Panel, options: WideRatioOptions): Running[] {
  const { level, prior, phi } = options;
  checkLevel(level, "wideRatioSequence");
  checkGuess(prior, "wideRatioSequence");
  if (!(phi >= 1 && phi < Infinity)) throw new InputError(`wideRatioSequence: phi needs a number from 1, got ${phi}`);
  return paired(before, after, "wideRatioSequence").flatMap(({ first, later }) => {
    const { periods = [] } = stretchOf(later);
    const total = totalOf(first);
    let most = 0;
    return sumsUpTo(later, "wideRatioSequence").map(({ count, exposure }, t): Running => {
      const seen = { values: later.values.slice(0, t + 1), exposure: later.exposure.slice(0, t + 1) };
      const log = exposure === 0 ? 0 : logWideEvidence(first, seen, options);
      most = Math.max(most, log);
      return {
        key: later.key,
        from: later.from,
        period: periods[t],
        n: count,
        exposure,
        ...(total.count > 0 && exposure > 0 && { estimate: count / exposure / (total.count / total.exposure) }),
        interval: exposure === 0 ? [0, null] : ratiosWithin(first, seen, options),
        level,
        ...evidenceOf(log, most),
      };
    });
  });
}

/**
 * Natural log of the evidence against equal rates by the end of the later stretch.
 *
 * @example
 * logWideEvidence({ values: [0], exposure: [1] }, { values: [0], exposure: [1] }, { prior: { shape: 1, rate: 1 }, phi: 1 }) // -Math.log(3)
 */
export function logWideEvidence(
  first: Stretch,
  later: Stretch,
  { prior, phi }: Omit<WideRatioOptions, "level">,
): number {
  return logGuesses(first, later, prior, phi) - logNb1Best(joined(first, later, 1), phi);
}

/** The chance under the guesses: the same multiples on both sides, the later rate guessed to be the earlier one. */
function logGuesses(first: Stretch, later: Stretch, prior: RateGuess, phi: number): number {
  const { count, exposure } = totalOf(first);
  const about = (prior.shape + count) / (prior.rate + exposure);
  const guess = { shape: prior.shape, rate: prior.shape / about };
  const phis = phi === 1 ? [1] : [1, Math.sqrt(phi), phi];
  const logs = phis.map((one) => logNb1Guessed(first, prior, one) + logNb1Guessed(later, guess, one));
  return logs.reduce(logSum) - Math.log(phis.length);
}

function joined(first: Stretch, later: Stretch, ratio: number): Stretch {
  const values = [...first.values, ...later.values];
  return { values, exposure: [...first.exposure, ...later.exposure.map((one) => ratio * one)] };
}

function ratiosWithin(first: Stretch, later: Stretch, { prior, phi, level }: WideRatioOptions): Interval {
  const [one, two] = [totalOf(first), totalOf(later)];
  if (one.count + two.count === 0) return [0, null];
  const least = logGuesses(first, later, prior, phi) + Math.log1p(-level);
  const excess = (log: number): number => least - logNb1Best(joined(first, later, Math.exp(log)), phi);
  const centre = Math.log(one.exposure) - Math.log(two.exposure);
  const best = two.count === 0 ? -40 : one.count === 0 ? 40 : Math.log(two.count) - Math.log(one.count);
  return [
    two.count === 0 ? 0 : Math.exp(rootFrom(centre + best, -0.5, excess)),
    one.count === 0 ? null : Math.exp(rootFrom(centre + best, 0.5, excess)),
  ];
}
