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

/** Whether the text is a real day of the calendar, written as `YYYY-MM-DD`. */
export function isDay(text: unknown): boolean {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  const year = digits(text, 0, 4);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/**
 * The number of days from 1970-01-01, negative before it.
 *
 * @throws InputError when the text is not a day
 */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new InputError(`day: needs a day as YYYY-MM-DD, got ${JSON.stringify(day)}`);
  return numberOf(day);
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

/**
 * The same time of the year so many years before. Days and weeks move by the whole number of weeks that is nearest to the
 * years, so that weeks stay whole and never drift from their season; the rest by calendar years.
 *
 * @example
 * sameTimeBefore("2024-01-01", 1, "week") // "2023-01-02"
 * sameTimeBefore("2024-01-01", 3, "week") // "2020-12-28"
 * sameTimeBefore("2024-01-01", 3, "month") // "2021-01-01"
 */
export function sameTimeBefore(day: Day, years: number, every: Every): Day {
  if (every !== "week" && every !== "day") return yearsBefore(day, years);
  return addDays(day, -7 * Math.round((years * 365.2425) / 7));
}

/** The earlier of two days. */
export function earlierOf(one: Day, other: Day): Day {
  return [one, other].sort()[0];
}

/** Days lie in years that begin in March, so that the leap day is their last, and in cycles of 400 years. */
const cycle = 146_097;
const toMarch0000 = 719_468;

function numberOf(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month > 2 ? 0 : 1);
  const since = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(day, 8, 10) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + since - toMarch0000;
}

function fromDayNumber(number: number): Day {
  const since = Math.floor(number) + toMarch0000;
  const cycles = Math.floor(since / cycle);
  const inCycle = since - cycles * cycle;
  const leaps = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / (cycle - 1));
  const years = Math.floor((inCycle - leaps) / 365);
  const inYear = inCycle - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const months = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * months + 2) / 5) + 1;
  const month = months < 10 ? months + 3 : months - 9;
  const year = 400 * cycles + years + (month > 2 ? 0 : 1);
  if (!(year >= 0 && year <= 9999))
    throw new InputError(`day: needs a day of the years 0000 to 9999, got day number ${number}`);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = 10 * number + text.charCodeAt(i) - 48;
  return number;
}
