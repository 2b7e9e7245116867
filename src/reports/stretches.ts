import { addDays, type Day, nextPeriod } from "../core/day.js";
import type { Figure, Report } from "../core/report.js";

/** The period in which something is counted. */
export type Per = "week" | "month";

/** The day that lies so many weeks, or months, after another. */
export function periodsAfter(day: Day, periods: number, per: Per): Day {
  if (per === "week") return addDays(day, 7 * periods);
  let at = day;
  for (let i = 0; i < periods; i++) at = nextPeriod(at, "month");
  return at;
}

/** The unit of a figure; the report's own where it says none. */
export function perOf(report: Report, figure: Figure): Per {
  return figure.per ?? report.every;
}
