import { InputError } from "./errors.js";

/** A day of the UTC calendar, `"2024-03-17"`. A period is named by its first day. */
export type Day = string;

/** How long a period is, and how exactly a day is known. Weeks are ISO weeks, Monday to Sunday. */
export type Every = "day" | "week" | "month" | "quarter" | "year";

/** A stretch of days, half-open: `since <= day < until`. */
export interface Span {
  readonly since: Day;
  readonly until: Day;
}

/** From the finest to the coarsest. */
export const everies: readonly Every[] = ["day", "week", "month", "quarter", "year"];

const milliseconds = 86_400_000;

/** Whether the text is a real day of the calendar, written as `YYYY-MM-DD`. */
export function isDay(text: unknown): boolean {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/**
 * The number of days from 1970-01-01, negative before it.
 *
 * @throws InputError when the text is not a day
 */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new InputError(`day: needs a day as YYYY-MM-DD, got ${JSON.stringify(day)}`);
  return Date.parse(`${day}T00:00:00Z`) / milliseconds;
}

/**
 * The day that lies `days` after (or, negative, before) this one.
 *
 * @throws InputError when it lies beyond the years 0000 to 9999
 */
export function addDays(day: Day, days: number): Day {
  return fromDayNumber(dayNumber(day) + days);
}

/**
 * How many days lie in the stretch; negative when it runs backwards.
 *
 * @example
 * daysIn({ since: "2023-11-19", until: "2023-12-13" }) // 24
 */
export function daysIn(span: Span): number {
  return dayNumber(span.until) - dayNumber(span.since);
}

/**
 * The first day of the period that holds this day.
 *
 * @example
 * periodOf("2023-12-13", "month") // "2023-12-01"
 */
export function periodOf(day: Day, every: Every): Day {
  const number = dayNumber(day);
  if (every === "day") return day;
  if (every === "week") return fromDayNumber(number - ((((number + 3) % 7) + 7) % 7));
  if (every === "month") return `${day.slice(0, 7)}-01`;
  if (every === "year") return `${day.slice(0, 4)}-01-01`;
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}

/** The first day of the period after the one that holds this day. */
export function nextPeriod(day: Day, every: Every): Day {
  const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }[every];
  return periodOf(addDays(periodOf(day, every), longest), every);
}

/**
 * The periods that a stretch touches, each by its first day, in order.
 *
 * @example
 * periodsIn({ since: "2023-11-19", until: "2024-01-01" }, "month") // ["2023-11-01", "2023-12-01"]
 */
export function periodsIn(span: Span, every: Every): Day[] {
  const periods: Day[] = [];
  if (daysIn(span) <= 0) return periods;
  for (let day = periodOf(span.since, every); day < span.until; day = nextPeriod(day, every)) periods.push(day);
  return periods;
}

/** How many days of the period that starts on `first` lie inside the stretch. */
export function daysShared(first: Day, every: Every, span: Span): number {
  const since = first > span.since ? first : span.since;
  const end = nextPeriod(first, every);
  return Math.max(0, daysIn({ since, until: earlierOf(end, span.until) }));
}

/** The same day of an earlier year; 29 February becomes the 28th where there is none. */
export function yearsBefore(day: Day, years: number): Day {
  const shifted = `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
  return isDay(shifted) ? shifted : `${shifted.slice(0, 8)}28`;
}

/** The earlier of two days. */
export function earlierOf(one: Day, other: Day): Day {
  return [one, other].sort()[0];
}

function fromDayNumber(number: number): Day {
  const day = new Date(number * milliseconds);
  if (!(day.getUTCFullYear() >= 0 && day.getUTCFullYear() <= 9999))
    throw new InputError(`day: needs a day of the years 0000 to 9999, got day number ${number}`);
  return day.toISOString().slice(0, 10);
}
