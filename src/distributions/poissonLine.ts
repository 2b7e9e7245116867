import { logPoissonTerm } from "../math/saddle.js";

/** The chances of the counts from `from` on, as far as they matter, and what lies below and from each place on. */
export interface PoissonLine {
  readonly from: number;
  readonly terms: Float64Array;
  /** The chance of less than `from + i`, one place longer than the terms. */
  readonly below: Float64Array;
  /** The chance of `from + i` or more, one place longer than the terms. */
  readonly above: Float64Array;
}

/**
 * All Poisson terms of a mean that are at least `least` times the largest, from one evaluation and the steps between.
 *
 * @example
 * poissonLine(2, 1e-20).terms[0] // 0.1353352832366127
 */
export function poissonLine(mean: number, least: number): PoissonLine {
  const mode = Math.floor(mean);
  const top = Math.exp(logPoissonTerm(mode, mean));
  const falling: number[] = [];
  for (let k = mode, term = top; k > 0 && term > least * top; falling.push(term)) term *= k-- / mean;
  const terms = [...falling.reverse(), top];
  for (let k = mode + 1, term = top; term > least * top; k++) {
    term *= mean / k;
    terms.push(term);
  }
  const below = new Float64Array(terms.length + 1);
  const above = new Float64Array(terms.length + 1);
  for (let i = 0; i < terms.length; i++) below[i + 1] = below[i] + terms[i];
  for (let i = terms.length - 1; i >= 0; i--) above[i] = above[i + 1] + terms[i];
  return { from: mode - falling.length, terms: Float64Array.from(terms), below, above };
}
