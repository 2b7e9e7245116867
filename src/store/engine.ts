import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Snapshot } from "../core/snapshot.js";
import type { Where } from "../core/where.js";
import { withConfined } from "./confined.js";
import { parquetOf } from "./snapshots.js";
import { sqlText } from "./tableSql.js";
import { type Bound, whereSql } from "./whereSql.js";

/** One row of an answer; whole numbers arrive as numbers, days as `YYYY-MM-DD`. */
export type Answer = Readonly<Record<string, string | number | null>>;

/** A snapshot as the engine sees it; with all forms, its rows have `form` and `gone`, and older forms are among them. */
export type Stored = Pick<Snapshot, "store" | "name" | "hash" | "knownBy"> & { readonly allForms?: boolean };

/**
 * Puts questions to one snapshot, in order: each writes its query's text, with `rows` for the rows that the criteria
 * keep, older forms and deleted rows left out. The engine can open the snapshot's file and no other, cannot write,
 * and takes criteria as bound values only.
 */
export async function query(
  snapshot: Stored,
  where: readonly Where[],
  asks: readonly Ask[],
): Promise<readonly (readonly Answer[])[]> {
  return await queryAll(
    [{ snapshot, where }],
    asks.map(
      (ask) =>
        ([rows], bind) =>
          ask(rows, bind),
    ),
  );
}

/** The same of several snapshots at once, each with its own criteria. */
export async function queryAll(
  asked: readonly { readonly snapshot: Stored; readonly where: readonly Where[] }[],
  asks: readonly ((tables: readonly string[], bind: (value: Bound) => string) => string)[],
): Promise<readonly (readonly Answer[])[]> {
  const files = asked.map(({ snapshot }) => parquetOf(snapshot));
  return await withConfined(files, async (connection) => {
    const answers: (readonly Answer[])[] = [];
    for (const ask of asks) {
      const bound: Bound[] = [];
      const bind = (value: Bound): string => `$${bound.push(value)}`;
      const tables = asked.map(({ snapshot, where }) => rowsSql(snapshot, where, bind));
      const reader = await connection.runAndReadAll(ask(tables, bind), bound);
      answers.push(answersOf(reader.columnNames(), reader.getColumnsJS()));
    }
    return answers;
  });
}

/** The rows of a snapshot that criteria keep, as a table that a query may read. */
export function rowsSql(snapshot: Stored, where: readonly Where[], bind: (value: Bound) => string): string {
  const file = bind(parquetOf(snapshot));
  const { knownBy, allForms } = snapshot;
  const day = knownBy === undefined ? "" : `CAST(${bind(knownBy)} AS DATE)`;
  const known = knownBy === undefined ? "gone IS NULL" : `known <= ${day} AND (gone IS NULL OR gone > ${day})`;
  const kept = where.map((one) => whereSql(one, bind));
  if (allForms) {
    const then = knownBy === undefined ? "true" : `known <= ${day}`;
    return `(SELECT * FROM read_parquet(${file}) WHERE ${[then, ...kept].join(" AND ")})`;
  }
  return `(SELECT * EXCLUDE (gone, form) FROM read_parquet(${file}) WHERE ${[known, ...kept].join(" AND ")})`;
}

/** Writes a query's text, given the kept rows as a table and a way to bind values. */
export type Ask = (rows: string, bind: (value: Bound) => string) => string;

/** An engine in memory for as long as `use` runs. */
export async function withEngine<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * An engine for bringing a file in: it puts aside in `folder` what does not fit its share of the memory, and joins tables in
 * the order in which they are written, the file's rows always probing.
 */
export async function withImporter<T>(folder: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  return await withEngine(async (connection) => {
    await connection.run("SET memory_limit = '440MB'");
    await connection.run(`SET temp_directory = ${sqlText(join(folder, "engine"))}`);
    await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
    return await use(connection);
  });
}

/** Rows from columns, which the engine hands over many times faster than rows. */
export function answersOf(names: readonly string[], columns: readonly (readonly unknown[])[]): Answer[] {
  const days = new Map<number, string>();
  const plain = columns.map((column) => column.map((value) => plainValue(value, days)));
  return Array.from({ length: plain.at(0)?.length ?? 0 }, (_, i) => {
    const row: Record<string, string | number | null> = {};
    for (let k = 0; k < names.length; k++) row[names[k]] = plain[k][i];
    return row;
  });
}

function plainValue(value: unknown, days: Map<number, string>): string | number | null {
  if (typeof value === "string" || typeof value === "number") return value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    const day = days.get(value.getTime()) ?? value.toISOString().slice(0, 10);
    days.set(value.getTime(), day);
    return day;
  }
  return typeof value === "bigint" ? Number(value) : String(value);
}
