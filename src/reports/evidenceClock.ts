import type { CitedDate, ClockRow, Standing, Supported } from "../core/clockRow.js";
import { addDays, type Day, type Span } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import { citedDate } from "./citedDate.js";
import { sourceOf } from "./sourceOf.js";
import { stretchesOf } from "./supportedBy.js";

/**
 * Every cited item of a report in time, note by note: when it is from, how exactly that is known, and where it lies between
 * what it is cited for and the close of the report. Days are of UTC; where a report gives no moment it closes as its cutoff
 * day begins.
 *
 * @throws DataError when the close is no moment or a date given is no year, month or day
 */
export function evidenceClock(report: Report): ClockRow[] {
  const close = closeOf(report);
  return report.citations.flatMap((citation) => {
    const stretches = stretchesOf(report, citation);
    return citation.items.map((cited, i): ClockRow => {
      const date = citedDate(cited);
      const supports = stretches.map((one): Supported => ({ ...one, lies: date ? lies(date, one) : "undated" }));
      const late = date?.at === undefined || close.at === undefined ? 0 : Date.parse(date.at) - close.at;
      return {
        note: citation.note,
        item: i + 1,
        type: cited.type,
        publisher: cited.publisher,
        source: sourceOf(cited),
        ...(date !== undefined && { date }),
        standing: date === undefined ? "undated" : standing(date, late, close, supports),
        ...(late > 0 && { minutesAfterClose: late / 60_000 }),
        afterPublication: date !== undefined && date.since > report.published,
        supports,
      };
    });
  });
}

/** When a report closed: the moment, where it gives one; the first day that may lie after it, and the first that must. */
interface Close {
  readonly at?: number;
  readonly from: Day;
  readonly until: Day;
}

/** The close of a report. @throws DataError when it is no moment */
export function closeOf({ id, cutoff, closed }: Report): Close {
  if (closed === undefined) return { from: cutoff, until: cutoff };
  const at = Date.parse(closed.at);
  if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(closed.at) || Number.isNaN(at))
    throw new DataError(`evidenceClock: closed.at is ${JSON.stringify(closed.at)}, not a moment in UTC (${id})`);
  const from = closed.at.slice(0, 10);
  return { at, from, until: addDays(from, 1) };
}

function lies(date: CitedDate, { since, until }: Span): Supported["lies"] {
  if (date.until <= since) return "before";
  if (date.since >= until) return "after";
  return date.since >= since && date.until <= until ? "inside" : "too coarse to tell";
}

function standing(date: CitedDate, late: number, close: Close, supports: readonly Supported[]): Standing {
  if (late > 0) return "after the close";
  if (date.since >= close.until) return "after the cutoff day";
  if (date.until > close.from && !(date.at !== undefined && close.at !== undefined)) return "too coarse to tell";
  if (supports.length === 0) return "before the close";
  const found = new Set(supports.map((one) => one.lies));
  if (found.has("inside")) return "inside";
  if (found.has("too coarse to tell")) return "too coarse to tell";
  return found.has("after") ? "after the window, before the close" : "before the window";
}
