import type { ClaimRow, ClaimStatus } from "../core/claimRow.js";
import { decimals, percent } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import { claimTotals } from "../reports/claimTable.js";
import { numberOf, type Paint, tones } from "./summary.js";

const headings: Readonly<Record<ClaimStatus, string>> = {
  tested: "Held against data",
  waiting: "Too early to say",
  "print alone": "On the report's print alone: the data given cannot say",
  "no data here": "Could be tested, but not with the data given",
  "not scoreable": "Not scoreable as written: what it lacks",
  "said again": "Said again, and judged where it is said in full",
};

const wide = 34;

/** Every claim in a line, or two where both data and its print judge it: verdict, number with its interval, n, power and source, gathered by what became of it. */
export function claimLines(rows: readonly ClaimRow[], paint: Paint): string[] {
  const { claims, scoreable, notScoreable, saidAgain, status } = claimTotals(rows);
  const statuses: readonly ClaimStatus[] = ["tested", "waiting", "print alone", "no data here", "not scoreable"];
  const again = rows.filter((one) => one.status === "said again");
  return [
    paint(
      "bold",
      `${claims} claims: ${scoreable} scoreable, ${notScoreable} not scoreable as written, ${saidAgain} said again`,
    ),
    paint(
      "dim",
      `  ${"".padEnd(9)} ${"claim".padEnd(wide)} ${"estimate [95%]".padEnd(24)} ${"n".padEnd(7)} ${"power or base rate".padEnd(26)} data`,
    ),
    ...statuses.flatMap((one) => {
      const own = rows.filter((row) => row.status === one);
      if (own.length === 0) return [];
      return [`${paint("bold", headings[one])} (${status[one]})`, ...own.flatMap((row) => linesOf(row, paint))];
    }),
    ...(again.length === 0 ? [] : [`${paint("bold", headings["said again"])} (${saidAgain})`, ...listed(again)]),
  ];
}

function linesOf(row: ClaimRow, paint: Paint): string[] {
  const label = `${row.label}${row.by === "us" ? " †" : ""}`.padEnd(wide);
  if (row.status === "not scoreable")
    return [paint("dim", `  ${"".padEnd(9)} ${label} ${(row.lacks ?? []).join(", ")}`)];
  if (row.status === "no data here") {
    return [paint("dim", `  ${"".padEnd(9)} ${label} ${row.data?.reading ?? "no data set is named for it"}`)];
  }
  const shown = [
    ...(row.data !== undefined && row.status !== "print alone" ? [row.data] : []),
    ...(row.print ? [row.print] : []),
  ];
  return shown.map((one, i) => verdictLine(one, i === 0 ? label : "".padEnd(wide), paint));
}

/** A verdict in a line under a label. */
function verdictLine(one: Verdict, label: string, paint: Paint): string {
  const word = paint(tones[one.verdict], one.verdict.padEnd(9));
  const n = one.n > 0 ? decimals(one.n, 0) : "";
  const usual = one.usual === undefined ? "" : `yes in ${one.usual.yes} of ${one.usual.years} years`;
  const power = one.power === undefined ? usual : `${percent(one.power.chance)} for ${one.power.of}`;
  const source = `${one.data.asOf === undefined ? "as printed" : one.data.name}${one.proxy === undefined ? "" : "*"}`;
  return `  ${word} ${label} ${numberOf(one).padEnd(24)} ${n.padEnd(7)} ${power.padEnd(26)} ${source}`.trimEnd();
}

function listed(rows: readonly ClaimRow[]): string[] {
  return rows.map(({ label, repeats }) => `            ${label.padEnd(wide)} see ${repeats ?? ""}`);
}
