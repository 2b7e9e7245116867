import type { ClaimRow, ClaimStatus, ClaimTotals } from "../core/claimRow.js";
import type { Report } from "../core/report.js";
import type { ReportClaim } from "../core/reportClaim.js";
import type { Verdict, Word } from "../core/verdict.js";

const decided: readonly Word[] = ["holds", "fails", "agrees", "differs", "uncertain"];
const waiting: readonly Word[] = ["open", "too early", "ambiguous"];

/**
 * Every claim of a report in its order, each with what its print and what the data came to. Of several verdicts by data the
 * one that counts what the report counted leads, then one by a proxy; each time one that could decide before one that could
 * not. What an audit says of a claim's sources and dates stands among the others. Nothing is averaged: what disagrees with the leading verdict stands among the others.
 */
export function claimTable(report: Report, verdicts: readonly Verdict[]): ClaimRow[] {
  const questioned = new Set(report.questions.filter((one) => one.by === "us").map((one) => one.claim));
  return report.claims.map((claim): ClaimRow => {
    const own = verdicts.filter((one) => one.claim === claim.id && one.verdict !== "not scoreable");
    const print = own.find((one) => one.by === "audit" && one.id === claim.id);
    const data = best(own.filter((one) => one.by !== "audit"));
    const { id, kind, at, label, says, likelihood, unscoreable, repeats } = claim;
    return {
      ...{ claim: id, kind, at, label, says, status: statusOf(claim, print, data) },
      ...(likelihood && { likelihood }),
      by: questioned.has(id) && claim.check === undefined ? "us" : "report",
      ...(print && { print }),
      ...(data && { data }),
      others: own.filter((one) => one !== print && one !== data),
      ...(unscoreable && {
        ...{ lacks: unscoreable.lacks, reading: unscoreable.reading, wouldTake: unscoreable.wouldTake },
      }),
      ...(repeats !== undefined && { repeats }),
    };
  });
}

/** How many claims there are of each sort. */
export function claimTotals(rows: readonly ClaimRow[]): ClaimTotals {
  const of = (status: ClaimStatus): number => rows.filter((one) => one.status === status).length;
  const status: ClaimTotals["status"] = {
    ...{ tested: of("tested"), waiting: of("waiting"), "print alone": of("print alone") },
    ...{ "no data here": of("no data here"), "not scoreable": of("not scoreable"), "said again": of("said again") },
  };
  const [notScoreable, saidAgain] = [status["not scoreable"], status["said again"]];
  return { claims: rows.length, scoreable: rows.length - notScoreable - saidAgain, notScoreable, saidAgain, status };
}

function best(found: readonly Verdict[]): Verdict | undefined {
  const rank = ({ verdict, proxy }: Verdict): number => {
    const sort = decided.includes(verdict) ? 0 : waiting.includes(verdict) ? 2 : 4;
    return sort + (proxy === undefined ? 0 : 1);
  };
  return [...found].sort((a, b) => rank(a) - rank(b)).at(0);
}

function statusOf({ repeats, unscoreable }: ReportClaim, print?: Verdict, data?: Verdict): ClaimStatus {
  if (repeats !== undefined) return "said again";
  if (data !== undefined && decided.includes(data.verdict)) return "tested";
  if (data !== undefined && waiting.includes(data.verdict)) return "waiting";
  if (print !== undefined) return "print alone";
  return data === undefined && unscoreable !== undefined ? "not scoreable" : "no data here";
}
