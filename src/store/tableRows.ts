import { open } from "node:fs/promises";
import { basename } from "node:path";
import { cellsOf } from "./cellsOf.js";
import { headerOf } from "./header.js";
import { withPlainText } from "./plainText.js";
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
export async function tableColumns(file: string, known: readonly string[] = []): Promise<readonly string[]> {
  return await withPlainText(file, known, async ({ path }) => {
    const handle = await open(path, "r");
    return (await headerOf(handle, basename(file)).finally(() => handle.close())).columns;
  });
}

/** Some rows of a table, with what it is a sample of. */
export interface TableSample {
  readonly columns: readonly string[];
  /** The columns' names as they stand. */
  readonly titles: readonly string[];
  readonly records: number;
  readonly rows: readonly TableRow[];
}

/**
 * At most `limit` regular records of a table as texts, spread evenly over the file, so that what changes half way down is
 * seen.
 *
 * @throws as tableColumns does
 */
export async function tableSample(file: string, limit: number): Promise<TableSample> {
  return await withTable(file, async (table) => {
    const regular = table.records - table.malformed.length;
    const wanted = Math.min(limit, regular);
    const rows = Array.from({ length: wanted }, (_, i) => table.rowOf(Math.floor((i * regular) / wanted)));
    const places = await table.places(rows);
    return {
      columns: table.columns,
      titles: table.titles,
      records: table.records,
      rows: rows.map((row, i) => {
        const cells = cellsOf(places[i].raw, table.delimiter).slice(0, table.columns.length);
        return { row, line: places[i].line, cells };
      }),
    };
  });
}

/** The rows of such a sample alone. */
export async function tableRows(file: string, limit: number): Promise<readonly TableRow[]> {
  return (await tableSample(file, limit)).rows;
}
