import type { ClaimRow } from "../core/claimRow.js";
import { decimals } from "../core/print.js";
import type { Verdict } from "../core/verdict.js";
import { numberOf, supportOf } from "../core/verdictText.js";
import { claimTotals } from "../reports/claimTable.js";
import { claimGroups } from "./claimGroups.js";
import { type Paint, tones, width } from "./summary.js";
import { wrapped } from "./wrapped.js";

const wide = 34;

/** Every claim in a line, or two where both data and its print judge it: verdict, number with its interval, n, power and source, gathered by what became of it. */
export function claimLines(rows: readonly ClaimRow[], paint: Paint): string[] {
  const { claims, scoreable, notScoreable, saidAgain } = claimTotals(rows);
  return [
    paint(
      "bold",
      `${claims} claims: ${scoreable} scoreable, ${notScoreable} not scoreable as written, ${saidAgain} said again`,
    ),
    paint(
      "dim",
      `  ${"".padEnd(9)} ${"claim".padEnd(wide)} ${"estimate [95%]".padEnd(24)} ${"n".padEnd(7)} ${"power or base rate".padEnd(26)} data`,
    ),
    ...claimGroups(rows).flatMap(({ title, rows: own }) => [
      `${paint("bold", title)} (${own.length})`,
      ...own.flatMap((row) => linesOf(row, paint)),
    ]),
  ];
}

function linesOf(row: ClaimRow, paint: Paint): string[] {
  const label = `${row.label}${row.by === "us" ? " †" : ""}`.padEnd(wide);
  if (row.status === "not scoreable") return told(label, (row.lacks ?? []).join(", "), paint);
  if (row.status === "no data here") return told(label, row.data?.reading ?? "no data set is named for it", paint);
  if (row.status === "said again") return told(label, `see ${row.repeats ?? ""}`, paint);
  const shown = [
    ...(row.data !== undefined && row.status !== "print alone" ? [row.data] : []),
    ...(row.print ? [row.print] : []),
  ];
  return shown.map((one, i) => verdictLine(one, i === 0 ? label : "".padEnd(wide), paint));
}

/** A verdict in a line under a label. */
export function verdictLine(one: Verdict, label: string, paint: Paint): string {
  const word = paint(tones[one.verdict], one.verdict.padEnd(9));
  const n = one.n > 0 ? decimals(one.n, 0) : "";
  const source = `${one.data.asOf === undefined ? "as printed" : one.data.name}${one.proxy === undefined ? "" : "*"}`;
  return `  ${word} ${label} ${numberOf(one).padEnd(24)} ${n.padEnd(7)} ${supportOf(one).padEnd(26)} ${source}`.trimEnd();
}

/** A label and what is said of it, in lines that keep to the column. */
function told(label: string, text: string, paint: Paint): string[] {
  const indent = "".padEnd(wide + 13);
  const lines = wrapped(`${"".padEnd(12)}${label} ${text}`, { width, indent }).split("\n");
  return lines.map((line) => paint("dim", line));
}
