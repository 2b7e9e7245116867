import type { Day } from "../core/day.js";
import type { Claim, LedgerEntry } from "../core/ledger.js";
import { authorName } from "./seriesName.js";

/** That a claim is not to be scored: who said so, and what could be known by then. */
export interface Annulment {
  /** The claim. */
  readonly id: string;
  readonly model: string;
  readonly target: Day;
  /** Whose claim it is. */
  readonly author: string;
  /** Who annulled it, why and when. */
  readonly by: string;
  readonly why: string;
  readonly written: string;
  readonly isByAuthor: boolean;
  /** What stood by then: what came of it was in the ledger, or its period had begun. Absent where neither. */
  readonly after?: "resolved" | "begun";
}

/**
 * Every annulled claim of a ledger, in the order of annulling, with who annulled it and whether its outcome was known by then.
 * Annulling what is known to have gone badly is possible, as data may turn out to be broken, but it is told. The first to
 * annul a claim is the one who did.
 *
 * @example
 * annulments([]) // []
 */
export function annulments(entries: readonly LedgerEntry[]): Annulment[] {
  const claims = new Map<string, Claim>();
  const resolved = new Set<string>();
  const found = new Map<string, Annulment>();
  for (const entry of entries) {
    if ("claim" in entry && !claims.has(entry.claim.id)) claims.set(entry.claim.id, entry.claim);
    if (entry.kind === "resolve" && entry.state === "resolved") resolved.add(entry.of);
    const claim = entry.kind === "annul" ? claims.get(entry.of) : undefined;
    if (entry.kind !== "annul" || claim === undefined || found.has(claim.id)) continue;
    const { id, model, target, by: author } = claim;
    const { by, why, written } = entry;
    const after = resolved.has(id) ? "resolved" : written.slice(0, 10) >= target ? "begun" : undefined;
    const isByAuthor = authorName(by) === authorName(author);
    found.set(id, { ...{ id, model, target, author, by, why, written, isByAuthor }, ...(after && { after }) });
  }
  return [...found.values()];
}
