import type { LogTails } from "../math/incompleteGamma.js";

/**
 * What the verbs need to know about one family. Everything but `check` trusts its parameters; where `isCount` holds of a
 * distribution, `x` is a whole number from 0.
 */
export interface Family<D> {
  /** Whether only counts can come of it: a mixture is one where all its parts are. */
  isCount(distribution: D): boolean;
  /** What is wrong with the parameters, as the end of a message, or nothing. */
  check(distribution: D): string | undefined;
  logDensity(distribution: D, x: number): number;
  logTails(distribution: D, x: number): LogTails;
  /** For `p` from 0 to 1. */
  quantile(distribution: D, p: number): number;
  mean(distribution: D): number;
  variance(distribution: D): number;
  /** A source of numbers from this distribution, fed by uniform numbers in [0, 1). */
  sampler(distribution: D, uniform: () => number): () => number;
}
