import { InputError } from "../core/errors.js";
import { type LedgerReading, readLedger } from "./readLedger.js";

/** What a check of a ledger found. */
export interface LedgerCheck extends LedgerReading {
  /** How many entries follow the one that was noted; absent where none was given or it is not there. */
  readonly since?: number;
}

/**
 * Checks every line of a ledger. The chain alone cannot show that entries were cut off at its end, or that all was written
 * anew; a `head` that was noted elsewhere can: its entry has to be there still, whatever was added since.
 *
 * @throws InputError when there is no such file, or the head is not at least 16 digits of a hash; DataError when the file cannot be read
 */
export async function verifyLedger(file: string, { head }: { head?: string } = {}): Promise<LedgerCheck> {
  if (head !== undefined && !/^[0-9a-f]{16,64}$/.test(head))
    throw new InputError(`ledger: head needs 16 to 64 digits of a hash, got ${JSON.stringify(head)}`);
  const reading = await readLedger(file);
  if (head === undefined) return reading;
  const { entries, intact, faults } = reading;
  const at = entries.slice(0, intact).findIndex((one) => one.hash.startsWith(head));
  if (at >= 0) return { ...reading, since: intact - at - 1 };
  const why = `is not there that ends in the hash ${head.slice(0, 16)}: entries were cut off, damaged or written anew`;
  return { ...reading, faults: [...faults, { line: entries.length + 1, why }] };
}
