import type { FileHandle } from "node:fs/promises";
import { DataError } from "../core/errors.js";
import { columnName } from "../core/source.js";
import { cellsOf } from "./cellsOf.js";
import { lineOf, scanTable } from "./scanTable.js";

/** How a text table is laid out. */
export interface Header {
  /** The columns' names, folded, and as they stand. */
  readonly columns: readonly string[];
  readonly titles: readonly string[];
  readonly delimiter: "," | "\t" | ";" | "|";
  /** The byte on which the first record begins, and how many lines lie before it. */
  readonly from: number;
  readonly lines: number;
  /** How each of these lines ends, as `ScannedRecord` has it; 0 where one is blank, holds a line end, or ends otherwise. */
  readonly lineEnd: number;
}

const delimiters = [",", "\t", ";", "|"] as const;
const lineEnds: Readonly<Record<string, number>> = { "\n": 10, "\r": 13, "\r\n": 23 };

/**
 * Finds how a table is laid out from its first lines: a mark of its encoding, Excel's `sep=`, the names of the columns, and
 * a second row of #hashtags, as the humanitarian exchange writes it, which is no data.
 *
 * @throws DataError when there is no line, or no name in the first
 */
export async function headerOf(handle: FileHandle, file: string): Promise<Header> {
  const mark = Buffer.alloc(3);
  await handle.read(mark, 0, 3, 0);
  let from = mark.equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  let records = 1;
  let [first] = await firstRecords(handle, file, from, ",", 1);
  const named = /^sep=(.)$/.exec(first?.text ?? "")?.[1];
  if (first !== undefined && named !== undefined) {
    records++;
    from = first.next;
    [first] = await firstRecords(handle, file, from, named, 1);
  }
  if (first === undefined) throw new DataError(`read: the file is empty (${file})`);
  const delimiter = delimiters.find((one) => one === named) ?? (await delimiterOf(handle, file, from));
  const [names, second] = await firstRecords(handle, file, from, delimiter, 2);
  if (names.isBroken)
    throw new DataError(`read: line ${await lineOf(handle, names.start)} breaks the quoting of the header (${file})`);
  const titles = cellsOf(names.text, delimiter).map((title) => title.trim());
  while (titles.length > 1 && columnName(titles.at(-1) ?? "") === "") titles.pop();
  const columns = titles.map(columnName);
  if (columns.every((column) => column === "")) throw new DataError(`read: the first line names no columns (${file})`);
  const tags = second === undefined ? [] : cellsOf(second.text, delimiter);
  const isTags = tags.some((tag) => tag.startsWith("#")) && tags.every((tag) => /^(#[a-z].*)?$/.test(tag));
  if (isTags) records++;
  const next = isTags && second !== undefined ? second.next : names.next;
  const ends = await lineEndsBefore(handle, next);
  const isPlain = ends.length === records && new Set(ends).size === 1 && (await isLineEnd(handle, next - 1));
  return { columns, titles, delimiter, from: next, lines: ends.length, lineEnd: isPlain ? lineEnds[ends[0]] : 0 };
}

/** The delimiter under which the first record has the most cells. */
async function delimiterOf(handle: FileHandle, file: string, from: number): Promise<Header["delimiter"]> {
  let best: { delimiter: Header["delimiter"]; cells: number } = { delimiter: ",", cells: 0 };
  for (const delimiter of delimiters) {
    const [record] = await firstRecords(handle, file, from, delimiter, 1);
    const cells = record === undefined || record.isBroken ? 0 : cellsOf(record.text, delimiter).length;
    if (cells > best.cells) best = { delimiter, cells };
  }
  return best.delimiter;
}

async function firstRecords(
  handle: FileHandle,
  file: string,
  from: number,
  delimiter: string,
  wanted: number,
): Promise<{ readonly text: string; readonly next: number; readonly isBroken: boolean; readonly start: number }[]> {
  const found: { text: string; next: number; isBroken: boolean; start: number }[] = [];
  const layout = { from, delimiter: delimiter.charCodeAt(0), width: 0, isHashed: false, step: 1 << 16 };
  await scanTable(handle, file, layout, ({ start, end, next, broken }, bytes, offset) => {
    found.push({
      text: bytes.toString("utf8", start, end),
      next: offset + next,
      isBroken: broken !== "",
      start: offset + start,
    });
    return found.length < wanted;
  });
  return found;
}

async function isLineEnd(handle: FileHandle, offset: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, offset);
  return buffer[0] === 10 || buffer[0] === 13;
}

async function lineEndsBefore(handle: FileHandle, offset: number): Promise<readonly string[]> {
  const bytes = Buffer.alloc(offset);
  await handle.read(bytes, 0, offset, 0);
  return bytes.toString("latin1").match(/\r\n|\r|\n/g) ?? [];
}
