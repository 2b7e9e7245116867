import type { ClockRow, Supported } from "../core/clockRow.js";
import { daysIn } from "../core/day.js";
import { decimals, numbered } from "../core/print.js";
import type { Citation, Location, Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { citedDate } from "./citedDate.js";
import { dateText } from "./dateText.js";
import { evidenceClock } from "./evidenceClock.js";
import { printOf } from "./figures.js";
import { distinct, marks } from "./sourceOf.js";

/**
 * What the dates of cited items say against a report: items later than its close or its publication, items from before what
 * they are cited for, items more than a year old, posts whose number and printed date differ, and how many items have a
 * date at all. What is cited in several notes is told once. Claims that say when something happened are left to
 * `auditDates`.
 *
 * @throws DataError when the close is no moment or a date given is no year, month or day
 */
export function auditClock(report: Report): Verdict[] {
  const rows = evidenceClock(report);
  if (rows.length === 0) return [];
  const pairs = rows.flatMap((row) => row.supports.map((one) => ({ row, one, source: `${row.source} ${one.id}` })));
  const before = distinct(pairs).filter(({ one }) => one.lies === "before" && one.from === "window");
  return [
    ...distinct(rows).flatMap((row) => late(report, row, rows)),
    ...before.map(({ row, one }) => early(report, row, one)),
    ...rows.flatMap((row) => clashing(report, row)),
    ...old(report, rows),
    dated(report, rows),
  ];
}

function head(report: Report, row: ClockRow, id: string): Pick<Verdict, "id" | "by" | "at" | "data"> {
  const at = placeOf(report.citations, row.note);
  return { id, by: "audit", ...(at !== undefined && { at }), data: printOf(report) };
}

/** Where the report first leans on a note. */
export function placeOf(citations: readonly Citation[], note: number): Location | undefined {
  return citations.find((one) => one.note === note)?.at.at(0);
}

function late(report: Report, row: ClockRow, rows: readonly ClockRow[]): Verdict[] {
  const { date, standing, minutesAfterClose, afterPublication } = row;
  if (date === undefined || !(standing.startsWith("after the c") || afterPublication)) return [];
  const { closed, cutoff, published } = report;
  const close = closed === undefined ? `as ${cutoff} began` : `at ${closed.at} (${closed.note})`;
  const by = minutesAfterClose === undefined ? "" : `, ${delay(minutesAfterClose)} after the close`;
  const isPublished = afterPublication ? `, and after publication on ${published}` : "";
  const cited = marks(rows.filter((one) => one.source === row.source));
  const zone = closed === undefined ? "a day is read as UTC" : `the close is read as ${closed.note}`;
  return [
    {
      ...head(report, row, `clock/note-${row.note}/${row.item}`),
      label: "Cited, but later than the close",
      says: `the report closed ${close}, so ${row.publisher}, cited in ${cited}, is from before`,
      verdict: "fails",
      n: 1,
      reading: `${row.source} is of ${dateText(date)}${by}${isPublished}`,
      how: `its ${date.from} beside the report's close: ${zone}; a day in an address begins up to 14 hours before UTC's`,
      couldFail: `yes: any item up to the close would have passed${minutesAfterClose === undefined ? "" : "; a close meant in a zone further west moves the line"}`,
      matters: afterPublication
        ? { weight: "high", why: "a report cannot rest on what came after it: it was changed, or the source was" }
        : { weight: "medium", why: "the report went on past its own close, so its counts may hold later events" },
    },
  ];
}

function delay(minutes: number): string {
  if (minutes < 120) return `${decimals(minutes, 1)} minutes`;
  return minutes < 2880 ? `${decimals(minutes / 60, 1)} hours` : `${decimals(minutes / 1440, 1)} days`;
}

function early(report: Report, row: ClockRow, one: Supported): Verdict {
  return {
    ...head(report, row, `clock/note-${row.note}/${row.item}/before/${one.id}`),
    ...(one.what === "claim" && { claim: one.id }),
    label: "Cited for what came after it",
    says: `${row.publisher}, cited in [${row.note}], supports ${one.label}, from ${one.since} to before ${one.until}`,
    verdict: "fails",
    n: 1,
    reading: `${row.source} is of ${dateText(row.date)}, before ${one.since}: it reports nothing of that stretch`,
    how: `its ${row.date?.from ?? "date"} beside the first day of the stretch that the ${one.what} is about`,
    couldFail: "yes: any item from the first day on would have passed",
    matters:
      one.what === "figure"
        ? { weight: "medium", why: "what it reports cannot be among what was counted" }
        : { weight: "low", why: "it may be meant as background, which the note does not say" },
  };
}

function clashing(report: Report, row: ClockRow): Verdict[] {
  const cited = report.citations.find((one) => one.note === row.note)?.items[row.item - 1];
  if (row.date?.at === undefined || cited?.date === undefined) return [];
  const { url, ...given } = cited;
  const said = citedDate(given);
  if (said === undefined || (said.since <= row.date.until && said.until >= row.date.since)) return [];
  return [
    {
      ...head(report, row, `clock/note-${row.note}/${row.item}/date`),
      label: "A post's number against its date",
      says: `${row.source} is of ${cited.date}`,
      verdict: "fails",
      n: 1,
      reading: `its number says ${dateText(row.date)}`,
      how: "the moment in the post's number beside the date given, a day's difference allowed for time zones",
      couldFail: "yes: a date given within a day of the number's would have passed",
      matters: { weight: "medium", why: "the date or the address is wrong" },
    },
  ];
}

function old(report: Report, rows: readonly ClockRow[]): Verdict[] {
  const free = distinct(rows.filter((row) => row.date !== undefined && row.supports.length === 0));
  const ages = free.map((row) => ({
    ...row,
    age: daysIn({ since: row.date?.until ?? report.cutoff, until: report.cutoff }),
  }));
  const found = ages.filter((row) => row.age > 365);
  if (free.length === 0) return [];
  const each = found.map(
    (row) => `[${row.note}] ${row.publisher}, ${dateText(row.date)} (${decimals(row.age / 365.25, 1)} years)`,
  );
  return [
    {
      ...{ id: "clock/old", by: "audit", data: printOf(report), label: "Old sources" },
      says: "what is said without a date rests on sources of the year before the close",
      verdict: found.length === 0 ? "holds" : "uncertain",
      n: free.length,
      reading: `${found.length} of ${numbered(free.length, "dated source")} cited for what has no stretch ${found.length === 1 ? "is" : "are"} more than a year older than the close${each.length === 0 ? "" : `: ${each.join("; ")}`}`,
      how: "days from the last day that the source may be of to the cutoff; a source that is cited twice is counted once",
      couldFail:
        "yes: sources of the last year would have passed; whether an old one is meant as background is not asked",
      matters: { weight: "low", why: "background may be old; a statement about the present may not" },
    },
  ];
}

function dated(report: Report, rows: readonly ClockRow[]): Verdict {
  const count = (from: string): number => rows.filter((row) => row.date?.from === from).length;
  const found = rows.filter((row) => row.date !== undefined).length;
  const before = rows.filter((row) => row.standing.startsWith("after the c")).length;
  const coarse = rows.filter((row) => row.standing === "too coarse to tell").length;
  const ways = [
    `${count("post number")} by the number of a post`,
    `${count("date given")} by a date given`,
    `${count("address")} by the address`,
  ];
  return {
    ...{ id: "clock/dated", by: "audit", data: printOf(report), label: "Items with a date" },
    says: "its items can be put in time",
    verdict: found === rows.length ? "holds" : "uncertain",
    n: rows.length,
    reading: `${found} of ${numbered(rows.length, "item")} can be dated: ${ways.join(", ")}; ${before} of them after the close, ${coarse} too coarse to tell; of ${rows.length - found} nothing tells the date`,
    how: "every item of every note, one cited twice counted twice; a post's number is taken before a date given, and that before an address",
    couldFail: `yes: an item without a date cannot be found late or early, so ${rows.length - found} could not have failed`,
    matters: { weight: "low", why: "what has no date cannot be checked against the close" },
  };
}
