import { daysIn, type Every, sameTimeBefore } from "../core/day.js";
import { InputError } from "../core/errors.js";

/**
 * How many periods lie between a period and the same time of the year so many years before. Days and weeks go back by the
 * whole number of weeks nearest to the years, as `sameTimeBefore` does.
 *
 * @example
 * seasonLag("month", 2) // 24
 * seasonLag("week", 1) // 52
 * seasonLag("day", 1) // 364
 */
export function seasonLag(every: Every, years: number): number {
  if (every === "month") return 12 * years;
  if (every === "quarter") return 4 * years;
  if (every === "year") return years;
  // Back from this Monday or from any other the way is as long.
  const until = "9999-12-27";
  return daysIn({ since: sameTimeBefore(until, years, every), until }) / (every === "week" ? 7 : 1);
}

/** The least number of years back from `index` at which a period was seen, of the `seen` first ones. */
export function yearsBackTo(seen: number, index: number, every: Every): number {
  let years = 1;
  while (index - seasonLag(every, years) >= seen) years++;
  return years;
}

/** How much a model needs that looks back by years: two of them, one where a year has as many periods as weeks or days. */
export function yearsNeeded(every: Every): number {
  return seasonLag(every, every === "week" || every === "day" ? 1 : 2);
}

/** @throws InputError when less than a year of periods was seen */
export function checkYearSeen(length: number, every: Every, name: string): void {
  const least = seasonLag(every, 1);
  if (length < least) throw new InputError(`${name}: needs a year of ${every}s (${least}), got ${length}`);
}
