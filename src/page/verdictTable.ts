import { escaped } from "../core/escaped.js";
import { placeOf } from "../core/placeOf.js";
import type { Verdict } from "../core/verdict.js";
import { columns, kindOf, verdictCells, wordCell } from "./verdictCells.js";

/** Verdicts in a table, a row each; nothing where there is none. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  return verdicts.length === 0 ? "" : tableOf(columns, verdicts.map(row));
}

/** A table that scrolls alone where it is wide, and falls into cards on a phone. */
export function tableOf(headings: readonly string[], rows: readonly string[]): string {
  return `<div class="wide"><table>
<thead><tr>${headings.map((one) => `<th scope="col">${one}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

function row(one: Verdict): string {
  return `<tr class="${kindOf(one)}">
${wordCell(one)}
<td class="what">${escaped(one.label)}<br><small>${escaped(one.says)} (${placeOf(one.at)})</small></td>
${verdictCells(one)}
</tr>`;
}
