import { InputError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { auditCitations } from "./auditCitations.js";
import { auditLanguage } from "./auditLanguage.js";
import { auditLeads } from "./auditLeads.js";
import { auditMeans } from "./auditMeans.js";
import { auditPace } from "./auditPace.js";
import { auditPercents } from "./auditPercents.js";
import { auditRatio } from "./auditRatio.js";
import { auditShare } from "./auditShare.js";
import { auditSpread } from "./auditSpread.js";
import { auditTogether } from "./auditTogether.js";
import { figureOf } from "./figures.js";
import { headOf } from "./headOf.js";
import { isNumber } from "./meansOf.js";
import { wordRange } from "./words.js";

/**
 * What a report's own numbers can and cannot carry, without any data but its print: whether printed means, percentages and
 * standard deviations are possible, whether its words fit its numbers, and how sure those numbers are. First what is said
 * of its figures, in the order of the report, then of its claims. Each verdict says how it was worked out and how much it
 * matters.
 *
 * @throws InputError when a claim's word has no range
 */
export function audit(report: Report, { level }: { level: number }): Verdict[] {
  const claims = report.claims.flatMap((claim) => auditClaim(report, claim, level));
  // Every audit of what no single claim's check names stands here.
  const figures = [
    ...auditMeans(report, level),
    ...auditTogether(report),
    ...auditPercents(report),
    ...auditSpread(report),
    ...auditCitations(report, { level }),
    ...auditLanguage(report),
  ];
  return [...inOrder(figures), ...claims];
}

function auditClaim(report: Report, claim: ReportClaim, level: number): Verdict[] {
  const { check, unscoreable } = claim;
  if (check?.type === "ratio" || check?.type === "pace") checkWord(claim.id, check.word);
  const vague = check === undefined ? undefined : wordsAmong(report, check);
  if (vague !== undefined) return [notScoreable(report, claim, vague)];
  if (check?.type === "ratio") return [auditRatio(report, claim, check, level)];
  if (check?.type === "pace") return [auditPace(report, claim, check, level)];
  if (check?.type === "share") return [auditShare(report, claim, check, level)];
  if (check?.type === "leads") return [auditLeads(report, claim, check, level)];
  return unscoreable === undefined ? [] : [notScoreable(report, claim, unscoreable.reading)];
}

/** By paragraph and sentence; where they are the same, as they came. */
function inOrder(verdicts: readonly Verdict[]): Verdict[] {
  const placeOf = ({ at }: Verdict): number => 1e4 * (at?.paragraph ?? 0) + (at?.sentence ?? 0);
  return [...verdicts].sort((a, b) => placeOf(a) - placeOf(b));
}

function checkWord(claim: string, word: string): void {
  try {
    wordRange(word);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`audit: claim ${claim}: ${error.message.replace(/^\w+: /, "")}`);
  }
}

/** Why a check that needs numbers cannot be put, where a figure it names is printed in words or as a range. */
function wordsAmong(report: Report, check: Check): string | undefined {
  const pairs = check.type === "leads" ? [check.part, check.whole] : check.type === "ratio" ? [check] : [];
  const shares = check.type === "share" ? [check.figure, ...check.against] : [];
  const ids = [...pairs.flatMap(({ before, after }) => [before, after]), ...shares];
  const vague = ids.flatMap((id) => (typeof id === "string" ? figureOf(report, id) : [])).find((one) => !isNumber(one));
  if (vague === undefined) return undefined;
  const { printed, to } = vague;
  return `"${printed}${to === undefined ? "" : ` to ${to}`}" is not one number, so that nothing can be worked out from it`;
}

function notScoreable(report: Report, claim: ReportClaim, reason: string): Verdict {
  const isForData = claim.unscoreable?.lacks.every((one) => one === "data") ?? false;
  return {
    ...headOf(report, claim),
    label: claim.label,
    verdict: "not scoreable",
    n: 0,
    reading: reason,
    couldFail: isForData
      ? "no: the data here do not hold what would decide it"
      : "no: as written, nothing that may happen decides it",
    how: "Read for a deadline, a threshold, and data that could count against it",
    matters: isForData
      ? { weight: "low", why: "other data could decide it" }
      : { weight: "medium", why: "it can be neither right nor wrong, however it reads" },
  };
}
