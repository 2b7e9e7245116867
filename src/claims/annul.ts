import { InputError } from "../core/errors.js";
import type { LedgerEntry, LedgerItem } from "../core/ledger.js";
import { type LedgerClaim, standing } from "./standing.js";

/**
 * Says that a claim is not to be scored, as an item for a ledger. The claim stays where it is; so does the reason. Anybody may
 * say so at any time, as data may turn out to be broken; `annulments` tells who did when, `ledgerMeans` what the scores would be.
 *
 * @throws InputError when there is no such claim or it is annulled, or no author or reason is given
 */
export function annul(
  entries: readonly LedgerEntry[],
  id: string,
  { by, why }: { by: string; why: string },
): LedgerItem {
  checkGiven({ by, why }, "annul");
  const { claim, annulled } = claimWith(entries, id, "annul");
  if (annulled !== undefined) throw new InputError(`annul: ${claim.id} is annulled already (${annulled})`);
  return { kind: "annul", of: claim.id, by, why };
}

/** @throws InputError when an author or a reason is empty */
export function checkGiven(given: { readonly by: string; readonly why: string }, verb: string): void {
  for (const [name, text] of Object.entries(given))
    if (text.trim() === "") throw new InputError(`${verb}: ${name} needs a text, got ${JSON.stringify(text)}`);
}

/**
 * The claim of a ledger whose id begins so.
 *
 * @throws InputError when there is none, or several
 */
export function claimWith(entries: readonly LedgerEntry[], id: string, verb: string): LedgerClaim {
  const found = standing(entries).filter((one) => id !== "" && one.claim.id.startsWith(id));
  if (found.length === 1) return found[0];
  throw new InputError(
    `${verb}: ${found.length === 0 ? "there is no claim" : `there are ${found.length} claims`} ${JSON.stringify(id)}`,
  );
}
