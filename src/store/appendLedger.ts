import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { DataError, InputError } from "../core/errors.js";
import type { LedgerEntry, LedgerItem } from "../core/ledger.js";
import { syncFolder, writeWhole } from "./files.js";
import { ledgerFormat, ledgerLine, readLine, sealedEntry } from "./ledgerLine.js";
import { withLock } from "./lock.js";
import { type LedgerReading, readingOf } from "./readLedger.js";
import { sha256 } from "./snapshots.js";

export interface AppendOptions {
  /** When it is written, UTC: `2024-03-17T09:30:00Z`. */
  readonly written: string;
  /** Of the ledger, where there is none yet. */
  readonly name: string;
}

/** What was added to a ledger, and is on the disk. */
export interface Appended {
  readonly added: readonly LedgerEntry[];
  /** The hash of its last entry: whoever notes it elsewhere can prove that nothing before it was changed or cut off. */
  readonly head: string;
  /** Entries in all. */
  readonly entries: number;
  /** The file into which the torn line of a killed writer was put. */
  readonly cut?: string;
}

/**
 * Adds items to a ledger, or what `items` makes of the entries that stand there, in one step that no other process can come between. Once
 * it returns, what was added is on the disk and outlives a kill or a power cut; a kill before that leaves whole entries and
 * at most one torn line, which the next writer puts aside into a file of its own.
 *
 * Who waited for the lock while another wrote is given that one's time; a clock further behind the last entry is refused, since
 * what it writes would be backdated.
 *
 * @throws DataError when the ledger is damaged or no ledger, and nothing is added; InputError when another process holds it for too
 * long, the time lies minutes before the last entry's, or an item tells a claim anew that stands there
 */
export async function appendLedger(
  file: string,
  items: readonly LedgerItem[] | ((entries: readonly LedgerEntry[]) => readonly LedgerItem[]),
  { written, name }: AppendOptions,
): Promise<Appended> {
  // However a ledger is called, all that add to it have to ask for the same lock.
  const folder = await realpath(dirname(file)).catch(() => resolve(dirname(file)));
  const path = await realpath(file).catch(() => join(folder, basename(file)));
  return await withLock(path, async () => {
    const isNew = (await stat(path).catch(() => undefined)) === undefined;
    let reading = readingOf(Buffer.alloc(0));
    let [size, cut]: [number, string | undefined] = [0, undefined];
    if (!isNew) {
      const bytes = await ended(path, await bytesOf(path));
      const whole = bytes.length - tornIn(bytes, file);
      if (whole < bytes.length) cut = await setAside(path, bytes, whole);
      reading = readingOf(bytes.subarray(0, whole));
      size = whole;
      check(reading, size, file);
    }
    const opening: LedgerItem[] = size === 0 ? [{ kind: "ledger", name, format: ledgerFormat }] : [];
    const asked = typeof items === "function" ? items(reading.entries) : items;
    const added: LedgerEntry[] = [];
    let { head } = reading;
    const time = asked.length === 0 ? written : noEarlier(written, reading.entries);
    checkNew(asked, reading.entries);
    for (const item of asked.length === 0 ? [] : [...opening, ...asked]) {
      const entry = sealedEntry(item, {
        seq: reading.entries.length + added.length + 1,
        previous: head,
        written: time,
      });
      added.push(entry);
      head = entry.hash;
    }
    if (added.length > 0) await append(path, added.map(ledgerLine).join(""), { size, isNew });
    return { added, head, entries: reading.entries.length + added.length, ...(cut !== undefined && { cut }) };
  });
}

function check({ faults }: LedgerReading, size: number, file: string): void {
  const [first] = faults;
  if (first === undefined || size === 0) return;
  throw new DataError(`ledger: line ${first.line} ${first.why}; nothing was added (${file})`);
}

/** How far, in milliseconds, a writer's clock may lie behind the last entry: another's clock, and the wait for the lock. */
const patience = 600_000;

