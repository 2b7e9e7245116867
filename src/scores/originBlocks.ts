import { checkLevel } from "../core/checkLevel.js";
import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { quantile } from "../distributions/quantile.js";
import { studentQuantile } from "../distributions/student.js";
import type { BlockOptions } from "../math/circularBlocks.js";
import { circularBlocks } from "../math/circularBlocks.js";
import { random } from "../math/random.js";

/** How the origins are drawn anew. */
export interface Resampling {
  /** The share of intervals that should hold the truth, 0.9 for 90%. */
  readonly level: number;
  readonly seed: number;
  /** How many origins in a row are drawn together; unless said, by `blockLength`. */
  readonly blocks?: number;
  /** How often; 2,000 unless said. */
  readonly draws?: number;
}

/** @throws InputError when an option cannot be */
export function checkResampling({ level, seed, blocks = 1, draws = 2000 }: Resampling, verb: string): void {
  checkLevel(level, verb);
  if (!Number.isSafeInteger(seed)) throw new InputError(`${verb}: seed needs a whole number, got ${seed}`);
  if (!(Number.isInteger(blocks) && blocks > 0))
    throw new InputError(`${verb}: blocks needs a whole number of origins above 0, got ${blocks}`);
  if (!(Number.isInteger(draws) && draws > 0))
    throw new InputError(`${verb}: draws needs a whole number above 0, got ${draws}`);
}

/**
 * How many origins in a row are drawn together: 2h - 1 for a longest step h, as forecasts up to that far ahead share what
 * came, and blocks of h alone make intervals too narrow; no fewer than the cube root of the number of origins, for news
 * lasts; but never more than a third of them.
 *
 * @example
 * blockLength(72, 6) // 11
 */
export function blockLength(origins: number, longestStep: number): number {
  const wanted = Math.max(2 * longestStep - 1, Math.ceil(Math.cbrt(origins)));
  return Math.max(1, Math.min(Math.floor(origins / 3), wanted));
}

/** The block length in force: as said, else by the rule, never more than there are origins. */
export function blockOf(origins: number, longestStep: number, { blocks }: Resampling): number {
  return blocks === undefined ? blockLength(origins, longestStep) : Math.min(blocks, origins);
}

/** What each of several columns of sums by origin adds up to when origins are drawn anew in circular blocks. */
export function redrawn(
  columns: readonly Float64Array[],
  length: number,
  { seed, draws = 2000 }: Resampling,
): Float64Array[] {
  const options: BlockOptions = { length, draws, uniform: random(seed) };
  return circularBlocks(columns, options);
}

/**
 * The interval between the tails of what was drawn, about the estimate. What is drawn of few blocks is too narrow, so its
 * distances are widened by sqrt(k / (k - 1)) and by Student's t on k - 1 degrees of freedom over the normal's, k being the
 * number of blocks. Nothing where there are fewer than 3 origins or 2 blocks.
 */
export function intervalOf(
  estimate: number,
  drawn: Float64Array,
  { origins, block, level }: { origins: number; block: number; level: number },
): Interval | undefined {
  const blocks = origins / block;
  if (origins < 3 || blocks < 2) return undefined;
  const tail = (1 - level) / 2;
  const normal = quantile({ family: "normal", mean: 0, sd: 1 }, 1 - tail);
  const wider = Math.sqrt(blocks / (blocks - 1)) * (studentQuantile(1 - tail, blocks - 1) / normal);
  const sorted = Float64Array.from(drawn).sort();
  const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
  return [estimate + wider * (at(tail) - estimate), estimate + wider * (at(1 - tail) - estimate)];
}

/** What an interval rests on, for `says`. */
export function blocksText(origins: number, block: number): string {
  if (origins < 3 || origins / block < 2)
    return `no interval, as ${origins} ${origins === 1 ? "origin is" : "origins are"} too few`;
  return `the interval draws ${origins} origins anew in blocks of ${block}, with all steps and keys of an origin together`;
}
