/** How the made counts come about: the mean and spread of a period, and how alike neighbouring periods are. */
export interface Process {
  /** Events a period. */
  readonly mean: number;
  /** Variance over mean: 1 for Poisson counts, else negative binomial ones. */
  readonly phi: number;
  /** Correlation of neighbouring periods (a Poisson INAR(1)); 0 where they are independent. */
  readonly correlation: number;
}

/** How often a method errs, measured on counts made with a known truth. */
export interface Calibration extends Process {
  readonly method: string;
  /** What is asked: whether one stretch is of a piece, what its rate is, or whether the rate changed. */
  readonly question: string;
  /** Periods of each stretch, in order. */
  readonly periods: readonly number[];
  /** The true rate after over the rate before; 1 where nothing changed. */
  readonly ratio: number;
  /** Made-up series tried, and of them those on which the method gave an answer. */
  readonly draws: number;
  readonly answered: number;
  /** The share of all series for which p was at most 5%, and at most 1%: where nothing changed, the size of the test. */
  readonly at5?: number;
  readonly at1?: number;
  /** The share of the given 95% intervals (of equivalence 90% ones) that hold the truth. */
  readonly covers?: number;
}
