import type { TextTable } from "./textTable.js";

/** What the engine is told of a text table. */
export type TableFile = Pick<TextTable, "file" | "columns" | "delimiter" | "skip" | "lineEnd" | "hasLongCells">;

/**
 * The regular records of a text table as SQL: columns `c0`, `c1` …, every cell a text, an empty cell the empty text.
 * The engine is told everything about the file and guesses nothing, but for two of its faults: told that lines end in
 * `\r\n` it reads no row at all, so there it finds out by itself, and several threads begin where one of them stands inside a
 * cell of several lines, so there is one.
 */
export function tableSql({ file, columns, delimiter, skip, lineEnd, hasLongCells }: TableFile): string {
  const names = columns.map((_, i) => `c${i}`);
  const types = names.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  return `read_csv(${sqlText(file)}, columns = {${types}}, auto_detect = false, compression = 'none', header = false, skip = ${skip},
    delim = ${sqlText(delimiter)}, quote = '"', escape = '"', ${lineEnd === "\n" ? "new_line = '\\n'," : ""}
    parallel = ${!hasLongCells}, comment = '', strict_mode = true, force_not_null = [${names.map((name) => `'${name}'`).join(", ")}],
    max_line_size = 4194304, buffer_size = 8388608)`;
}

/** A text as SQL writes it. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
