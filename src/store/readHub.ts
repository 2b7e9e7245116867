import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { DataError, InputError } from "../core/errors.js";
import type { HubRow } from "../core/hubRow.js";
import { cellsOf } from "./cellsOf.js";
import { withConfined } from "./confined.js";
import { answersOf } from "./engine.js";
import { sqlText } from "./tableSql.js";
import { withTable } from "./withTable.js";

/**
 * The rows of a hub's file, CSV (packed or not) or Parquet, as texts and numbers. Model output has its model from the
 * file's name, `2024-01-31-team-model.csv`, where no column says it.
 *
 * @throws InputError when there is no such file; DataError when it is no table, or a record of it is not whole
 */
export async function readHub(file: string): Promise<HubRow[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new InputError(`readHub: no such file, got ${file}`);
  const rows = /\.parquet$/i.test(file) ? await parquetRows(file) : await csvRows(file);
  const id = modelOf(file);
  if (id === undefined || rows.some((row) => "model_id" in row)) return rows;
  return rows.map((row) => ("output_type" in row && "value" in row ? { model_id: id, ...row } : row));
}

/** The model in a file's name, after the day of the round. */
function modelOf(file: string): string | undefined {
  const packed = "snappy|gzip|gz|brotli|zstd|lz4|lzo|bz2";
  return new RegExp(`^\\d{4}-\\d{2}-\\d{2}-([\\w+]+-[\\w+-]+?)(?:\\.(?:${packed}))?\\.(?:csv|parquet)(?:\\.gz)?$`).exec(
    basename(file),
  )?.[1];
}

async function csvRows(file: string): Promise<HubRow[]> {
  return await withTable(file, async (table) => {
    const [bad] = table.malformed;
    if (bad !== undefined) throw new DataError(`readHub: row ${bad.row} is not whole (${basename(file)})`);
    const rows = Array.from({ length: table.records }, (_, i) => table.rowOf(i));
    const places = await table.places(rows);
    const { titles, delimiter } = table;
    return places.map(({ raw }) => {
      const cells = cellsOf(raw, delimiter);
      return Object.fromEntries(titles.map((title, k) => [title, ["", "NA"].includes(cells[k]) ? null : cells[k]]));
    });
  });
}

async function parquetRows(file: string): Promise<HubRow[]> {
  const path = resolve(file);
  try {
    return await withConfined([path], async (connection) => {
      const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet(${sqlText(path)})`);
      return [...answersOf(reader.columnNames(), reader.getColumnsJS())];
    });
  } catch (error) {
    throw new DataError(`readHub: not Parquet that can be read (${basename(file)}: ${firstLine(error)})`);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0];
}
