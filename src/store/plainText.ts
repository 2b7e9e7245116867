import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, open, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DataError, InputError } from "../core/errors.js";
import { printable } from "../core/printable.js";
import type { Fault } from "../core/source.js";
import { draftName, sweepDrafts } from "./files.js";
import { jsonRows } from "./jsonRows.js";
import { xlsxRows } from "./xlsxRows.js";

/** How files that are no tables begin, each byte as one character. */
const others: readonly (readonly [readonly string[], string])[] = [
  [["%PDF"], "a PDF"],
  [["\x89PNG", "\xff\xd8\xff", "GIF8"], "a picture"],
  [["PAR1"], "a Parquet file"],
  [["SQLite format 3"], "a database"],
  [["\xd0\xcf\x11\xe0"], "an old Excel workbook (.xls); save it as .xlsx or CSV"],
  [["PK\x03\x04", "PK\x05\x06"], "a zip archive; unpack it first"],
  [["7z\xbc\xaf", "Rar!", "BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd"], "packed in a way we cannot unpack; unpack it first"],
  [["<!doctype html", "<html", "<head"], "a web page (HTML), perhaps a log-in page; download it again"],
  [["<?xml", "<rss", "<kml", "<feed"], "an XML file"],
];

/** A gzip file may unpack to this much whatever its size, and beyond it to this many times its size. */
const roomy = 256 * 2 ** 20;
const ratio = 200;

/** A file as plain text. */
export interface PlainText {
  readonly path: string;
  readonly folder: string;
  /** Whether the rows were written out anew, so that lines of the text are none of the file's. */
  readonly isRewritten: boolean;
  /** Rows, from 1, that could not be written out. */
  readonly faults: ReadonlyMap<number, Fault>;
}

/**
 * Lends the file as a plain text table for as long as `use` runs: unpacked where it is gzip, in UTF-8 where it is UTF-16
 * with a mark, its rows written out where it is JSON or an .xlsx workbook, of which the sheet with the most of the `known`
 * columns is taken. `folder` is for whatever `use` has to put aside, and goes with it.
 *
 * @throws InputError when there is no such file; DataError when it is empty, damaged, or plainly something else
 */
export async function withPlainText<T>(
  file: string,
  known: readonly string[],
  use: (text: PlainText) => Promise<T>,
): Promise<T> {
  const found = await stat(file).catch(() => undefined);
  const shown = printable(file);
  if (found === undefined) throw new InputError(`read: no such file, got ${shown}`);
  if (found.isDirectory()) throw new InputError(`read: needs a file, got a folder (${shown})`);
  if (!found.isFile()) throw new InputError(`read: needs a file, got something else (${shown})`);
  if (found.size === 0) throw new DataError(`read: the file is empty (${shown})`);
  await sweepDrafts(tmpdir());
  const folder = join(tmpdir(), draftName());
  await mkdir(folder, { mode: 0o700 });
  try {
    let path = file;
    if ((await headOf(path)).startsWith("\x1f\x8b")) path = await unpacked(file, found.size, join(folder, "unpacked"));
    const head = await headOf(path);
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
      path = await decoded(path, head.startsWith("\xff\xfe") ? "utf-16le" : "utf-16be", file, join(folder, "text"));
    const begins = path === file ? head : await headOf(path);
    const rows = rowsIn(begins, path, known);
    const faults = new Map<number, Fault>();
    if (rows === undefined) checkTable(begins, file);
    else path = await rewritten(rows, { from: path, file, to: join(folder, "rows.csv") }, faults);
    if (/[*?[\]{}]/.test(path)) path = await linked(path, join(folder, "plain.csv"));
    return await use({ path, folder, isRewritten: rows !== undefined, faults });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The rows of a file that is no text table but holds one. */
function rowsIn(
  head: string,
  path: string,
  known: readonly string[],
): AsyncIterable<readonly string[] | Fault> | undefined {
  if (/^(\xef\xbb\xbf)?\s*[[{]/.test(head)) return jsonRows(path);
  return head.startsWith("PK\x03\x04") ? xlsxRows(path, { known }) : undefined;
}

/** Rows of any kind as a text table; a fault in them names the file that the person knows. */
async function rewritten(
  rows: AsyncIterable<readonly string[] | Fault>,
  { from, file, to }: { readonly from: string; readonly file: string; readonly to: string },
  faults: Map<number, Fault>,
): Promise<string> {
  let row = 0;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const cells of rows) {
      if ("reason" in cells) faults.set(row, cells);
      yield `${("reason" in cells ? [cells.value] : cells).map(quoted).join(",")}\n`;
      row++;
    }
  };
  await pipeline(lines, createWriteStream(to)).catch((error: Error) => {
    throw error instanceof DataError ? new DataError(error.message.replaceAll(from, file)) : error;
  });
  return to;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** Refuses a file whose first bytes say that it is no table. */
function checkTable(head: string, file: string): void {
  const plain = head
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
    .toLowerCase();
  const other = others.find(([starts]) => starts.some((start) => head.startsWith(start) || plain.startsWith(start)));
  if (other !== undefined) throw new DataError(`read: not a table of events but ${other[1]} (${file})`);
}

/** The first bytes of a file, each as one character. */
async function headOf(path: string): Promise<string> {
  const handle = await open(path, "r");
  try {
    const bytes = Buffer.alloc(512);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The same file under a name that the engine does not take for a pattern. */
async function linked(path: string, to: string): Promise<string> {
  await symlink(resolve(path), to).catch(async () => await copyFile(path, to));
  return to;
}

async function unpacked(file: string, size: number, to: string): Promise<string> {
  const limit = Math.max(roomy, ratio * size);
  let bytes = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      if (bytes <= limit) done(null, chunk);
      else done(new DataError(`read: unpacks to over ${ratio} times its size (${basename(file)})`));
    },
  });
  const damaged = (why: string): DataError =>
    new DataError(`read: the gzip file is damaged, ${why} (${basename(file)}); download it again`);
  const gunzip = createGunzip();
  await pipeline(createReadStream(file), gunzip, guard, createWriteStream(to)).catch((error: Error) => {
    throw error instanceof DataError ? error : damaged(error.message);
  });
  // Node stops at the first zero byte behind a member and says nothing of what follows it: only padding may.
  for await (const chunk of createReadStream(file, { start: gunzip.bytesWritten })) {
    if (chunk.some((byte: number) => byte !== 0)) throw damaged("there is more behind its end");
  }
  if (bytes === 0) throw new DataError(`read: the file is empty (${file})`);
  return to;
}

async function decoded(path: string, encoding: string, file: string, to: string): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const fault = new DataError(
    `read: not in UTF-16, as its first bytes say (${basename(file)}); save it as UTF-8 first`,
  );
  const decode = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      try {
        done(null, Buffer.from(decoder.decode(chunk, { stream: true })));
      } catch {
        done(fault);
      }
    },
    flush(done: TransformCallback) {
      try {
        done(null, Buffer.from(decoder.decode()));
      } catch {
        done(fault);
      }
    },
  });
  await pipeline(createReadStream(path), decode, createWriteStream(to));
  return to;
}
