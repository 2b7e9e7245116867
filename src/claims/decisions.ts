import type { Resolved } from "../core/forecast.js";
import type { Decision, LedgerEntry } from "../core/ledger.js";
import { standing } from "./standing.js";

/**
 * What is new in what came of a ledger's claims, as items for it: a claim that was resolved, or found ambiguous, for the first
 * time, or otherwise than by the entry that counts, which the new one then names. What came of a claim that somebody annulled is
 * written down too, so that scores can be told with it. What is open, too early or annulled by its data is nothing to write
 * down, and what is as of an earlier day than the entry that counts changes nothing.
 */
export function decisions(entries: readonly LedgerEntry[], resolved: readonly Resolved[]): Decision[] {
  const known = new Map(standing(entries).map((one) => [one.claim.id, one]));
  return resolved.flatMap((one): Decision[] => {
    const id = "id" in one && typeof one.id === "string" ? one.id : "";
    const about = known.get(id);
    if (about === undefined) return [];
    const { decision } = about;
    const { state, observed, evidence, asOf, why } = one;
    if (state !== "resolved" && state !== "ambiguous") return [];
    if (decision !== undefined) {
      if (asOf < decision.asOf || (decision.state === state && decision.observed === observed)) return [];
    }
    return [
      {
        ...{ kind: "resolve" as const, of: id, state, evidence, asOf },
        ...(observed !== undefined && { observed }),
        ...(why !== undefined && { why }),
        ...(decision !== undefined && { replaces: decision.seq }),
      },
    ];
  });
}
