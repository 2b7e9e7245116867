import { daysIn, daysShared, periodsIn, type Span, sameTimeBefore } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Figure, Report, Window } from "../core/report.js";

/** @throws DataError when the report has no such figure */
export function figureOf(report: Report, id: string): Figure {
  const figure = report.figures.find((one) => one.id === id);
  if (figure === undefined) throw new DataError(`report: ${report.id} has no figure ${id}`);
  return figure;
}

/** @throws DataError when the report has no such window */
export function windowOf(report: Report, name: string): Window {
  if (Object.hasOwn(report.windows, name)) return report.windows[name];
  throw new DataError(`report: ${report.id} has no window ${name}`);
}

/** How many months a stretch is, a cut month as the fraction of its days. */
export function monthsIn(span: Span): number {
  let months = 0;
  for (const month of periodsIn(span, "month")) {
    const whole = { since: month, until: "9999-12-31" };
    months += daysShared(month, "month", span) / daysShared(month, "month", whole);
  }
  return months;
}

/** How many weeks a stretch is. */
export function weeksIn(span: Span): number {
  return daysIn(span) / 7;
}

/**
 * How many of a report's periods a stretch is.
 *
 * @example
 * lengthIn({ since: "2023-11-19", until: "2023-12-03" }, "week") // 2
 */
export function lengthIn(span: Span, every: Report["every"]): number {
  return every === "week" ? weeksIn(span) : monthsIn(span);
}

/**
 * The same stretch of an earlier year, of a later one where `back` is below 0: by months the same days of the calendar, by
 * weeks 52 weeks a year, so that weeks stay whole.
 *
 * @example
 * yearsBack({ since: "2024-01-01", until: "2024-01-29" }, 1, "week") // { since: "2023-01-02", until: "2023-01-30" }
 */
export function yearsBack({ since, until }: Span, back: number, every: Report["every"]): Span {
  return { since: sameTimeBefore(since, back, every), until: sameTimeBefore(until, back, every) };
}

/** The report's own print as data. */
export function printOf(report: Report): { readonly name: string } {
  return { name: `${report.id}, as printed` };
}
