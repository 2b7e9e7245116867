import type { DuckDBConnection } from "@duckdb/node-api";
import type { ConflictEvent } from "../core/event.js";
import type { Copy, Fault, Part, Reading, SourceContext } from "../core/source.js";
import { eventColumns } from "./eventColumns.js";
import { joinOf, type PartTable, partTable } from "./partTable.js";
import { sqlText, type TableFile, tableSql } from "./tableSql.js";
import type { TextTable } from "./textTable.js";

/** A file on its way into a snapshot: its cells in the engine, and what each part made of them. */
export interface Staging {
  readonly connection: DuckDBConnection;
  readonly table: TextTable;
  readonly parts: readonly PartTable[];
  readonly copies: readonly { readonly column: string; readonly name: string; readonly copy: Copy }[];
  /** What every event holds that no part fills. */
  readonly constants: Partial<ConflictEvent>;
}

/** What is asked of a staging: how a file's columns are read, and what holds beside the source's own verdict. */
export interface Plan {
  readonly parts: readonly (Part | Copy)[];
  readonly context: SourceContext;
  readonly constants: Partial<ConflictEvent>;
  judge(reading: Reading | Fault, part: Part, cells: readonly string[]): Reading | Fault;
}

/** Brings the cells that parts read into the engine, as the table `narrow` whose row ids are the records' indexes. */
export async function narrowed(
  connection: DuckDBConnection,
  table: TableFile,
  parts: readonly (Part | Copy)[],
): Promise<void> {
  const columns = new Set(
    parts.flatMap((part) => ("copy" in part ? (part.needed || part.field === "id" ? [part.copy] : []) : part.from)),
  );
  const cells = [...columns].map((column) => `c${table.columns.indexOf(column)}`);
  await connection.run(`CREATE OR REPLACE TABLE narrow AS SELECT ${cells.join(", ")} FROM ${tableSql(table)}`);
}

/** Has each part read the different combinations of the cells that were brought in. */
export async function judged(connection: DuckDBConnection, table: TextTable, plan: Plan): Promise<Staging> {
  await checkCount(connection, table);
  const cellOf = (column: string): string => `c${table.columns.indexOf(column)}`;
  const copies = plan.parts
    .filter((part) => "copy" in part)
    .map((copy) => ({ column: cellOf(copy.copy), name: copy.copy, copy }));
  const parts: PartTable[] = [];
  for (const [i, part] of plan.parts.filter((one) => "read" in one).entries()) {
    const from = part.from.map(cellOf);
    parts.push(
      await partTable(connection, `part${i}`, part, from, (chosen, cells) =>
        plan.judge(chosen.read(cells, plan.context), chosen, cells),
      ),
    );
  }
  return { connection, table, parts, copies, constants: plan.constants };
}

/** Every regular record must have arrived: a row that the engine loses would be a row of which nobody hears. */
async function checkCount(connection: DuckDBConnection, { records, malformed }: TextTable): Promise<void> {
  const reader = await connection.runAndReadAll("SELECT count(*)::DOUBLE FROM narrow");
  const found = Number(reader.getRows()[0][0]);
  const expected = records - malformed.length;
  if (found !== expected) throw new Error(`read: the engine found ${found} records where there are ${expected}`);
}

/** The events of a staging as SQL, from the rows of `records`; rows that a part refuses are left out. */
export function eventsSql(staging: Staging, records: string, extra = ""): string {
  const { parts, copies } = staging;
  const columns = eventColumns.map(({ field, type }) => `${expressionOf(field, type, staging)} AS "${field}"`);
  const joins = parts.map((part) => `${joinOf(part)} AND ${part.name}.fault IS NULL`);
  const filled = copies.filter(({ copy }) => copy.needed).map(({ column }) => ` AND NOT ${isEmpty(column)}`);
  return `SELECT ${[...columns, ...(extra === "" ? [] : [extra])].join(", ")} FROM ${records} t${joins.join("")} WHERE true${filled.join("")}`;
}

/** A condition: the cell is empty but for spaces, tabs and line ends. */
export function isEmpty(column: string): string {
  return `trim(t.${column}, ' \t\n\f\r') = ''`;
}

/** Where a field of the event comes from; where nothing fills it, its constant. */
export function expressionOf(
  field: keyof ConflictEvent,
  type: string,
  { parts, copies, constants }: Pick<Staging, "parts" | "copies" | "constants">,
): string {
  const copy = copies.find((one) => one.copy.field === field);
  if (copy !== undefined) return `t.${copy.column}`;
  const own = parts.find((part) => part.fields.includes(field));
  const value = constants[field];
  const constant =
    value === undefined
      ? "NULL"
      : Array.isArray(value)
        ? "[]"
        : typeof value === "boolean" || typeof value === "number"
          ? String(value)
          : sqlText(String(value));
  if (own === undefined) return `CAST(${constant} AS ${type})`;
  return constant === "NULL"
    ? `${own.name}."${field}"`
    : `coalesce(${own.name}."${field}", CAST(${constant} AS ${type}))`;
}
