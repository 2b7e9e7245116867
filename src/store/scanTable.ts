import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { DataError } from "../core/errors.js";
import { type ScannedRecord, scanRecord } from "./scanRecord.js";

const chunk = 1 << 22;

/** No cell, and no record, of a table of events is longer. */
export const longestRecord = 1 << 20;

/** What a scan is told: where the records begin, how their cells are divided and how many there should be. */
export interface Layout {
  readonly from: number;
  readonly delimiter: number;
  readonly width: number;
  /** Whether the hash is wanted, which takes as long as the scan itself. */
  readonly isHashed?: boolean;
  /** How many bytes are read at a time. */
  readonly step?: number;
}

/**
 * A record and the bytes it lies in, and whether these hold a carriage return anywhere; the bytes hold only until the next
 * record is asked for.
 */
export type Visit = (record: ScannedRecord, bytes: Buffer, offset: number, hasReturns: boolean) => boolean;

/**
 * Shows every record of a text table in order, blank lines left out, until a visit answers false. The text must be UTF-8
 * without zero bytes, its quotes closed. Gives the SHA-256 of the whole text, `""` where a visit ended the scan.
 *
 * @throws DataError that names what the text holds which a table does not, with the line
 */
export async function scanTable(handle: FileHandle, file: string, layout: Layout, visit: Visit): Promise<string> {
  const { from, delimiter, width, isHashed = true, step = chunk } = layout;
  const hash = createHash("sha256");
  let bytes = Buffer.allocUnsafe(2 * step);
  let held = 0;
  let offset = 0;
  let at = from;
  for (;;) {
    if (bytes.length - held < step) bytes = Buffer.concat([bytes.subarray(0, held)], bytes.length + step);
    const { bytesRead } = await handle.read(bytes, held, step, offset + held);
    const isLast = bytesRead === 0;
    if (isHashed) hash.update(bytes.subarray(held, held + bytesRead));
    const end = held + bytesRead;
    if (bytes.subarray(held, end).includes(0))
      throw new DataError(`read: not a text table, it holds a zero byte (${file})`);
    const hasReturns = bytes.subarray(0, end).includes(13);
    while (at < end) {
      const record = scanRecord(bytes, at, end, { delimiter, width, isLast });
      if (record === undefined) break;
      if (record.end - at > longestRecord) throw tooLong(await lineOf(handle, offset + at), file);
      const isBlank = record.end === record.start;
      if (!isBlank && visit(record, bytes, offset, hasReturns) === false) return "";
      at = record.next;
    }
    // Records end where characters do, so what was scanned can be judged without what is still held.
    if (!isUtf8(bytes.subarray(0, Math.min(at, end))))
      throw new DataError(`read: not in UTF-8 (${file}); save it as UTF-8 first`);
    if (at < end && (isLast || end - at > longestRecord + 2)) {
      const line = await lineOf(handle, offset + at);
      throw isLast
        ? new DataError(`read: line ${line} opens a quote that is never closed (${file})`)
        : tooLong(line, file);
    }
    if (isLast) return hash.digest("hex");
    const done = Math.min(at, end);
    bytes.copy(bytes, 0, done, end);
    held = end - done;
    offset += done;
    at -= done;
  }
}

/** The line, from 1, on which a byte of a text stands. */
export async function lineOf(handle: FileHandle, offset: number): Promise<number> {
  const [line] = await linesOf(handle, [offset]);
  return line;
}

/** The lines, from 1, on which these bytes of a text stand; the places in order. */
export async function linesOf(handle: FileHandle, offsets: readonly number[]): Promise<number[]> {
  const bytes = Buffer.allocUnsafe(chunk);
  const lines: number[] = [];
  let line = 1;
  let last = -1;
  for (let position = 0; lines.length < offsets.length; ) {
    const { bytesRead } = await handle.read(bytes, 0, chunk, position);
    for (let at = 0; at < bytesRead; at++) {
      while (lines.length < offsets.length && offsets[lines.length] === position + at) lines.push(line);
      const byte = bytes[at];
      if (byte === 13 || (byte === 10 && last !== 13)) line++;
      last = byte;
    }
    position += bytesRead;
    if (bytesRead === 0) while (lines.length < offsets.length) lines.push(line);
  }
  return lines;
}

function tooLong(line: number, file: string): DataError {
  return new DataError(`read: line ${line} begins a record of over 1 MiB; is a quote missing? (${file})`);
}
