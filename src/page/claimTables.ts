import type { ClaimRow, ClaimStatus, ClaimTotals } from "../core/claimRow.js";
import { escaped } from "../core/escaped.js";
import { placeOf } from "../core/placeOf.js";
import type { Verdict } from "../core/verdict.js";
import { also, kindOf, verdictCells, wordCell } from "./verdictCells.js";
import { tableOf } from "./verdictTable.js";

/** The claims of which the same became, under a heading. */
export interface ClaimGroup {
  readonly status: ClaimStatus;
  readonly title: string;
  readonly rows: readonly ClaimRow[];
}

/** What a claim's word of probability stands for, in words. */
export interface LikelihoodText {
  readonly claim: string;
  readonly says: string;
}

/** Every claim of a report in tables, gathered by what became of it, under how many there are of each sort. */
export function claimTables(
  groups: readonly ClaimGroup[],
  { claims, scoreable, notScoreable, saidAgain }: ClaimTotals,
  likelihoods: readonly LikelihoodText[],
): string {
  const rows = groups.flatMap((group) => group.rows);
  return `<section id="claims"><h2>Every claim</h2>
<p class="totals"><b>${claims}</b> claims: <b>${scoreable}</b> scoreable, <b>${notScoreable}</b> not scoreable as written, <b>${saidAgain}</b> said again.</p>
<ul class="counts">${groups.map(({ status, title, rows: own }) => `<li><a href="#${anchor(status)}">${escaped(title)}</a> <b>${own.length}</b></li>`).join("")}</ul>
${rows.some((one) => one.by === "us") ? "<p>† The report sets no deadline or threshold; the question is ours.</p>" : ""}
${groups.map((group) => groupTable(group, { rows, likelihoods })).join("\n")}
</section>`;
}

interface Known {
  readonly rows: readonly ClaimRow[];
  readonly likelihoods: readonly LikelihoodText[];
}

function groupTable({ status, title, rows }: ClaimGroup, known: Known): string {
  const table = {
    tested: judged,
    waiting: judged,
    "print alone": judged,
    "no data here": silent,
    "not scoreable": unscoreable,
    "said again": again,
  }[status];
  return `<h3 id="${anchor(status)}">${escaped(title)} (${rows.length})</h3>
${table(rows, known)}`;
}

function judged(rows: readonly ClaimRow[], known: Known): string {
  const headings = ["Verdict", "Claim", "Estimate", "n", "Power or base rate", "Data", "Reading"];
  return tableOf(
    headings,
    rows.flatMap((row) => {
      const shown = shownOf(row);
      const others = [...(row.data && !shown.includes(row.data) ? [row.data] : []), ...row.others];
      return shown.map((one, i) => {
        const span = shown.length > 1 ? ` rowspan="${shown.length}"` : "";
        const claim = i === 0 ? `<td class="what"${span}>${claimCell(row, known)}</td>` : "";
        return `<tr class="${kindOf(one)}${i === 0 ? "" : " next"}">
${wordCell(one)}
${claim}
${verdictCells(one, i === shown.length - 1 ? others : [])}
</tr>`;
      });
    }),
  );
}

/** Both data and print, where both judge it. */
function shownOf({ status, data, print }: ClaimRow): Verdict[] {
  return [...(data !== undefined && status !== "print alone" ? [data] : []), ...(print ? [print] : [])];
}

function silent(rows: readonly ClaimRow[], known: Known): string {
  return tableOf(
    ["Claim", "Why the data given cannot say"],
    rows.map((row) => {
      const reasons = [...(row.data ? [row.data] : []), ...row.others];
      const why = row.data?.reading ?? "no data set is named for it";
      return `<tr class="cannot-be-compared"><td class="what">${claimCell(row, known)}</td>
<td class="why"><details><summary>${escaped(why)}</summary>${also(reasons)}</details></td></tr>`;
    }),
  );
}

function unscoreable(rows: readonly ClaimRow[], known: Known): string {
  return tableOf(
    ["Claim", "Lacks", "Why", "What would make it scoreable"],
    rows.map(
      (row) => `<tr class="not-scoreable"><td class="what">${claimCell(row, known)}</td>
<td class="lacks">${escaped((row.lacks ?? []).join(", "))}</td>
<td class="why">${escaped(row.reading ?? "")}${row.others.length === 0 ? "" : `<details><summary>${row.others.length} more found of it</summary>${also(row.others)}</details>`}</td>
<td class="would">${escaped(row.wouldTake ?? "")}</td></tr>`,
    ),
  );
}

function again(rows: readonly ClaimRow[], known: Known): string {
  const labelOf = (id?: string): string => known.rows.find((one) => one.claim === id)?.label ?? id ?? "";
  return tableOf(
    ["Claim", "Judged where it is said in full"],
    rows.map((row) => {
      const more =
        row.print || row.data || row.others.length > 0
          ? also([...(row.data ? [row.data] : []), ...(row.print ? [row.print] : []), ...row.others])
          : "";
      return `<tr class="not-scoreable"><td class="what">${claimCell(row, known)}</td>
<td class="why">${escaped(labelOf(row.repeats))}${more === "" ? "" : `<details><summary>more found of it</summary>${more}</details>`}</td></tr>`;
    }),
  );
}

function claimCell({ claim, label, says, at, kind, by, likelihood }: ClaimRow, { likelihoods }: Known): string {
  const odds = likelihoods.find((one) => one.claim === claim);
  const word = likelihood === undefined || odds === undefined ? "" : `<br>${escaped(odds.says)}`;
  return `${escaped(label)}${by === "us" ? " †" : ""}<br><small>${escaped(says)} (${placeOf(at)}; ${escaped(kind)})${word}</small>`;
}

function anchor(status: ClaimStatus): string {
  return `claims-${status.replaceAll(" ", "-")}`;
}
