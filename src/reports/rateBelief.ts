/** Rates and how much each is believed; the weights add to 1. */
export interface RateBelief {
  readonly rates: readonly number[];
  readonly weights: readonly number[];
}

/**
 * What a mean of few periods says of the rate behind it: gamma, of shape n / phi + 1/2 and rate periods / phi, which for
 * Poisson counts is the posterior under Jeffreys' prior and for others has phi times its variance. Laid out evenly on the log
 * scale, finely enough that sums over it are integrals to more than 12 digits.
 *
 * @see Gelman et al. (2013) Bayesian Data Analysis, 3rd ed., 43–46
 */
export function rateBelief(n: number, periods: number, phi: number): RateBelief {
  const shape = n / phi + 0.5;
  const centre = Math.log((shape * phi) / periods);
  const step = Math.min(0.2, 0.4 / Math.sqrt(shape));
  const heights: { readonly rate: number; readonly height: number }[] = [];
  for (const way of [-1, 1]) {
    for (let i = way === 1 ? 0 : 1; ; i++) {
      const off = way * i * step;
      // The log density of the log rate, less its height at the centre.
      const log = shape * (off - Math.expm1(off));
      if (log < -40) break;
      heights.push({ rate: Math.exp(centre + off), height: Math.exp(log) });
    }
  }
  const sorted = heights.sort((one, other) => one.rate - other.rate);
  const all = sorted.reduce((sum, { height }) => sum + height, 0);
  return { rates: sorted.map(({ rate }) => rate), weights: sorted.map(({ height }) => height / all) };
}