/** The time, or the last entry's where that is a little later. */
function noEarlier(written: string, entries: readonly LedgerEntry[]): string {
  const last = entries.at(-1);
  if (last === undefined || !(Date.parse(written) < Date.parse(last.written))) return written;
  if (Date.parse(last.written) - Date.parse(written) <= patience) return last.written;
  throw new InputError(
    `ledger: the last entry was written at ${last.written}, and the clock says ${written}: one of the two was wrong`,
  );
}

function checkNew(items: readonly LedgerItem[], entries: readonly LedgerEntry[]): void {
  const ids = new Set(entries.flatMap((one) => ("claim" in one ? [one.claim.id] : [])));
  for (const item of items) {
    if (!("claim" in item)) continue;
    if (ids.has(item.claim.id))
      throw new InputError(`ledger: there is a claim ${item.claim.id} already; nothing was added`);
    ids.add(item.claim.id);
  }
}

/**
 * How many bytes behind the last line feed are the beginning of a line that a killed writer left.
 *
 * @throws DataError when they are something else
 */
function tornIn(bytes: Buffer, file: string): number {
  const whole = bytes.lastIndexOf(10) + 1;
  const tail = bytes.subarray(whole).toString("utf8");
  const opens = `{"format":${ledgerFormat},"hash":"`;
  if (whole === 0 && tail !== "" && !opens.startsWith(tail) && !tail.startsWith(opens))
    throw new DataError(`ledger: the file is no ledger; nothing was added (${file})`);
  // A torn line is the beginning of an object, and so never holds a whole one.
  const end = tail.lastIndexOf("}");
  if (end >= 0 && isJson(tail.slice(0, end + 1)))
    throw new DataError(`ledger: the last line does not end as it was written; nothing was added (${file})`);
  return bytes.length - whole;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A last line that is whole but for its line feed is an entry that a kill left all but written: it gets its line feed. */
async function ended(path: string, bytes: Buffer): Promise<Buffer> {
  const { entry, why } = readLine(bytes.subarray(bytes.lastIndexOf(10) + 1));
  if (entry === undefined || why !== undefined) return bytes;
  await append(path, "\n", { size: bytes.length, isNew: false });
  return Buffer.concat([bytes, Buffer.from("\n")]);
}

/** Puts a torn line into a file of its own before it is cut off; done twice, it is the same file. */
async function setAside(path: string, bytes: Buffer, whole: number): Promise<string> {
  const tail = bytes.subarray(whole);
  const aside = `${path}.torn-${sha256(tail.toString("latin1")).slice(0, 8)}`;
  await writeWhole(aside, tail);
  const handle = await open(path, "r+");
  try {
    await handle.truncate(whole);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return aside;
}

async function bytesOf(path: string): Promise<Buffer> {
  const handle = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw new DataError(`ledger: the file cannot be read, ${error.code} (${path})`);
  });
  try {
    return await handle.readFile();
  } catch (error) {
    throw new DataError(`ledger: the file cannot be read (${path}: ${String(error)})`);
  } finally {
    await handle.close();
  }
}

async function append(path: string, text: string, { size, isNew }: { size: number; isNew: boolean }): Promise<void> {
  const handle = await open(path, "a").catch((error: NodeJS.ErrnoException) => {
    throw new DataError(`ledger: the file cannot be written, ${error.code} (${path})`);
  });
  try {
    await written(handle, Buffer.from(text), size, path);
    if (isNew) await syncFolder(dirname(path));
  } finally {
    await handle.close();
  }
}

/** Writes at the end in one go and waits for the disk; what cannot be written whole is taken back. */
async function written(handle: FileHandle, bytes: Buffer, size: number, path: string): Promise<void> {
  if ((await handle.stat()).size !== size)
    throw new DataError(`ledger: the file was changed while it was read; nothing was added (${path})`);
  try {
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten < bytes.length)
      throw new DataError(`ledger: the disk took ${bytesWritten} of ${bytes.length} bytes`);
    await handle.sync();
  } catch (error) {
    await handle.truncate(size);
    await handle.sync();
    throw new DataError(`ledger: nothing was added, as it cannot be written (${path}: ${String(error)})`);
  }
}
