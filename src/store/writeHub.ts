import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBAppender, DuckDBDateValue } from "@duckdb/node-api";
import { dayNumber } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { type HubRow, hubDates } from "../core/hubRow.js";
import { csvTable } from "./csvTable.js";
import { withEngine } from "./engine.js";
import { writeWhole } from "./files.js";
import { sqlText } from "./tableSql.js";

/** How a hub's tables are kept. */
export type HubFormat = "csv" | "parquet";

/**
 * Writes model output as hubs keep it, a file for each model and reference: `<model_id>/<date>-<model_id>.csv`, or Parquet.
 * NA is `NA` in CSV and NULL in Parquet, where ids are texts, days dates and values doubles. The paths written, in order.
 *
 * @throws InputError when there are no rows, or one has no model or date
 */
export async function writeHub(folder: string, rows: readonly HubRow[], format: HubFormat): Promise<string[]> {
  if (rows.length === 0) throw new InputError("writeHub: needs a row, got none");
  const files = new Map<string, HubRow[]>();
  rows.forEach(({ model_id: id, ...row }, i) => {
    const date = hubDates.reference.map((column) => row[column]).find((one) => one !== undefined && one !== null);
    if (typeof id !== "string" || typeof date !== "string")
      throw new InputError(`writeHub: row ${i + 1} has no model_id, or no date from which it looks ahead`);
    if (!/^[\w+-]+$/.test(id)) throw new InputError(`writeHub: model_id ${JSON.stringify(id)} cannot be a file's name`);
    const file = join(id, `${date}-${id}.${format}`);
    const held = files.get(file) ?? [];
    held.push(row);
    files.set(file, held);
  });
  const written: string[] = [];
  for (const [file, held] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const path = join(folder, file);
    await writeHubTable(path, held, format);
    written.push(path);
  }
  return written;
}

/** Writes rows of a hub as one table: model output, oracle output or a target time series. */
export async function writeHubTable(path: string, rows: readonly HubRow[], format: HubFormat): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (format === "csv") {
    const cells = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? "NA"])));
    await writeWhole(path, csvTable(columns, cells));
    return;
  }
  await writeParquet(path, columns, rows);
}

/** What a column of a hub's own holds; a task id is a text. */
const types: Readonly<Record<string, "DATE" | "DOUBLE" | "INTEGER">> = {
  ...Object.fromEntries([...hubDates.reference, ...hubDates.target, "as_of"].map((column) => [column, "DATE"])),
  ...{ horizon: "INTEGER", value: "DOUBLE", oracle_value: "DOUBLE", observation: "DOUBLE" },
};

async function writeParquet(path: string, columns: readonly string[], rows: readonly HubRow[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "hindcast-hub-"));
  const draft = join(folder, "table.parquet");
  try {
    await withEngine(async (connection) => {
      const named = columns.map((column) => `"${column.replaceAll('"', '""')}" ${typeOf(column)}`);
      await connection.run(`CREATE TABLE held (${named.join(", ")})`);
      const appender = await connection.createAppender("held");
      for (const row of rows) {
        for (const column of columns) append(appender, typeOf(column), row[column] ?? null);
        appender.endRow();
      }
      appender.closeSync();
      await connection.run(`COPY held TO ${sqlText(draft)} (FORMAT parquet)`);
    });
    await writeWhole(path, await readFile(draft));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function typeOf(column: string): string {
  return Object.hasOwn(types, column) ? types[column] : "VARCHAR";
}

function append(to: DuckDBAppender, type: string, value: string | number | null): void {
  if (value === null) to.appendNull();
  else if (type === "DATE") to.appendDate(new DuckDBDateValue(dayNumber(String(value))));
  else if (type === "DOUBLE") to.appendDouble(Number(value));
  else if (type === "INTEGER") to.appendInteger(Number(value));
  else to.appendVarchar(String(value));
}
