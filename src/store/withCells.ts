import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Copy, Part } from "../core/source.js";
import { withImporter } from "./engine.js";
import { headerOf } from "./header.js";
import { withPlainText } from "./plainText.js";
import { narrowed } from "./staging.js";
import { type TextTable, textTable } from "./textTable.js";

/**
 * Lends the cells of some columns, in the engine as the table `narrow`, without keeping anything of the file. The engine reads
 * while the file is still being gone through, on the chance that it is regular throughout; where it is not, the engine
 * reads again what is.
 */
export async function withCells<T>(
  file: string,
  known: readonly string[],
  partsOf: (columns: readonly string[]) => readonly (Part | Copy)[],
  use: (connection: DuckDBConnection, table: TextTable) => Promise<T>,
): Promise<T> {
  return await withPlainText(file, known, async ({ path, folder, faults }) => {
    const handle = await open(path, "r");
    const header = await headerOf(handle, basename(file)).finally(() => handle.close());
    const parts = partsOf(header.columns);
    return await withImporter(folder, async (connection) => {
      const lineEnd = header.lineEnd === 23 ? "\r\n" : "\n";
      const early = { ...header, file: path, skip: header.lines, lineEnd, hasLongCells: false } as const;
      const [table, isRead] = await Promise.all([
        textTable(path, folder, { shown: basename(file), isHashed: false, faults }),
        narrowed(connection, early, parts).then(
          () => true,
          () => false,
        ),
      ]);
      const isAsHoped = isRead && table.file === path && !table.hasLongCells && table.lineEnd === lineEnd;
      if (!isAsHoped) await narrowed(connection, table, parts);
      return await use(connection, table);
    });
  });
}
