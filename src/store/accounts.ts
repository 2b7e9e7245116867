import { printable } from "../core/printable.js";
import { csvTable } from "./csvTable.js";
import { type RefusedRow, refusedRows, repairedRows } from "./refusedRows.js";
import type { Staging } from "./staging.js";
import { twinsIn } from "./twins.js";

/** The columns of `rejects.csv`. */
export const rejectColumns = ["row", "line", "column", "value", "reason", "raw"];

/** The columns of `repairs.csv`. */
export const repairColumns = ["row", "line", "rule", "cells", "raw"];

/** What becomes of every record of a file. */
export interface Account {
  /** Rows refused, malformed ones among them; in order. */
  readonly refused: readonly {
    readonly row: number;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  }[];
  /** The regular records that are refused because their id stands already, by index. */
  readonly twins: readonly number[];
  /** The day on which a newer form took a record's place, by index. */
  readonly older: ReadonlyMap<number, string>;
  readonly repaired: readonly {
    readonly row: number;
    readonly rule: string;
    readonly cells: Readonly<Record<string, string>>;
  }[];
  /** `; row 3: fatalities "x" is not …`, or nothing. */
  readonly firstReason: string;
  /** The refused and the repaired as CSV, with line and record. */
  rejects(): Promise<string>;
  repairs(): Promise<string>;
}

/** Accounts for every record of a staging: kept, refused, repaired, or an older form of another. */
export async function accounts(staging: Staging): Promise<Account> {
  const { table } = staging;
  const { refused: twins, older } = await twinsIn(staging);
  const rowed = ({ index, column, value, reason }: RefusedRow) => ({ row: table.rowOf(index), column, value, reason });
  const refused = [...table.malformed, ...[...(await refusedRows(staging)), ...twins].map(rowed)].sort(
    (one, other) => one.row - other.row,
  );
  const isRefused = new Set(refused.map(({ row }) => row));
  const repaired = (await repairedRows(staging))
    .map(({ index, rule, cells }) => ({ row: table.rowOf(index), rule, cells }))
    .filter(({ row }) => !isRefused.has(row));
  const [first] = refused;
  return {
    refused,
    twins: twins.map(({ index }) => index),
    older,
    repaired,
    firstReason:
      first === undefined
        ? ""
        : `; row ${first.row}: ${first.column} ${JSON.stringify(printable(first.value).slice(0, 100))} ${first.reason}`,
    rejects: async () => {
      const places = await table.places(refused.map(({ row }) => row));
      const rows = refused.map((one, i) => ({ ...one, ...placed(places[i]) }));
      return csvTable(rejectColumns, rows);
    },
    repairs: async () => {
      const places = await table.places(repaired.map(({ row }) => row));
      const rows = repaired.map(({ row, rule, cells }, i) => ({
        row,
        rule,
        cells: JSON.stringify(cells),
        ...placed(places[i]),
      }));
      return csvTable(repairColumns, rows);
    },
  };
}

/** A row that was written out anew, from JSON or a workbook, stands on no line. */
function placed({ line, raw }: { readonly line: number; readonly raw: string }): { line: string; raw: string } {
  return { line: line === 0 ? "" : String(line), raw };
}
