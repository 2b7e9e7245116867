import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { Running } from "../core/running.js";
import { evidenceOf } from "./eText.js";
import { checkGuess, logRateEvidence, type RateGuess, ratesWithin } from "./rateGuess.js";
import { checkLevel, stretchOf } from "./test.js";

export interface ConfidenceSequenceOptions {
  readonly level: number;
  /** Where the rate was thought to lie before the first look. A poor guess makes the intervals wider, never wrong. */
  readonly prior: RateGuess;
  /** A rate to test at every look, per unit of exposure, such as the one a report stated. */
  readonly against?: number;
}

/**
 * How often events come, after each period anew, with intervals that hold at all periods at once: the chance that even one
 * of them misses the rate is at most 1 - level. So one may look every week, and stop when one likes. A row a period;
 * rates are per unit of exposure. With `against` each row carries the e-value and the anytime p of that rate.
 *
 * It assumes Poisson counts at one rate throughout (see `dispersion`): where periods vary more or resemble their
 * neighbours, far more series than 1 - level of them leave their intervals somewhere.
 *
 * @throws InputError when the level is not between 0 and 1, a number of the prior or `against` is not above 0, or a
 *   period has events without exposure
 * @see Howard, Ramdas, McAuliffe & Sekhon (2021) Annals of Statistics 49, 1055–1080; Robbins (1970) Annals of Mathematical
 *   Statistics 41, 1397–1409
 */
export function confidenceSequence(panel: Panel, { level, prior, against }: ConfidenceSequenceOptions): Running[] {
  checkLevel(level, "confidenceSequence");
  checkGuess(prior, "confidenceSequence");
  if (against !== undefined) checkRate(against, "confidenceSequence");
  return panel.flatMap((series) => {
    const { periods = [] } = stretchOf(series);
    let most = 0;
    return sumsUpTo(series, "confidenceSequence").map(({ count, exposure }, t): Running => {
      const log = against === undefined ? 0 : logRateEvidence(count, exposure, against, prior);
      most = Math.max(most, log);
      return {
        key: series.key,
        from: series.from,
        period: periods[t],
        n: count,
        exposure,
        ...(exposure > 0 && { estimate: count / exposure }),
        interval: ratesWithin(count, exposure, prior, level),
        level,
        ...(against !== undefined && evidenceOf(log, most)),
      };
    });
  });
}

/** @throws InputError when a stated rate is not above 0 */
export function checkRate(rate: number, who: string): void {
  if (!(rate > 0 && rate < Infinity)) throw new InputError(`${who}: needs a stated rate above 0, got ${rate}`);
}

/**
 * The events and the exposure up to each period, that period included.
 *
 * @throws InputError when a count or an exposure is below 0, or there are events without exposure
 */
export function sumsUpTo(
  { values, exposure }: { readonly values: readonly number[]; readonly exposure: readonly number[] },
  who: string,
): { count: number; exposure: number }[] {
  let count = 0;
  let whole = 0;
  return values.map((value, t) => {
    const share = exposure[t];
    if (!(value >= 0 && share >= 0 && (share > 0 || value === 0)))
      throw new InputError(`${who}: needs counts from 0 and exposure above 0, got ${value} in ${share}`);
    count += value;
    whole += share;
    return { count, exposure: whole };
  });
}
