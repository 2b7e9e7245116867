import type { Slice } from "../core/slice.js";
import { type Grid, logSumOf } from "./grids.js";
import type { Story, StoryEffect } from "./stories.js";
import type { ZoneCounts } from "./timeline.js";
import { fitZone, type Lattices, type Sized, type ZoneFit } from "./zoneFit.js";

/** A hypothesis fitted to all that was seen before the forecast: joint points over its sizes and ends. */
export interface StoryFit {
  readonly story: Story;
  readonly zones: readonly ZoneFit[];
  /** The log sizes of each effect that are tried. */
  readonly sizes: readonly (readonly number[])[];
  readonly points: readonly Point[];
}

/** One set of sizes and an end. */
export interface Point {
  /** Log prior weight. */
  readonly prior: number;
  /** Which size of each effect, and which end. */
  readonly at: readonly number[];
  readonly end: number;
  /** In each zone, the combination of its own effects' sizes and the end. */
  readonly combinations: readonly number[];
}

export interface FitOptions {
  readonly grid: Grid;
  readonly drift: number;
  /** By what the standard deviations of the priors are multiplied; 1 where absent. */
  readonly widen?: number;
  readonly lattices: Lattices;
}

/** Fits a hypothesis; points that what came before leaves next to no weight are left out. */
export function fitStory(story: Story, counts: readonly ZoneCounts[], options: FitOptions): StoryFit {
  const { grid, widen = 1 } = options;
  const sized = story.effects.map((effect): Sized & { readonly weights: readonly number[] } => {
    const sd = effect.sd * widen;
    if (sd === 0) return { effect, logs: [effect.centre], weights: [0] };
    const steps = stepsOf({ ...effect, sd }, counts, story.ends, grid);
    const at = Array.from({ length: steps }, (_, i) => grid.reach * ((2 * i) / (steps - 1) - 1));
    return { effect, logs: at.map((z) => effect.centre + sd * z), weights: at.map((z) => (-z * z) / 2) };
  });
  const own = counts.map(({ zone }) => sized.flatMap(({ effect }, e) => (effect.zones.includes(zone) ? e : [])));
  const ending = own.map((effects) => effects.some((e) => sized[e].effect.doesEnd));
  const zones = counts.map((one, z) =>
    fitZone(
      one,
      own[z].map((e) => sized[e]),
      ending[z] ? story.ends : ["never"],
      options,
    ),
  );
  const sums = zones.map((zone) => zone.before.map((row) => logSumOf(row)));
  const all: Point[] = [];
  for (let end = 0; end < story.ends.length; end++) {
    for (const at of indexSets(sized.map((one) => one.logs.length))) {
      let prior = 0;
      at.forEach((i, e) => {
        prior += sized[e].weights[i];
      });
      const combinations = own.map((effects, z) => {
        let index = 0;
        for (const e of effects) index = index * sized[e].logs.length + at[e];
        return ending[z] ? index * story.ends.length + end : index;
      });
      all.push({ prior, at, end, combinations });
    }
  }
  const weights = all.map((point) => point.prior + sumOver(point, sums));
  const floor = logSumOf(weights) + Math.log(grid.least);
  return { story, zones, sizes: sized.map((one) => one.logs), points: all.filter((_, i) => weights[i] > floor) };
}

function sumOver({ combinations }: Point, sums: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let z = 0; z < combinations.length; z++) sum += sums[z][combinations[z]];
  return sum;
}

/** How many sizes must be tried so that none falls between, given how narrowly the counts could pin the size down. */
function stepsOf(effect: StoryEffect, counts: readonly ZoneCounts[], ends: Story["ends"], grid: Grid): number {
  let most = 0;
  for (const end of ends) {
    let information = 1 / effect.sd ** 2;
    for (const { zone, earlier, past, forecast } of counts) {
      if (!effect.zones.includes(zone)) continue;
      const rate =
        past.values.reduce((sum, value) => sum + value, 0) / past.exposure.reduce((sum, one) => sum + one, 0);
      const ahead = { ...forecast, values: forecast.exposure.map((days) => rate * days) };
      for (const slice of earlier) information += informationIn(slice, effect, end);
      const both = {
        periods: [...past.periods, ...ahead.periods],
        values: [...past.values, ...ahead.values],
        exposure: [],
      };
      information += informationIn(both, effect, end);
    }
    most = Math.max(most, information);
  }
  const steps = Math.ceil((2 * grid.reach * effect.sd * Math.sqrt(most)) / grid.sizes) + 1;
  return Math.min(grid.most, Math.max(grid.fewest, steps));
}

/** How much a stretch of Poisson counts says of the log of a size: the spread of its course, weighed by the counts. */
function informationIn({ periods, values }: Slice, effect: StoryEffect, end: Story["ends"][number]): number {
  let [all, sum, squares] = [0, 0, 0];
  for (let t = 0; t < periods.length; t++) {
    const course = effect.courseIn(periods[t], end);
    all += values[t];
    sum += values[t] * course;
    squares += values[t] * course * course;
  }
  return all === 0 ? 0 : squares - (sum * sum) / all;
}

function indexSets(lengths: readonly number[]): readonly (readonly number[])[] {
  return lengths.reduce<readonly (readonly number[])[]>(
    (sets, length) => sets.flatMap((set) => Array.from({ length }, (_, i) => [...set, i])),
    [[]],
  );
}
