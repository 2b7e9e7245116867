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
import { type OriginalFile, originalOf, withoutLines } from "./withTable.js";

/**
 * Lends the cells that parts read, in the engine as the table `narrow`. The engine reads on the chance that the file is regular
 * throughout, while the file is gone through record by record; where it is not, the engine reads again what is. With
 * `isQuick` its lines are only counted: where each line is a record the engine, strict as it can be, is believed, other
 * columns are not looked at, and a quote inside an unquoted cell is a sign like others.
 */
export async function withCells<T>(
  file: string,
  { known, isQuick = false }: { readonly known: readonly string[]; readonly isQuick?: boolean },
  partsOf: (columns: readonly string[]) => readonly (Part | Copy)[],
  use: (connection: DuckDBConnection, table: TextTable, original: OriginalFile) => Promise<T>,
): Promise<T> {
  return await withPlainText(file, known, async ({ path, folder, faults, isRewritten }) => {
    const handle = await open(path, "r");
    try {
      const header = await headerOf(handle, basename(file));
      const parts = partsOf(header.columns);
      return await withImporter(folder, async (connection) => {
        if (isQuick) await connection.run("SET preserve_insertion_order = false");
        const hoped = plainTable(path, header);
        const options = { shown: basename(file), isHashed: !isQuick, faults };
        const isFine = faults.size === 0 && header.lineEnd !== 0;
        const early = narrowed(connection, hoped, parts)
          .then(() => rowsIn(connection))
          .catch(() => -1);
        // The engine must be at rest before a fault of the file is thrown past it.
        const found = await (isQuick && isFine ? plainLines(handle) : textTable(path, folder, options)).finally(
          () => early,
        );
        const rows = await early;
        if (typeof found === "number" && rows > 0 && found === rows + header.lines)
          return await use(connection, { ...hoped, records: rows }, await originalOf(file, path, hoped));
        const table = typeof found === "number" ? await textTable(path, folder, options) : found;
        const isAsHoped = table.file === path && !table.hasLongCells && rows === table.records;
        if (!isAsHoped) await narrowed(connection, table, parts);
        return await use(connection, isRewritten ? withoutLines(table) : table, await originalOf(file, path, table));
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
