import type { Distribution } from "../core/distribution.js";
import { holdsSample } from "../distributions/holdsSample.js";
import { moments } from "../math/moments.js";
import { random } from "../math/random.js";
import { type Ladder, sampledParts } from "./sampledParts.js";

/** How often draws are drawn anew from themselves to see how far a score scatters. */
const resamples = 100;

/** Draws whose sets are kept at most: each takes 4 bytes a set. */
const mostKept = 50_000;

export interface QuantileNoise {
  readonly levels: readonly number[];
  /** Whether quantiles of draws lie on a straight line between two of them, rather than on one of them. */
  readonly isBetween: boolean;
  value(quantiles: readonly number[], observed: number): number;
}

/**
 * The standard error that a finite number of draws leaves in a score of quantiles: the bootstrap's, over 100 sets of as many
 * drawn from them, always the same sets. Unlike leaving out one it holds for quantiles too; of a few hundred draws of counts, whose quantiles jump, it may tell twice what it is.
 * Of a mixture each part that is a sample is drawn anew for itself. 0 for what holds no sample; NaN for a single draw.
 *
 * @see Efron (1979) Annals of Statistics 7, 1–26
 */
export function quantileNoise({
  levels,
  isBetween,
  value,
}: QuantileNoise): (says: Distribution, observed: number) => number {
  const sets = drawnSets();
  return (says, observed) => {
    if (!holdsSample(says)) return 0;
    const parts = sampledParts(says);
    if (parts.some(({ draws }) => draws === 1)) return Number.NaN;
    const { grid, places } = gridOf(parts);
    const exact = new Float64Array(grid.length);
    const samples = parts.flatMap((part, k) => {
      if (part.draws !== undefined)
        return [{ ...part, draws: part.draws, ends: endsOf(part, part.draws), at: places[k] }];
      part.shares.forEach((share, i) => {
        exact[places[k][i]] += part.weight * share;
      });
      return [];
    });
    const scores = Array.from({ length: resamples }, (_, r) => {
      const chances = Float64Array.from(exact);
      samples.forEach(({ draws, weight, ends, at }, k) => {
        const below = sets(draws, k)[r];
        for (let i = 0, from = 0; i < ends.length; from = ends[i++])
          chances[at[i]] += (weight * (below[ends[i]] - below[from])) / draws;
      });
      const told = isBetween && says.family === "draws" ? betweenDraws : quantilesOf;
      return value(told(grid, chances, levels, samples[0].draws), observed);
    });
    return moments(scores).sd;
  };
}

/** All values of all parts, each once and rising, and where those of each part stand among them. */
function gridOf(parts: readonly Ladder[]): { grid: Float64Array; places: Int32Array[] } {
  const all = new Float64Array(parts.reduce((sum, { values }) => sum + values.length, 0));
  let filled = 0;
  for (const { values } of parts) {
    all.set(values, filled);
    filled += values.length;
  }
  all.sort();
  const grid = all.filter((value, i) => i === 0 || value !== all[i - 1]);
  const places = parts.map(({ values }) => {
    let at = 0;
    return Int32Array.from(values, (value) => {
      while (grid[at] < value) at++;
      return at;
    });
  });
  return { grid, places };
}

/** How many of the draws are each value or less. */
function endsOf({ shares }: Ladder, draws: number): Int32Array {
  let below = 0;
  return Int32Array.from(shares, (share) => {
    below += Math.round(share * draws);
    return below;
  });
}

/** The least values whose chances add up to each of rising or other levels, but for rounding. */
function quantilesOf(grid: Float64Array, chances: Float64Array, levels: readonly number[]): number[] {
  const below = chances;
  for (let i = 1; i < below.length; i++) below[i] += below[i - 1];
  const top = below.length - 1;
  return levels.map((level) => {
    const target = level * (1 - 1e-12);
    let [low, high] = [0, top];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (below[middle] >= target) high = middle;
      else low = middle + 1;
    }
    return grid[low];
  });
}

/** On a straight line between the two draws next to it: what most programs do unless told. */
function betweenDraws(grid: Float64Array, chances: Float64Array, levels: readonly number[], draws: number): number[] {
  return levels.map((level) => {
    const place = level * (draws - 1);
    const [first, rest] = [Math.floor(place), place - Math.floor(place)];
    // The draw at a place is the quantile that so many draws reach.
    const ends = [first, Math.min(draws - 1, first + 1)].map((at) => (at + 0.5) / draws);
    const [low, high] = quantilesOf(grid, Float64Array.from(chances), ends);
    return low + rest * (high - low);
  });
}

/** Sets of places drawn anew from `draws` of them, for the part of a number: of each how many lie below every place. */
function drawnSets(): (draws: number, part: number) => readonly Int32Array[] {
  const known = new Map<string, readonly Int32Array[]>();
  let kept = 0;
  return (draws, part) => {
    const name = `${draws} ${part}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const uniform = random(part + 1);
    const made = Array.from({ length: resamples }, () => {
      const below = new Int32Array(draws + 1);
      for (let i = 0; i < draws; i++) below[Math.floor(uniform() * draws) + 1]++;
      for (let i = 1; i <= draws; i++) below[i] += below[i - 1];
      return below;
    });
    // Of many numbers of draws in turn only the last few are kept.
    kept += draws;
    if (kept > mostKept) {
      known.clear();
      kept = draws;
    }
    known.set(name, made);
    return made;
  };
}
