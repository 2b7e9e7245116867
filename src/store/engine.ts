import type { DuckDBConnection } from "@duckdb/node-api";
import type { Where } from "../core/where.js";
import { type Bound, whereSql } from "./whereSql.js";

/** One row of an answer; whole numbers arrive as numbers, days as `YYYY-MM-DD`. */
export type Answer = Readonly<Record<string, string | number | null>>;

/**
 * Puts questions to one Parquet file, in order: each writes its query's text, with `rows` for the rows that the criteria
 * keep. The engine can open that file and no other, cannot write, and takes criteria as bound values only.
 */
export async function query(
  parquet: string,
  where: readonly Where[],
  asks: readonly Ask[],
): Promise<readonly (readonly Answer[])[]> {
  return await withEngine(async (connection) => {
    await confine(connection, parquet);
    const answers: (readonly Answer[])[] = [];
    for (const ask of asks) {
      const bound: Bound[] = [];
      const bind = (value: Bound): string => `$${bound.push(value)}`;
      const file = bind(parquet);
      const kept = where.map((one) => whereSql(one, bind));
      const rows = `(SELECT * FROM read_parquet(${file}) WHERE ${["true", ...kept].join(" AND ")})`;
      const reader = await connection.runAndReadAll(ask(rows, bind), bound);
      answers.push(reader.getRowObjectsJS().map(answer));
    }
    return answers;
  });
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

async function confine(connection: DuckDBConnection, parquet: string): Promise<void> {
  await connection.run(`SET allowed_paths = ['${parquet.replaceAll("'", "''")}']`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
}

function answer(row: Readonly<Record<string, unknown>>): Answer {
  const plain: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value instanceof Date) plain[name] = value.toISOString().slice(0, 10);
    else if (typeof value === "bigint") plain[name] = Number(value);
    else if (typeof value === "string" || typeof value === "number") plain[name] = value;
    else plain[name] = value === null || value === undefined ? null : String(value);
  }
  return plain;
}
