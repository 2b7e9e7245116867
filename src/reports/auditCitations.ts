import type { Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { auditClock } from "./auditClock.js";
import { auditDates } from "./auditDates.js";
import { auditSources } from "./auditSources.js";

/**
 * What a report's notes tell without any data: whether its sources came before its close and after what they are cited for,
 * whether dates clash, and whether sources are many, independent and open to a reader.
 *
 * @throws InputError when the level does not lie between 0 and 1; DataError when the close is no moment or a date given is
 * no year, month or day
 */
export function auditCitations(report: Report, { level }: { level: number }): Verdict[] {
  return [...auditClock(report), ...auditDates(report), ...auditSources(report, { level })];
}
