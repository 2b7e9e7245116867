import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ConflictEvent } from "../core/event.js";
import type { Fault, Part, Reading } from "../core/source.js";
import { appendField, eventColumns } from "./eventColumns.js";

/** What a part made of a file: a table of its readings, by the cells they were read from. */
export interface PartTable {
  readonly name: string;
  readonly fields: readonly (keyof ConflictEvent)[];
  /** The columns of the file that are its key: `c0`, `c1` … here, `k0`, `k1` … in its table. */
  readonly from: readonly string[];
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
  const all = await tuples(connection, from);
  const settled = part.settled?.(all);
  const chosen = settled?.part ?? part;
  const own = eventColumns.filter(({ field }) => chosen.fields.includes(field));
  const columns = [...from.map((_, i) => `k${i} VARCHAR`), ...own.map(({ field, type }) => `"${field}" ${type}`)];
  await connection.run(`CREATE TABLE ${name} (${[...columns, "fault INTEGER", "repair VARCHAR"].join(", ")})`);
  const appender = await connection.createAppender(name);
  const faults: Fault[] = [];
  let hasRepairs = false;
  const hash = createHash("sha256");
  for (const cells of all) {
    const reading = read(chosen, cells);
    const fault = "reason" in reading ? reading : undefined;
    const repair = "reason" in reading ? undefined : reading.repair;
    hash.update(JSON.stringify([cells, reading]));
    for (const cell of cells) appender.appendVarchar(cell);
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
  return { name, fields, from, names: part.from, faults, hasRepairs, digest, ...(note !== undefined && { note }) };
}

async function tuples(connection: DuckDBConnection, from: readonly string[]): Promise<readonly (readonly string[])[]> {
  if (from.length === 0) return [[]];
  // The engine's Node side takes a byte order mark off a text's beginning, so none may stand there.
  const held = from.map((column) => `'.' || ${column} AS ${column}`).join(", ");
  const reader = await connection.runAndReadAll(
    `SELECT ${held} FROM (SELECT DISTINCT ${from.join(", ")} FROM narrow) ORDER BY ALL`,
  );
  return reader.getRows().map((row) => row.map((cell) => String(cell).slice(1)));
}
