import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { columnName, type Part, type Source } from "../../src/core/source.js";
import { jsonRows } from "../../src/store/jsonRows.js";

export type TextRow = Readonly<Record<string, string>>;

/** The rows of a fixture, their columns named as sources know them. */
export async function fixtureRows(name: string): Promise<readonly TextRow[]> {
  const file = join(import.meta.dirname, "fixtures", name);
  const table: (readonly string[])[] = [];
  if (name.endsWith(".json")) for await (const row of jsonRows(file)) table.push("reason" in row ? [] : row);
  else table.push(...parse(readFileSync(file, "utf8")));
  const [columns, ...rows] = table;
  return rows.map((cells) => Object.fromEntries(columns.map((column, i) => [columnName(column), cells[i]])));
}

/** A source whose parts have seen all rows of a file, as `read` lets them, and what they said of it. */
export function settledOn(source: Source, rows: readonly TextRow[]): { source: Source; notes: readonly string[] } {
  const notes: string[] = [];
  const parts = source.parts(Object.keys(rows[0])).map((part) => {
    if ("copy" in part || part.settled === undefined) return part;
    const settled: { part: Part; note?: string } = part.settled(rows.map((row) => part.from.map((one) => row[one])));
    if (settled.note !== undefined) notes.push(settled.note);
    return settled.part;
  });
  return { source: { ...source, parts: () => parts }, notes };
}
