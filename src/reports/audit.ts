import { InputError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { auditMeans } from "./auditMeans.js";
import { auditPace } from "./auditPace.js";
import { auditRatio } from "./auditRatio.js";
import { auditShare } from "./auditShare.js";
import { printOf } from "./figures.js";
import { wordRange } from "./words.js";

/**
 * What a report's own numbers can and cannot carry, without any data but its print: whether printed means are possible,
 * whether its words fit its numbers, and how sure those numbers are.
 */
export function audit(report: Report, { level }: { level: number }): Verdict[] {
  const claims = report.claims.flatMap((claim): Verdict[] => {
    const { check } = claim;
    if (check?.type === "ratio" || check?.type === "pace") checkWord(claim.id, check.word);
    if (check?.type === "ratio") return [auditRatio(report, claim, check, level)];
    if (check?.type === "pace") return [auditPace(report, claim, check, level)];
    if (check?.type === "share") return [auditShare(report, claim, check, level)];
    return claim.unscoreable === undefined ? [] : [notScoreable(report, claim, claim.unscoreable.reading)];
  });
  return [...auditMeans(report), ...claims];
}

function checkWord(claim: string, word: string): void {
  try {
    wordRange(word);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`audit: claim ${claim}: ${error.message.replace(/^\w+: /, "")}`);
  }
}

function notScoreable(report: Report, { id, at, label, says }: ReportClaim, reason: string): Verdict {
  return {
    id,
    by: "audit",
    at,
    label,
    says,
    verdict: "not scoreable",
    data: printOf(report),
    n: 0,
    reading: reason,
    couldFail: "no: as written, nothing that may happen decides it",
  };
}
