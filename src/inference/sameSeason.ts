import { type Day, dayNumber, daysIn } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Comparison } from "./compare.js";
import type { Stretch } from "./test.js";

/**
 * Compares with the same season of earlier years alone: of the periods before it keeps those that lie in the same months
 * of the year (weeks, where periods are weeks) as the periods after, and puts both to `inner`. The reading says which
 * months of which years were left. Periods of a year have no season.
 *
 * @throws InputError when the first days of the periods are not known, they are years, or no earlier period lies in the season
 * @example
 * sameSeason(rateRatio("central")).name // 'sameSeason(rateRatio("central"))'
 */
export function sameSeason(inner: Comparison): Comparison {
  return {
    name: `sameSeason(${inner.name})`,
    needs: inner.needs,
    ...(inner.equalTails && { equalTails: true }),
    ...(inner.asks && { asks: inner.asks }),
    compare: (before, after, level) => {
      if (before.periods === undefined || after.periods === undefined)
        throw new InputError("sameSeason: needs the first day of each period; call compare()");
      const seasonOf = seasonsOf(before.periods, after.periods);
      const season = new Set(after.periods.map(seasonOf));
      const kept = only(before, (day) => season.has(seasonOf(day)));
      const length = kept.values.length + after.values.length;
      if (kept.values.length === 0)
        throw new InputError(
          `sameSeason: needs an earlier period of the same season, got none for ${[...season].join(", ")}`,
        );
      if (length < inner.needs)
        throw new InputError(
          `sameSeason: ${inner.name} needs ${inner.needs} periods, got ${length} of the same season`,
        );
      const found = inner.compare(kept, after, level);
      const years = [...new Set(kept.periods.map((day) => day.slice(0, 4)))];
      const text = `${[...new Set(kept.periods.map(seasonOf))].sort(byNumber).map(named).join(", ")} of ${years.join(", ")}`;
      const counts = [...season].map((one) => kept.periods.filter((day) => seasonOf(day) === one).length);
      const isEven = new Set(counts).size === 1;
      return {
        ...found,
        reading: `against ${text}: ${found.reading}`,
        assumes: [
          ...found.assumes,
          "no trend over the years: earlier years tell of this one",
          ...(isEven ? [] : ["the parts of the season are not equally often among the earlier periods"]),
        ],
      };
    },
  };
}

const months = "January February March April May June July August September October November December".split(" ");

/** How to tell the season of a period: `month 3`, or `week 10` of the ISO year. */
function seasonsOf(before: readonly Day[], after: readonly Day[]): (day: Day) => string {
  const pair = before.length > 1 ? before : after;
  const gap = pair.length > 1 ? daysIn({ since: pair[0], until: pair[1] }) : 31;
  if (gap > 300) throw new InputError("sameSeason: needs periods shorter than a year");
  return gap === 7 ? isoWeek : (day) => `month ${Number(day.slice(5, 7))}`;
}

function isoWeek(monday: Day): string {
  const year = new Date((dayNumber(monday) + 3) * 86_400_000).getUTCFullYear();
  return `week ${Math.floor((dayNumber(monday) + 3 - dayNumber(`${year}-01-01`)) / 7) + 1}`;
}

function only(stretch: Stretch, holds: (day: Day) => boolean): Required<Stretch> {
  const kept = (stretch.periods ?? []).map((day, t) => ({ day, t })).filter(({ day }) => holds(day));
  return {
    values: kept.map(({ t }) => stretch.values[t]),
    exposure: kept.map(({ t }) => stretch.exposure[t]),
    periods: kept.map(({ day }) => day),
  };
}

function named(season: string): string {
  return season.startsWith("month") ? months[Number(season.slice(6)) - 1] : season;
}

function byNumber(one: string, other: string): number {
  return Number(one.split(" ")[1]) - Number(other.split(" ")[1]);
}
