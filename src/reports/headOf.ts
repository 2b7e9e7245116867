import type { Report } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { printOf } from "./figures.js";

/** What an audit's verdict on a claim says before anything was worked out. */
export function headOf(
  report: Report,
  { id, at, label, says }: ReportClaim,
): Pick<Verdict, "id" | "claim" | "by" | "at" | "label" | "says" | "data"> {
  return { id, claim: id, by: "audit", at, label: `${label}, as printed`, says, data: printOf(report) };
}
