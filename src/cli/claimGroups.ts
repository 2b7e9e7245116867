import type { ClaimRow, ClaimStatus } from "../core/claimRow.js";
import type { ClaimGroup } from "../page/claimTables.js";

const titles: readonly (readonly [ClaimStatus, string])[] = [
  ["tested", "Held against data"],
  ["waiting", "Too early to say"],
  ["print alone", "On the report's print alone: the data given cannot say"],
  ["no data here", "Could be tested, but not with the data given"],
  ["not scoreable", "Not scoreable as written: what it lacks"],
  ["said again", "Said again, and judged where it is said in full"],
];

/** Claims gathered by what became of them, what was tested first; no group is empty. */
export function claimGroups(rows: readonly ClaimRow[]): ClaimGroup[] {
  return titles
    .map(([status, title]) => ({ status, title, rows: rows.filter((one) => one.status === status) }))
    .filter((one) => one.rows.length > 0);
}
