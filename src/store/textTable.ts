import { writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Fault } from "../core/source.js";
import { type Header, headerOf } from "./header.js";
import { numberList } from "./numberList.js";
import { recordFault } from "./recordFault.js";
import { recordPlaces } from "./recordPlaces.js";
import type { ScannedRecord } from "./scanRecord.js";
import { scanTable } from "./scanTable.js";

/** A record that cannot be read as cells, or has not as many as there are columns. */
export interface Malformed {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A text table whose every record is accounted for. */
export interface TextTable extends Omit<Header, "lineEnd"> {
  /** A file of the regular records alone, in order: the table's own where it is regular throughout, else a copy. */
  readonly file: string;
  /** How many lines of that file stand before the first record. */
  readonly skip: number;
  readonly lineEnd: "\n" | "\r\n";
  /** Whether a cell of that file holds a line end. */
  readonly hasLongCells: boolean;
  /** All records; blank lines are none. */
  readonly records: number;
  readonly malformed: readonly Malformed[];
  /** SHA-256 of the text. */
  readonly sha256: string;
  /** The row, from 1, of the regular record with this index, from 0. */
  rowOf(index: number): number;
  /** The line on which each of these rows begins and the text of its record; the rows in order. */
  places(rows: readonly number[]): Promise<readonly { readonly line: number; readonly raw: string }[]>;
}

/** How a text table is gone through. */
export interface TextTableOptions {
  /** What the file is called in errors. */
  readonly shown?: string;
  readonly isHashed?: boolean;
  /** Rows, from 1, of which it is already known that they cannot be read. */
  readonly faults?: ReadonlyMap<number, Fault>;
}

/**
 * Goes through a text table in UTF-8 and accounts for its records. `folder` is where a copy without what is irregular
 * (malformed records, blank lines, mixed line ends, spare delimiters) is put where one is needed.
 *
 * @throws DataError when it is no text table
 */
export async function textTable(
  path: string,
  folder: string,
  { shown = basename(path), isHashed = true, faults = new Map() }: TextTableOptions = {},
): Promise<TextTable> {
  const handle = await open(path, "r");
  try {
    const header = await headerOf(handle, shown);
    const { size } = await handle.stat();
    const regular = faults.size > 0 ? undefined : await regularTable(handle, path, shown, header, { isHashed, size });
    return regular ?? (await mendedTable(handle, path, shown, header, { copy: join(folder, "regular.csv"), faults }));
  } finally {
    await handle.close();
  }
}

function layoutOf({ from, delimiter, columns }: Header): { from: number; delimiter: number; width: number } {
  return { from, delimiter: delimiter.charCodeAt(0), width: columns.length };
}

/** The table as it stands; undefined where any of it is irregular. */
async function regularTable(
  handle: FileHandle,
  path: string,
  shown: string,
  header: Header,
  { isHashed, size }: { readonly isHashed: boolean; readonly size: number },
): Promise<TextTable | undefined> {
  const { lineEnd } = header;
  if (lineEnd !== 10 && lineEnd !== 23) return undefined;
  const bounds = numberList();
  let hasLongCells = false;
  let expected = header.from;
  let isRegular = true;
  const sha256 = await scanTable(
    handle,
    shown,
    { ...layoutOf(header), isHashed },
    (record, bytes, offset, hasReturns) => {
      isRegular = false;
      if (record.broken !== "" || record.cells !== header.columns.length || offset + record.start !== expected)
        return false;
      if (record.lineEnd !== lineEnd && record.lineEnd !== 0) return false;
      expected = offset + record.next;
      bounds.add(offset + record.start);
      bounds.add(offset + record.end);
      isRegular = true;
      hasLongCells ||= holdsLineEnd(bytes, record, hasReturns);
      return true;
    },
  );
  if (!isRegular || expected !== size || bounds.count() === 0) return undefined;
  return {
    ...header,
    file: path,
    skip: header.lines,
    lineEnd: lineEnd === 23 ? "\r\n" : "\n",
    hasLongCells,
    records: bounds.count() / 2,
    malformed: [],
    sha256,
    rowOf: (index) => index + 1,
    places: async (rows) => await recordPlaces(path, bounds, rows),
  };
}

/** A copy of the regular records, and an account of the others. */
async function mendedTable(
  handle: FileHandle,
  path: string,
  shown: string,
  header: Header,
  { copy, faults }: { readonly copy: string; readonly faults: ReadonlyMap<number, Fault> },
): Promise<TextTable> {
  const bounds = numberList();
  const rows = numberList();
  const malformed: Malformed[] = [];
  let hasLongCells = false;
  const target = await open(copy, "w");
  try {
    // The engine takes a mark off the beginning of a file, and an empty line for none: so a line first, and no empty one.
    let held: Buffer[] = [Buffer.from("records\n")];
    let size = held[0].length;
    const flush = (): void => {
      if (size > 0) writeSync(target.fd, Buffer.concat(held));
      held = [];
      size = 0;
    };
    const sha256 = await scanTable(handle, shown, layoutOf(header), (record, bytes, offset, hasReturns) => {
      bounds.add(offset + record.start);
      bounds.add(offset + record.end);
      const row = bounds.count() / 2;
      const fault = faults.get(row) ?? recordFault(record, bytes, header);
      if (fault !== undefined) {
        malformed.push({ row, ...fault });
        return true;
      }
      rows.add(row);
      hasLongCells ||= holdsLineEnd(bytes, { start: record.start, end: record.cut }, hasReturns);
      const cells = record.cut === record.start ? Buffer.from('""') : bytes.subarray(record.start, record.cut);
      held.push(Buffer.from(cells), Buffer.from("\n"));
      size += record.cut - record.start;
      if (size > 1 << 20) flush();
      return true;
    });
    flush();
    return {
      ...header,
      file: copy,
      skip: 1,
      lineEnd: "\n",
      hasLongCells,
      records: bounds.count() / 2,
      malformed,
      sha256,
      rowOf: (index) => rows.at(index),
      places: async (wanted) => await recordPlaces(path, bounds, wanted),
    };
  } finally {
    await target.close();
  }
}

/** Whether a cell of the record goes on on another line. */
function holdsLineEnd(
  bytes: Buffer,
  { start, end }: Pick<ScannedRecord, "start" | "end">,
  hasReturns: boolean,
): boolean {
  const next = bytes.indexOf(10, start);
  return (next !== -1 && next < end) || (hasReturns && bytes.subarray(start, end).includes(13));
}
