import { InputError } from "../core/errors.js";
import { contentFaults } from "./contentFaults.js";
import { noHash } from "./ledgerLine.js";
import { type LedgerReading, ledgerBytes, linedReading } from "./readLedger.js";

/** What a check of a ledger found. */
export interface LedgerCheck extends LedgerReading {
  /** How many entries follow the one that was noted; absent where none was given or it is not there. */
  readonly since?: number;
}

/**
 * Checks every line of a ledger, and what it says: that each claim bears the id that its content has, and that what is
 * superseded, withdrawn, annulled or resolved was claimed before. The chain alone cannot show that entries were cut off at its
 * end, or that all was written anew; a `head` that was noted elsewhere can: its entry has to be there still, whatever was
 * added since.
 *
 * @throws InputError when there is no such file, or the head is not at least 16 digits of a hash; DataError when the file cannot be read
 */
export async function verifyLedger(file: string, { head }: { head?: string } = {}): Promise<LedgerCheck> {
  if (head !== undefined && !/^[0-9a-f]{16,64}$/.test(head))
    throw new InputError(`ledger: head needs 16 to 64 digits of a hash, got ${JSON.stringify(head)}`);
  const reading = checkedReading(await ledgerBytes(file));
  if (head === undefined) return reading;
  const { entries, intact, faults } = reading;
  const at = entries.slice(0, intact).findIndex((one) => one.hash.startsWith(head));
  if (at >= 0) return { ...reading, since: intact - at - 1 };
  const why = `is not there that ends in the hash ${head.slice(0, 16)}: entries were cut off, damaged or written anew`;
  return { ...reading, faults: [...faults, { line: entries.length + 1, why }] };
}

/** The bytes of a ledger read, with the faults of what its entries say beside those of its lines. */
function checkedReading(bytes: Buffer): LedgerReading {
  const { reading, lines } = linedReading(bytes);
  const { entries, faults, intact } = reading;
  const isMissing = lines.some((line, i) => line !== i + 1);
  const faulty = new Set(faults.map(({ line }) => line));
  const content = contentFaults(entries, { isMissing }).filter(({ at }) => !faulty.has(lines[at]));
  if (content.length === 0) return reading;
  const found = content.map(({ at, why }) => ({ line: lines[at], why }));
  const all = [...faults, ...found].sort((one, other) => one.line - other.line);
  const whole = Math.min(intact, content[0].at);
  return { ...reading, faults: all, intact: whole, head: entries[whole - 1]?.hash ?? noHash };
}
