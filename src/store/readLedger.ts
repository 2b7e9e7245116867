import { readFile } from "node:fs/promises";
import { DataError, InputError } from "../core/errors.js";
import type { LedgerEntry } from "../core/ledger.js";
import { noHash, readLine } from "./ledgerLine.js";

/** A line of a ledger that is not as it was written, or does not follow the one before it. */
export interface LedgerFault {
  /** From 1. */
  readonly line: number;
  /** What is wrong, as the end of "line 3 …". */
  readonly why: string;
}

/** A ledger as it stands in its file. */
export interface LedgerReading {
  /** Every entry whose own hash fits, in order, those behind a damaged line among them. */
  readonly entries: readonly LedgerEntry[];
  /** The number of entries from the first one on that are whole and follow one another; all where there is no fault. */
  readonly intact: number;
  /** The hash of the last of these, which proves them all; 64 zeros where there is none. */
  readonly head: string;
  readonly faults: readonly LedgerFault[];
  /** How many bytes behind the last whole line a killed writer left; 0 where none. */
  readonly torn: number;
}

/**
 * A ledger, each line checked: that it is what was written, to the byte, and follows the one before it. Damage is reported
 * and hides nothing that can still be read.
 *
 * @throws InputError when there is no such file; DataError when it cannot be read
 */
export async function readLedger(file: string): Promise<LedgerReading> {
  return readingOf(await ledgerBytes(file));
}

/** @throws InputError when there is no such file; DataError when it cannot be read */
export async function ledgerBytes(file: string): Promise<Buffer> {
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new InputError(`ledger: no such file, got ${file}`);
    throw new DataError(`ledger: the file cannot be read, ${error.code} (${file})`);
  });
}

/** What the bytes of a ledger hold. */
export function readingOf(bytes: Buffer): LedgerReading {
  return linedReading(bytes).reading;
}

/** The same, with the line of each entry. */
export function linedReading(bytes: Buffer): { readonly reading: LedgerReading; readonly lines: readonly number[] } {
  const entries: LedgerEntry[] = [];
  const lines: number[] = [];
  const faults: LedgerFault[] = [];
  let [intact, head, line, at] = [0, noHash, 0, 0];
  // What the next line has to name and be numbered; the number is not known behind a line that cannot be read.
  let [previous, seq]: [string | undefined, number | undefined] = [noHash, 1];
  const told = new Map<string, number>();
  let latest = "";
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, at)) {
    line++;
    const { entry, hash, why } = readLine(bytes.subarray(at, end));
    at = end + 1;
    const fault = why ?? (entry && (linkFault(entry, previous, seq) ?? againstEarlier(entry, told, latest)));
    if (fault !== undefined) faults.push({ line, why: fault });
    if (entry !== undefined) {
      entries.push(entry);
      lines.push(line);
      if ("claim" in entry && !told.has(entry.claim.id)) told.set(entry.claim.id, entry.seq);
      if (timeOf(entry) > latest) latest = timeOf(entry);
    }
    if (faults.length === 0 && entry !== undefined) [intact, head] = [intact + 1, entry.hash];
    previous = hash;
    seq = entry === undefined ? (seq === undefined ? undefined : seq + 1) : entry.seq + 1;
  }
  const torn = bytes.length - at;
  if (torn > 0) faults.push({ line: line + 1, why: `does not end: ${torn} bytes and no line feed` });
  if (bytes.length === 0) faults.push({ line: 1, why: "is not there: the file is empty" });
  return { reading: { entries, intact, head, faults, torn }, lines };
}

function linkFault(entry: LedgerEntry, previous: string | undefined, seq: number | undefined): string | undefined {
  if ((entry.seq === 1) !== (entry.kind === "ledger"))
    return entry.seq === 1 ? "does not open a ledger" : `opens a ledger as entry ${entry.seq}`;
  if (seq !== undefined && entry.seq !== seq) return `is entry ${entry.seq} where ${seq} is due`;
  if (previous !== undefined && entry.previous !== previous) return "does not follow the entry that stands before it";
  return undefined;
}

/** What an entry that is whole and in its place cannot say after those before it. */
function againstEarlier(entry: LedgerEntry, told: ReadonlyMap<string, number>, latest: string): string | undefined {
  const before = "claim" in entry ? told.get(entry.claim.id) : undefined;
  if (before !== undefined) return `tells a claim anew that entry ${before} tells`;
  return timeOf(entry) < latest ? "says that it was written before what stands before it" : undefined;
}

/** When an entry was written, as a text that sorts: whole seconds before their fractions. */
export function timeOf({ written }: LedgerEntry): string {
  return written.replace(/Z$/, "");
}
