import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Copy, Part } from "../core/source.js";
import { withImporter } from "./engine.js";
import { type Header, headerOf } from "./header.js";
import { plainLines } from "./plainLines.js";
import { withPlainText } from "./plainText.js";
import { narrowed } from "./staging.js";
import { type TextTable, textTable } from "./textTable.js";

/**
 * Lends the cells of some columns, in the engine as the table `narrow`, without keeping anything of the file. The engine, strict
 * as it can be, reads while the file's lines are counted: where each line is a record the table is taken as the engine read
 * it, and else it is gone through record by record and read again. So in this quick way a quote inside an unquoted
 * cell is a sign like others.
 */
export async function withCells<T>(
  file: string,
  known: readonly string[],
  partsOf: (columns: readonly string[]) => readonly (Part | Copy)[],
  use: (connection: DuckDBConnection, table: TextTable) => Promise<T>,
): Promise<T> {
  return await withPlainText(file, known, async ({ path, folder, faults }) => {
    const handle = await open(path, "r");
    try {
      const header = await headerOf(handle, basename(file));
      const parts = partsOf(header.columns);
      return await withImporter(folder, async (connection) => {
        const quick = plainTable(path, header);
        const [lines, rows] = await Promise.all([
          plainLines(handle),
          narrowed(connection, quick, parts)
            .then(() => rowsIn(connection))
            .catch(() => -1),
        ]);
        const isPlain = faults.size === 0 && header.lineEnd !== 0 && rows > 0 && lines === rows + header.lines;
        if (isPlain) return await use(connection, { ...quick, records: rows });
        const table = await textTable(path, folder, { shown: basename(file), isHashed: false, faults });
        await narrowed(connection, table, parts);
        return await use(connection, table);
      });
    } finally {
      await handle.close();
    }
  });
}

async function rowsIn(connection: DuckDBConnection): Promise<number> {
  return Number((await connection.runAndReadAll("SELECT count(*)::DOUBLE FROM narrow")).getRows()[0][0]);
}

function plainTable(file: string, header: Header): TextTable {
  const lineEnd = header.lineEnd === 23 ? "\r\n" : "\n";
  return {
    ...{ ...header, file, skip: header.lines, lineEnd, hasLongCells: false, records: 0, malformed: [], sha256: "" },
    rowOf: (index) => index + 1,
    places: async () => [],
  };
}
