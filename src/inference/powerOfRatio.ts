import { InputError } from "../core/errors.js";
import { binomialTails, logBinomial } from "../distributions/binomial.js";

/**
 * The chance that the exact central test at this level tells a true rate ratio from 1, when `n` events fall on both
 * stretches together and the later one has `odds` times the exposure of the earlier. Exact, for Poisson counts.
 *
 * @throws InputError when n is not a whole number, the ratio is below 0, or the odds are not above 0
 * @example
 * powerOfRatio({ n: 47, odds: 4 / 7, ratio: 1, level: 0.95 }) < 0.05 // true
 */
export function powerOfRatio({ n, odds, ratio, level }: Record<"n" | "odds" | "ratio" | "level", number>): number {
  if (!Number.isInteger(n) || n < 0) throw new InputError(`powerOfRatio: n needs a whole number of events, got ${n}`);
  if (!(ratio >= 0 && odds > 0))
    throw new InputError(`powerOfRatio: needs a ratio from 0 and odds above 0, got ${ratio} and ${odds}`);
  const tail = Math.log((1 - level) / 2);
  const none = odds / (1 + odds);
  const truth = ratio === Infinity ? 1 : (ratio * odds) / (1 + ratio * odds);
  let power = 0;
  for (let k = 0; k <= n; k++) {
    const { lower, upper } = binomialTails(k, n, none);
    if (Math.min(lower, upper) <= tail) power += Math.exp(logBinomial(k, n, truth));
  }
  return Math.min(1, power);
}
