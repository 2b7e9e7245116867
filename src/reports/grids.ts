/** How finely rates, sizes and what they leave open are laid out. */
export interface Grid {
  /** Dispersions (variance over mean), each thought as likely. */
  readonly phis: readonly number[];
  /** The distance between rates, in standard deviations of what the counts leave open at the dispersion. */
  readonly rates: number;
  /** The same for sizes; their grid has from `fewest` to `most` points. */
  readonly sizes: number;
  readonly fewest: number;
  readonly most: number;
  /** How many standard deviations of the prior the sizes reach. */
  readonly reach: number;
  /** Points with less than this share of the weight are left out. */
  readonly least: number;
}

/** Dispersions from Poisson counts to very lumpy ones. */
export const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];

/** For the probabilities. */
export const fine: Grid = { phis, rates: 1.2, sizes: 1.5, fewest: 15, most: 29, reach: 3.5, least: 1e-8 };

/** For the sensitivities, and to draw from. */
export const coarse: Grid = { phis, rates: 1.8, sizes: 2.2, fewest: 7, most: 13, reach: 2.8, least: 1e-4 };

/** To tell for which explanation made data are taken, thousands of times. */
export const rough: Grid = { phis, rates: 2.2, sizes: 2.4, fewest: 5, most: 9, reach: 2.5, least: 4e-3 };

/** log of the sum of exponentials; minus infinity of none. */
export function logSumOf(logs: ArrayLike<number>): number {
  let most = -Infinity;
  for (let i = 0; i < logs.length; i++) if (logs[i] > most) most = logs[i];
  if (most === -Infinity) return most;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp(logs[i] - most);
  return most + Math.log(sum);
}
