import type { Codebook } from "../core/codebook.js";
import type { ConflictEvent } from "../core/event.js";
import { columnName, type Fault, type Source } from "../core/source.js";
import { eventOf } from "../sources/eventOf.js";
import { cellsOfRow } from "../sources/sampleOf.js";
import type { TableRow } from "../store/tableRows.js";

/** What a source would make of some rows. */
export interface Preview {
  readonly read: number;
  readonly refused: number;
  /** Why rows were refused, the commonest reason first, each with a row as an example. */
  readonly reasons: readonly (Fault & { readonly rows: number; readonly row: number })[];
  readonly rows: readonly { readonly row: number; readonly event?: ConflictEvent; readonly fault?: Fault }[];
}

/** Reads rows as a source would, and shows ten of them, spread evenly. */
export function preview(
  source: Source,
  columns: readonly string[],
  rows: readonly TableRow[],
  codebook: Codebook,
): Preview {
  const names = columns.map(columnName);
  // A preview is of no day: nothing in it depends on what was known when.
  const context = { asOf: "9999-12-31", codebook };
  const all = rows.map(({ row, cells }) => {
    const own = cellsOfRow(cells, names.length);
    if (own === undefined) {
      const reason = `the row has ${cells.length} cells for ${names.length} columns`;
      return { row, fault: { column: "", value: "", reason } };
    }
    const read = eventOf(source, Object.fromEntries(names.map((name, i) => [name, own[i]])), context);
    return "reason" in read ? { row, fault: read } : { row, event: read.event };
  });
  const reasons = new Map<string, Fault & { rows: number; row: number }>();
  for (const { row, fault } of all) {
    if (fault === undefined) continue;
    const key = `${fault.column}\n${fault.reason}`;
    const first = reasons.get(key);
    reasons.set(key, first === undefined ? { ...fault, rows: 1, row } : { ...first, rows: first.rows + 1 });
  }
  const refused = all.filter((one) => one.fault !== undefined).length;
  const step = Math.max(1, all.length / 10);
  return {
    read: all.length - refused,
    refused,
    reasons: [...reasons.values()].sort((a, b) => b.rows - a.rows),
    rows: all.filter((_, i) => i === Math.ceil(Math.floor(i / step) * step)).slice(0, 10),
  };
}
