import type { ClaimRow, ClaimStatus } from "../core/claimRow.js";
import { placeOf } from "../core/placeOf.js";
import { decimals } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import { numberOf, supportOf } from "../core/verdictText.js";
import { claimTotals } from "../reports/claimTable.js";
import { claimGroups } from "./claimGroups.js";
import { likelihoodTexts } from "./likelihoodTexts.js";
import { markdownTable, markdownText as plain } from "./markdownText.js";
import { markdownVerdict } from "./markdownVerdict.js";
import type { Run } from "./runCase.js";

/** Every claim of a report in tables of Markdown, gathered by what became of it, then each verdict on a claim in full. */
export function markdownClaims({ rows, verdicts }: Pick<Run, "rows" | "verdicts">): string[] {
  const { claims, scoreable, notScoreable, saidAgain } = claimTotals(rows);
  const odds = new Map(likelihoodTexts(rows).map(({ claim, says }) => [claim, says]));
  const whatOf = ({ claim, label, says, at, kind, by }: ClaimRow): string => {
    const word = odds.get(claim);
    return `**${plain(label)}**${by === "us" ? " †" : ""}: ${plain(says)} (${placeOf(at)}; ${kind}${word === undefined ? "" : `; ${plain(word)}`})`;
  };
  const labels = new Map(rows.map(({ claim, label }) => [claim, label]));
  const tables: Readonly<Record<ClaimStatus, (own: readonly ClaimRow[]) => string[]>> = {
    tested: (own) => judged(own, whatOf),
    waiting: (own) => judged(own, whatOf),
    "print alone": (own) => judged(own, whatOf),
    "no data here": (own) =>
      markdownTable(
        ["claim", "why the data given cannot say"],
        own.map((row) => [whatOf(row), plain(row.data?.reading ?? "no data set is named for it")]),
      ),
    "not scoreable": (own) =>
      markdownTable(
        ["claim", "lacks", "why", "what would make it scoreable"],
        own.map((row) => [
          ...[whatOf(row), (row.lacks ?? []).join(", ")],
          ...[plain(row.reading ?? ""), plain(row.wouldTake ?? "")],
        ]),
      ),
    "said again": (own) =>
      markdownTable(
        ["claim", "judged where it is said in full"],
        own.map((row) => [whatOf(row), plain(labels.get(row.repeats ?? "") ?? "")]),
      ),
  };
  const on = rows.flatMap(({ data, print, others }) => [...(data ? [data] : []), ...(print ? [print] : []), ...others]);
  const shown = new Set(verdicts.filter((one) => one.by === "audit" && one.id !== one.claim));
  const own = on.filter((one) => !shown.has(one) && one.by !== "reproduce");
  return [
    "## Every claim",
    "",
    `${claims} claims: ${scoreable} scoreable, ${notScoreable} not scoreable as written, ${saidAgain} said again.`,
    ...(rows.some((one) => one.by === "us")
      ? ["", "† The report sets no deadline or threshold; the question is ours."]
      : []),
    "",
    ...claimGroups(rows).flatMap(({ status, title, rows: some }) => [
      `### ${title} (${some.length})`,
      "",
      ...tables[status](some),
    ]),
    ...(own.length === 0 ? [] : ["## Verdicts on claims, in full", "", ...own.flatMap(markdownVerdict)]),
  ];
}

function judged(rows: readonly ClaimRow[], whatOf: (row: ClaimRow) => string): string[] {
  return markdownTable(
    ["verdict", "claim", "estimate [95%]", "n", "power or base rate", "data", "reading"],
    rows.flatMap((row) => {
      const shown = [
        ...(row.data !== undefined && row.status !== "print alone" ? [row.data] : []),
        ...(row.print ? [row.print] : []),
      ];
      return shown.map((one, i) => [one.verdict, i === 0 ? whatOf(row) : "", ...cells(one)]);
    }),
  );
}

function cells(one: Verdict): string[] {
  const { n, data, proxy, reading } = one;
  const source = data.asOf === undefined ? data.name : `${data.name} as of ${data.asOf}, ${data.hash?.slice(0, 8)}`;
  const about = proxy === undefined ? "" : `; a proxy: ${proxy}`;
  return [
    ...[numberOf(one), n > 0 ? decimals(n, 0) : "", plain(supportOf(one)), plain(`${source}${about}`)],
    plain(reading),
  ];
}
