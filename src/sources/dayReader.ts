import { addDays, type Day, isDay } from "../core/day.js";
import { monthNumber } from "./monthNumber.js";

/** Which of two numbers in a date like 03/04/2019 is the day. */
export type DayOrder = "day-first" | "month-first";

/** The day that a text means, or why it means none. */
export type DayRead = { readonly day: Day } | { readonly reason: string };

const midnight = /[ T]00:00(?::00(?:\.0+)?)?$/;
const twoNumbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const isoTime = /^[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?<zone> ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/;

/**
 * A reader of dates as publishers and spreadsheets write them: `2019-12-31` or `2019/12/31`, also with a time in UTC (the
 * day is taken); `31 December 2019`, `31-Dec-2019`, `December 31, 2019`; and, in the order named, `31/12/2019` with
 * slashes, dots or dashes. Without an order a date of two numbers is read only where both orders mean the same day.
 *
 * @example
 * dayReader()("31 December 2019") // { day: "2019-12-31" }
 */
export function dayReader(order?: DayOrder): (text: string) => DayRead {
  return (text) => {
    const iso = /^(\d{4})([-/])(\d{2})\2(\d{2})(.*)$/s.exec(text);
    if (iso) return withTime(`${iso[1]}-${iso[3]}-${iso[4]}`, iso[5]);
    const plain = text.replace(midnight, "");
    const numeric = twoNumbers.exec(plain);
    if (numeric) return inOrder(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]), order);
    const named =
      /^(?<day>\d{1,2})[ -](?<month>[A-Za-z]+)[ -](?<year>\d+)$/.exec(plain) ??
      /^(?<month>[A-Za-z]+) (?<day>\d{1,2}),? (?<year>\d+)$/.exec(plain);
    if (named?.groups === undefined) return { reason: strangeness(text) };
    const { day, month, year } = named.groups;
    if (year.length !== 4) return { reason: /^\d{2}$/.test(year) ? twoDigits : notADay };
    return real(Number(year), monthNumber(month), Number(day));
  };
}

/** Whether a text is a date of two numbers and a year, which has an order. */
export function isNumericDate(text: string): boolean {
  return twoNumbers.test(text.replace(midnight, ""));
}

const notADay = "is not a day";
const twoDigits = "has a year of two digits, which does not name the century";

function withTime(day: Day, rest: string): DayRead {
  const time = isoTime.exec(rest);
  if (rest !== "" && time === null) return { reason: notADay };
  const zone = time?.groups?.["zone"] ?? "Z";
  if (!/^ ?(Z|UTC|[+-]00:?00)$/.test(zone)) return { reason: "has a time in a zone other than UTC" };
  return checked(day);
}

function inOrder(first: number, second: number, year: number, order: DayOrder | undefined): DayRead {
  if (order === "month-first") return real(year, first, second);
  if (order === "day-first" || first === second) return real(year, second, first);
  return { reason: "does not say which number is the day and which the month" };
}

function real(year: number, month: number, day: number): DayRead {
  const text = [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
  return checked(text);
}

function checked(day: Day): DayRead {
  if (!isDay(day)) return { reason: notADay };
  return day < "1000" ? { reason: `has the year ${day.slice(0, 4)}` } : { day };
}

/** What a text that is no date looks like, where that helps to mend the file. */
function strangeness(text: string): string {
  if (text.trim() === "") return "is empty";
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const day = addDays("1899-12-30", Math.floor(Number(text)));
    return `is a spreadsheet's number for a day (${day} where it counts from 1900); save the column as YYYY-MM-DD`;
  }
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}(\D|$)/.test(text)) return twoDigits;
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{4}[ T]\d/.test(text)) return "has a time of day, which only ISO dates may have";
  return notADay;
}
