import { addDays, type Day, daysIn, type Every, nextPeriod, periodOf } from "../core/day.js";

/** How many days each period of a grid has, the year it is of, and which part of that year it is. */
export interface Seasons {
  readonly days: readonly number[];
  readonly years: readonly number[];
  readonly seasons: readonly string[];
}

/**
 * The calendar of a grid: seasons are months, quarters, ISO weeks, or days of the year. A week is of the year its Thursday
 * is in, and the 53rd week and 29 February are seasons that not every year has.
 *
 * @example
 * seasonsOf("2020-12-28", "week", 2) // { days: [7, 7], years: [2020, 2021], seasons: ["53", "1"] }
 */
export function seasonsOf(start: Day, every: Every, length: number): Seasons {
  const found: { days: number[]; years: number[]; seasons: string[] } = { days: [], years: [], seasons: [] };
  let since = periodOf(start, every);
  for (let t = 0; t < length; t++) {
    const until = nextPeriod(since, every);
    const named = every === "week" ? addDays(since, 3) : since;
    found.days.push(daysIn({ since, until }));
    found.years.push(Number(named.slice(0, 4)));
    found.seasons.push(
      every === "week" ? weekOf(named) : every === "year" ? "year" : named.slice(5, every === "day" ? 10 : 7),
    );
    since = until;
  }
  return found;
}

function weekOf(thursday: Day): string {
  return String(Math.floor(daysIn({ since: periodOf(thursday, "year"), until: thursday }) / 7) + 1);
}
