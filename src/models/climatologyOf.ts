import { type Day, type Every, nextPeriod, periodOf, sameTimeBefore } from "../core/day.js";
import type { Climatology } from "../core/tracked.js";

/** How far a climatology looks. */
export interface ClimatologyReach {
  readonly every: Every;
  /** Earlier years, at most. */
  readonly years: number;
  /** Periods to either side of the same time of year. */
  readonly around: number;
}

/** The counts of a series at the time of year of any of its periods, or of one ahead. */
export interface TimesOfYear {
  /** Of period `t`, from 0, among the first `known` periods; sorted. */
  before(t: number, known: number): number[];
}

/** Looks up the counts at the same time of earlier years, with those to either side. */
export function timesOfYear(
  { start, values }: { readonly start: Day; readonly values: readonly number[] },
  { every, years, around }: ClimatologyReach,
  ahead: number,
): TimesOfYear {
  const days: Day[] = [];
  const places = new Map<Day, number>();
  for (let day = start; days.length < values.length + ahead; day = nextPeriod(day, every)) {
    places.set(day, days.length);
    days.push(day);
  }
  const same = days.map((day) => {
    const found = new Set<number>();
    for (let year = 1; year <= years; year++) {
      const at = places.get(periodOf(sameTimeBefore(day, year, every), every));
      if (at === undefined) continue;
      for (let place = at - around; place <= at + around; place++) found.add(place);
    }
    return [...found];
  });
  return {
    before: (t, known) =>
      same[t]
        .filter((place) => place >= 0 && place < known && place < t)
        .map((place) => values[place])
        .sort((a, b) => a - b),
  };
}

/**
 * The count that the next of `n + 1` alike passes with a chance of 1 - p at most, whatever their distribution: the ranked
 * value nearest above. `undefined` where there are too few to say, fewer than p / (1 - p).
 */
export function upperRank(sorted: readonly number[], p: number): number | undefined {
  return sorted[Math.ceil(p * (sorted.length + 1) - 1e-9) - 1];
}

/** The band from the 10% to the 90% quantile, where there are counts enough. */
export function bandOf(sorted: readonly number[]): Climatology {
  const n = sorted.length;
  const high = upperRank(sorted, 0.9);
  const low = sorted[Math.floor(0.1 * (n + 1) + 1e-9) - 1];
  return { n, ...(high !== undefined && low !== undefined && { band: [low, high] }) };
}
