import { addDays, type Day, type Every, nextPeriod, periodOf } from "./day.js";

/**
 * The first day of the period so many periods after (or, negative, before) the one that holds this day.
 *
 * @example
 * shiftPeriod("2024-01-15", "month", -2) // "2023-11-01"
 */
export function shiftPeriod(day: Day, every: Every, periods: number): Day {
  let found = periodOf(day, every);
  for (let i = 0; i < periods; i++) found = nextPeriod(found, every);
  for (let i = 0; i > periods; i--) found = periodOf(addDays(found, -1), every);
  return found;
}

/**
 * How many periods lie from the one that holds a day to the one that holds another; negative when it runs backwards.
 *
 * @example
 * periodsFrom("2023-11-30", "2024-01-01", "month") // 2
 */
export function periodsFrom(since: Day, until: Day, every: Every): number {
  const [from, to] = [periodOf(since, every), periodOf(until, every)];
  let count = 0;
  for (let day = from; day < to; day = nextPeriod(day, every)) count++;
  for (let day = to; day < from; day = nextPeriod(day, every)) count--;
  return count;
}
