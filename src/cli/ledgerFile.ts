import type { Command } from "commander";
import { DataError } from "../core/errors.js";
import type { LedgerEntry, LedgerItem } from "../core/ledger.js";
import { printable } from "../core/printable.js";
import { type Appended, appendLedger } from "../store/appendLedger.js";
import { contentFaults } from "../store/contentFaults.js";
import type { LedgerReading } from "../store/readLedger.js";
import { verifyLedger } from "../store/verifyLedger.js";

/** The option of every command that reads or adds to a ledger. */
export function takesLedger(command: Command): Command {
  return command.option("--ledger <file>", "the ledger", "ledger.jsonl");
}

/**
 * Adds to a ledger now, under the name `ledger` where there is none yet.
 *
 * @throws DataError when what stands there cannot be, and as `appendLedger` does
 */
export async function addTo(
  file: string,
  items: (entries: readonly LedgerEntry[]) => readonly LedgerItem[],
): Promise<Appended> {
  const checked = (entries: readonly LedgerEntry[]): readonly LedgerItem[] => {
    const [fault] = contentFaults(entries, { isMissing: false });
    if (fault === undefined) return items(entries);
    throw new DataError(`ledger: line ${fault.at + 1} ${fault.why}; nothing was added (${file})`);
  };
  return await appendLedger(file, checked, { written: new Date().toISOString(), name: "ledger" });
}

/** So many entries, in words. */
export function entriesText(n: number): string {
  return `${n} ${n === 1 ? "entry" : "entries"}`;
}

/** What a person reads after something was added, or not. */
export function addedText(file: string, { added, head, entries, cut }: Appended): string {
  const torn = cut === undefined ? "" : `A line that a killed writer left torn was put aside into ${printable(cut)}\n`;
  if (added.length === 0) return `${torn}Nothing was added to ${printable(file)}\n`;
  return `${torn}${entriesText(entries)} in ${printable(file)}; its head is ${head}\nNote the head elsewhere: with it "hindcast ledger verify --head" proves that nothing before it was changed or cut off\n`;
}

/**
 * A ledger without a fault.
 *
 * @throws DataError when it has one
 */
export async function wholeLedger(file: string, verb: string): Promise<LedgerReading> {
  const reading = await verifyLedger(file);
  const [first] = reading.faults;
  if (first !== undefined)
    throw new DataError(`${verb}: line ${first.line} ${first.why} (${file}); hindcast ledger verify tells more`);
  return reading;
}
