import { cellsOf } from "./cellsOf.js";
import { withTable } from "./withTable.js";

/** One record of a table as it stands in the file; `row` counts records from 1 without the header. */
export interface TableRow {
  readonly row: number;
  /** The line of the file on which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The column names of a table, folded.
 *
 * @throws InputError when there is no such file; DataError when it is no table
 */
export async function tableColumns(file: string): Promise<readonly string[]> {
  return await withTable(file, async ({ columns }) => columns);
}

/**
 * The first `limit` regular records of a table as texts.
 *
 * @throws as tableColumns does
 */
export async function tableRows(file: string, limit: number): Promise<readonly TableRow[]> {
  return await withTable(file, async (table) => {
    const rows: number[] = [];
    const bad = new Set(table.malformed.map(({ row }) => row));
    for (let row = 1; row <= table.records && rows.length < limit; row++) if (!bad.has(row)) rows.push(row);
    const places = await table.places(rows);
    return rows.map((row, i) => {
      const cells = cellsOf(places[i].raw, table.delimiter).slice(0, table.columns.length);
      return { row, line: places[i].line, cells };
    });
  });
}
