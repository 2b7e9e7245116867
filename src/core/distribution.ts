/** How a count comes about, where a zero may also come about otherwise. */
export type CountDistribution =
  | { readonly family: "poisson"; readonly mean: number }
  /** Variance: mean + mean² / size. */
  | { readonly family: "negbin"; readonly mean: number; readonly size: number }
  | { readonly family: "binomial"; readonly n: number; readonly p: number }
  | { readonly family: "betaBinomial"; readonly n: number; readonly a: number; readonly b: number };

/**
 * What may come, and how likely: plain data, tagged by its family. Counts, shares, measures on a line, and what is known
 * only by draws or by quantiles.
 */
export type Distribution =
  | CountDistribution
  | { readonly family: "bernoulli"; readonly p: number }
  /** With chance `zero` it is 0 for sure, otherwise it is a count of `of`, which may be 0 as well. */
  | { readonly family: "zeroInflated"; readonly zero: number; readonly of: CountDistribution }
  /** With chance `zero` it is 0, otherwise it is a count of `of` that is not 0. */
  | { readonly family: "hurdle"; readonly zero: number; readonly of: CountDistribution }
  /** Mean: shape / rate. */
  | { readonly family: "gamma"; readonly shape: number; readonly rate: number }
  | { readonly family: "beta"; readonly a: number; readonly b: number }
  | { readonly family: "normal"; readonly mean: number; readonly sd: number }
  /** Student's t about `centre`, its spread multiplied by `scale`. */
  | { readonly family: "student"; readonly df: number; readonly centre: number; readonly scale: number }
  /** Equally likely values, in any order. */
  | {
      readonly family: "draws";
      readonly values: readonly number[];
      /** The values are all that may come, not a sample of it: a score of them has no Monte-Carlo noise. */
      readonly isWhole?: true;
    }
  /**
   * Values below which it falls with the chances `levels`, both rising; between them on a straight line. What
   * lies beyond the outer levels, such as above a cumulative chance that ends below 1, lies on the outer values.
   */
  | { readonly family: "quantiles"; readonly levels: readonly number[]; readonly values: readonly number[] }
  /** With the chance of each of `weights`, which add to 1, it is what the same place of `of` says: the linear pool. */
  | { readonly family: "mixture"; readonly weights: readonly number[]; readonly of: readonly Distribution[] };
