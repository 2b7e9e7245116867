import { cellsOf } from "./cellsOf.js";
import type { Header } from "./header.js";
import type { ScannedRecord } from "./scanRecord.js";
import type { Malformed } from "./textTable.js";

/** Why a record cannot be read as the cells of a table's columns; undefined where it can. Empty cells beyond are no fault. */
export function recordFault(record: ScannedRecord, bytes: Buffer, header: Header): Omit<Malformed, "row"> | undefined {
  const { columns, delimiter } = header;
  const { start, end, cut, cells, broken } = record;
  if (broken !== "") {
    const value = bytes.toString("utf8", start, Math.min(end, start + 200));
    const reason = broken === "quote inside" ? "has a quote inside an unquoted cell" : "has text after a closing quote";
    return { column: "", value, reason };
  }
  if (cells < columns.length) {
    const reason = `the row ends after ${cells} of ${columns.length} columns`;
    return { column: columns[cells], value: "", reason };
  }
  if (cells === columns.length) return undefined;
  const spare = cellsOf(bytes.toString("utf8", cut + 1, end), delimiter).find((cell) => cell !== "");
  if (spare === undefined) return undefined;
  return { column: "", value: spare, reason: `stands beyond the ${columns.length} columns` };
}
