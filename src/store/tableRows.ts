import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { DataError, InputError } from "../core/errors.js";

/** One record of a text table as it stands in the file; `row` counts records from 1 without the header. */
export interface TableRow {
  readonly row: number;
  /** The line of the file on which the record ends. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The column names of a CSV file.
 *
 * @throws InputError when there is no such file; DataError when it is empty or not a text table in UTF-8
 */
export async function tableColumns(file: string): Promise<readonly string[]> {
  for await (const { cells } of records(file)) return cells;
  throw new DataError(`read: the file is empty (${file})`);
}

/**
 * The records of a CSV file after its header, one at a time; memory does not grow with the file.
 *
 * @throws as tableColumns does, and DataError that names the line where the quoting breaks
 */
export async function* tableRows(file: string): AsyncGenerator<TableRow> {
  let row = 0;
  for await (const record of records(file)) {
    if (row > 0) yield { row, ...record };
    row++;
  }
}

async function* records(file: string): AsyncGenerator<{ line: number; cells: string[] }> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new InputError(`read: no such file, got ${file}`);
  if (!found.isFile()) throw new InputError(`read: needs a file, got a folder (${file})`);
  if (found.size === 0) throw new DataError(`read: the file is empty (${file})`);
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  pipeline(
    createReadStream(file),
    (chunks: AsyncIterable<Buffer>) => texts(chunks, file),
    parser,
    () => {},
  );
  // The parser counts a Windows line end inside quotes as two lines.
  let twice = 0;
  try {
    for await (const { info, record } of parser) {
      for (const cell of record) twice += cell.split("\r\n").length - 1;
      yield { line: info.lines - twice, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DataError(
      `read: line ${Number(error["lines"]) - twice} breaks the quoting of the table (${basename(file)})`,
    );
  }
}

async function* texts(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new DataError(`read: not in UTF-8 (${basename(file)}); save it as UTF-8 first`);
    }
  };
  for await (const chunk of chunks) {
    if (chunk.includes(0)) throw new DataError(`read: not a text table, it holds a zero byte (${basename(file)})`);
    yield decoded(chunk);
  }
  yield decoded();
}
