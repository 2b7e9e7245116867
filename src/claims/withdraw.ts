import { type Day, isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { LedgerEntry, LedgerItem } from "../core/ledger.js";
import { checkGiven, claimWith } from "./annul.js";
import { authorName } from "./seriesName.js";

/**
 * Takes a claim back from a day on, as an item for a ledger: its author then says nothing of the question. Only while its
 * period is still to begin, as nobody may withdraw what has turned out wrong.
 *
 * @throws InputError when there is no such claim of the author, it does not stand, its period has begun, or no reason is given
 */
export function withdraw(
  entries: readonly LedgerEntry[],
  id: string,
  { by, issued, why }: { by: string; issued: Day; why: string },
): LedgerItem {
  if (!isDay(issued)) throw new InputError(`withdraw: issued needs a day as YYYY-MM-DD, got ${JSON.stringify(issued)}`);
  checkGiven({ by, why }, "withdraw");
  const { claim, ended } = claimWith(entries, id, "withdraw");
  if (authorName(claim.by) !== authorName(by))
    throw new InputError(`withdraw: ${claim.id} is by ${claim.by}, got ${by}`);
  if (ended !== undefined) throw new InputError(`withdraw: ${claim.id} is ${ended} already`);
  if (claim.target <= issued)
    throw new InputError(`withdraw: the period of ${claim.id} began on ${claim.target}, got ${issued}`);
  if (issued < claim.issued) throw new InputError(`withdraw: ${claim.id} is of ${claim.issued}, got ${issued}`);
  return { kind: "withdraw", of: claim.id, by, issued, why };
}
