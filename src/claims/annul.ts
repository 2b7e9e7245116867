import { InputError } from "../core/errors.js";
import type { LedgerEntry, LedgerItem } from "../core/ledger.js";
import { type LedgerClaim, standing } from "./standing.js";

/**
 * Says that a claim is not to be scored, as an item for a ledger. The claim stays where it is; so does the reason.
 *
 * @throws InputError when there is no such claim or it is annulled, or no author or reason is given
 */
export function annul(
  entries: readonly LedgerEntry[],
  id: string,
  { by, why }: { by: string; why: string },
): LedgerItem {
  const { claim, annulled } = claimWith(entries, id, { by, why }, "annul");
  if (annulled !== undefined) throw new InputError(`annul: ${claim.id} is annulled already (${annulled})`);
  return { kind: "annul", of: claim.id, by, why };
}

/**
 * The claim of a ledger whose id begins so, once an author and a reason are given.
 *
 * @throws InputError when there is none, or several
 */
export function claimWith(
  entries: readonly LedgerEntry[],
  id: string,
  given: { readonly by: string; readonly why: string },
  verb: string,
): LedgerClaim {
  for (const [name, text] of Object.entries(given))
    if (text.trim() === "") throw new InputError(`${verb}: ${name} needs a text, got ${JSON.stringify(text)}`);
  const found = standing(entries).filter((one) => id !== "" && one.claim.id.startsWith(id));
  if (found.length === 1) return found[0];
  throw new InputError(
    `${verb}: ${found.length === 0 ? "there is no claim" : `there are ${found.length} claims`} ${JSON.stringify(id)}`,
  );
}
