import type { LedgerClaim } from "../claims/standing.js";
import type { Forecast } from "../core/forecast.js";
import { keyText } from "../core/keyText.js";
import { printable } from "../core/printable.js";

/** Cells in columns, each as wide as its widest, two spaces between them; a cell is shown in one line, and harmlessly. */
export function columned(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map(shown));
  const widths = (plain[0] ?? []).map((_, i) => Math.max(...plain.map((row) => [...row[i]].length)));
  const padded = (cell: string, i: number): string => cell + " ".repeat(Math.max(0, widths[i] - [...cell].length));
  return plain.map((row) => `${row.map(padded).join("  ").trimEnd()}\n`).join("");
}

const widest = 32;

/** A text of unknown origin in one line, harmless and cut short. */
export function shown(text: string): string {
  const signs = [...printable(text)];
  return signs.length > widest ? `${signs.slice(0, widest - 1).join("")}…` : signs.join("");
}

/** Where a claim is, in a word or two. */
export function stateText({ annulled, decision, ended, isLate }: LedgerClaim): string {
  const late = isLate ? ", late" : "";
  if (annulled !== undefined) return `annulled${late}`;
  if (ended !== undefined) return `${ended}${late}`;
  return `${decision?.state ?? "open"}${late}`;
}

/** What a forecast is of: its key, and its criteria where it has no key. */
export function seriesText({ key, recipe }: Pick<Forecast, "key" | "recipe">): string {
  const name = keyText(key);
  return recipe.measure === "deaths" ? `${name} deaths` : name;
}
