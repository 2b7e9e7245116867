import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ConflictEvent } from "../core/event.js";
import type { Fault, Part, Reading } from "../core/source.js";
import { appendField, eventColumns } from "./eventColumns.js";

/** What a part made of a file: a table of its readings, by the cells they were read from. */
export interface PartTable {
  readonly name: string;
  readonly fields: readonly (keyof ConflictEvent)[];
  /** The columns of the file that it reads, as `c0`, `c1` …; `key` in its table is their hash with this salt. */
  readonly from: readonly string[];
  readonly salt: number;
  /** The names of these columns. */
  readonly names: readonly string[];
  readonly faults: readonly Fault[];
  readonly hasRepairs: boolean;
  /** SHA-256 over cells and readings. */
  readonly digest: string;
  readonly note?: string;
}

/** Reads each different combination of a part's cells once and puts what came out into a table of the engine. */
export async function partTable(
  connection: DuckDBConnection,
  name: string,
  part: Part,
  from: readonly string[],
  read: (part: Part, cells: readonly string[]) => Reading | Fault,
): Promise<PartTable> {
  const { salt, keys, all } = await tuples(connection, from);
  const settled = part.settled?.(all);
  const chosen = settled?.part ?? part;
  const own = eventColumns.filter(({ field }) => chosen.fields.includes(field));
  const columns = own.map(({ field, type }) => `"${field}" ${type}`);
  await connection.run(
    `CREATE TABLE ${name} (${["key UBIGINT", ...columns, "fault INTEGER", "repair VARCHAR"].join(", ")})`,
  );
  const appender = await connection.createAppender(name);
  const faults: Fault[] = [];
  let hasRepairs = false;
  const hash = createHash("sha256");
  for (const [i, cells] of all.entries()) {
    const reading = read(chosen, cells);
    const fault = "reason" in reading ? reading : undefined;
    const repair = "reason" in reading ? undefined : reading.repair;
    hash.update(JSON.stringify([cells, reading]));
    appender.appendUBigInt(keys[i]);
    for (const { field } of own) appendField(appender, field, "reason" in reading ? undefined : reading.event[field]);
    if (fault === undefined) appender.appendNull();
    else appender.appendInteger(faults.push(fault) - 1);
    if (repair === undefined) appender.appendNull();
    else appender.appendVarchar(repair);
    hasRepairs ||= repair !== undefined;
    appender.endRow();
  }
  appender.closeSync();
  const note = settled?.note;
  const fields = own.map(({ field }) => field);
  const digest = hash.digest("hex");
  return {
    name,
    fields,
    from,
    salt,
    names: part.from,
    faults,
    hasRepairs,
    digest,
    ...(note !== undefined && { note }),
  };
}

/** How a part's table meets the record `t` that its cells are from. */
export function joinOf({ name, from, salt }: Pick<PartTable, "name" | "from" | "salt">): string {
  return ` JOIN ${name} ON ${keyOf(from, salt, "t.")} = ${name}.key`;
}

function keyOf(from: readonly string[], salt: number, table: string): string {
  return `hash(${[...from.map((column) => `${table}${column}`), `${salt}::UTINYINT`].join(", ")})`;
}

/**
 * The different combinations of cells, each with its hash, which joins many times faster than texts do; were two to share
 * one, another salt is taken. The engine's client drops a mark that begins a text (U+FEFF), so a text is handed over
 * behind a dot.
 */
async function tuples(
  connection: DuckDBConnection,
  from: readonly string[],
): Promise<{ salt: number; keys: bigint[]; all: (readonly string[])[] }> {
  const cells = from.join(", ") || "1";
  const dotted = from.map((column) => `, '.' || ${column}`).join("");
  for (let salt = 0; salt < 16; salt++) {
    const reader = await connection.runAndReadAll(
      `SELECT ${keyOf(from, salt, "")}${dotted} FROM (SELECT DISTINCT ${cells} FROM narrow) ORDER BY ${cells}`,
    );
    const [found = [], ...texts] = reader.getColumns();
    const keys = found.map((key) => BigInt(String(key)));
    if (new Set(keys).size < keys.length) continue;
    return { salt, keys, all: keys.map((_, row) => texts.map((column) => String(column[row]).slice(1))) };
  }
  throw new Error("16 salts did not keep the hashes of a column's cells apart");
}
