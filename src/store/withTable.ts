import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { fingerprint } from "./files.js";
import { withPlainText } from "./plainText.js";
import { type TextTable, textTable } from "./textTable.js";

/** What a file weighs, and its SHA-256. */
export interface OriginalFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Lends a file of events as a text table, whatever it is packed in, for as long as `use` runs. `folder` is for whatever
 * has to be put aside, and goes with it. Of a workbook the sheet with the most of the `known` columns is taken.
 *
 * @throws InputError when there is no such file; DataError when it is empty, damaged, or no table
 */
export async function withTable<T>(
  file: string,
  use: (table: TextTable, original: OriginalFile, folder: string) => Promise<T>,
  known: readonly string[] = [],
): Promise<T> {
  return await withPlainText(file, known, async ({ path, folder, faults, isRewritten }) => {
    const table = await textTable(path, folder, { shown: basename(file), faults });
    return await use(isRewritten ? withoutLines(table) : table, await originalOf(file, path, table), folder);
  });
}

/** What the file itself weighs; its text is its own where it was read as it stands. */
export async function originalOf(file: string, path: string, { sha256 }: TextTable): Promise<OriginalFile> {
  if (path !== file) return await fingerprint(file);
  return { name: basename(file), bytes: (await stat(file)).size, sha256 };
}

/** Rows that were written out anew stand on no line of the file. */
export function withoutLines(table: TextTable): TextTable {
  return { ...table, places: async (rows) => (await table.places(rows)).map(({ raw }) => ({ line: 0, raw })) };
}
