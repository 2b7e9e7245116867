import type { Part } from "../core/source.js";
import { fault } from "./cells.js";
import { datedPart } from "./dayPart.js";
import type { DayOrder } from "./dayReader.js";

const rule = "a year served without its century, 0025 or 25, is of the years 2000 to 2099";

/**
 * The day of an ACLED event, held against the column `year` where there is one. ACLED once served years as 0025: they are
 * read as 2025 by a named rule, and so is 25 or 0025 in `year` beside a date of 2025.
 */
export function acledDay(order: DayOrder | undefined, hasYear: boolean): Part {
  return datedPart(
    {
      from: hasYear ? ["event_date", "year"] : ["event_date"],
      fields: ["day"],
      read: (day, [date, year = day.slice(0, 4)]) => {
        const full = /^(00)?\d{2}$/.test(year) ? `20${year.slice(-2)}` : year;
        if (full !== day.slice(0, 4))
          return fault("year", year, `is not the year of event_date ${JSON.stringify(date)}`);
        const isMended = full !== year || withCentury(date) !== date;
        return { event: { day }, ...(isMended && { repair: rule }) };
      },
    },
    { order, mended: withCentury },
  );
}

/** The date with a year like 0025 as 2025: at its beginning in an ISO date, else at its end. */
function withCentury(date: string): string {
  return date
    .replace(/^00(\d{2})(?=[-/])/, "20$1")
    .replace(
      /^(\d{1,2}[-/. ]\w+[-/. ]|[A-Za-z]+ \d{1,2},? )00(\d{2})(?!\d)/,
      (_, start: string, years: string) => `${start}20${years}`,
    );
}
