import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";

/** How many draws an answer is read off, and the seed they come from. */
export interface DrawOptions {
  readonly draws: number;
  readonly seed: number;
}

/** @throws InputError when a seed is not whole, or the draws are too few for the tails of the level */
export function checkDraws({ draws, seed, level }: DrawOptions & { readonly level: number }, verb: string): void {
  if (!Number.isInteger(seed)) throw new InputError(`${verb}: seed needs a whole number, got ${seed}`);
  const least = Math.max(100, Math.ceil(10 / (1 - level)));
  if (!Number.isInteger(draws) || draws < least)
    throw new InputError(`${verb}: draws needs a whole number from ${least}, got ${draws}`);
}

/** The counts, of draws in rising order, that are not so far out that `predictiveP` falls below 1 - level. */
export function predictiveInterval(sorted: Float64Array, level: number): Interval {
  const beyond = Math.ceil(((1 - level) / 2) * (sorted.length + 1) - 1 - 1e-9);
  return [sorted[beyond - 1], sorted[sorted.length - beyond]];
}

/** How rarely a drawn count is as far out as this one, on both sides; never 0: what was seen counts as one draw more. */
export function predictiveP(sorted: Float64Array, observed: number): number {
  const atMost = placeOf(sorted, (value) => value <= observed);
  const below = placeOf(sorted, (value) => value < observed);
  const rarer = Math.min(atMost, sorted.length - below);
  return Math.min(1, (2 * (rarer + 1)) / (sorted.length + 1));
}

/** How many of the first of sorted numbers are so. */
function placeOf(sorted: Float64Array, isSo: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
