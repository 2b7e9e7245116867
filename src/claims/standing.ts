import type { Day } from "../core/day.js";
import type { Claim, Decision, LedgerEntry } from "../core/ledger.js";

/** A claim with all that the ledger says of it. */
export interface LedgerClaim {
  readonly claim: Claim;
  /** The number of its entry, and when that was written. */
  readonly seq: number;
  readonly written: string;
  /** It stands from `since` on and before `until`: its period's first day, or the day it was superseded or withdrawn on. */
  readonly since: Day;
  readonly until: Day;
  readonly ended?: "superseded" | "withdrawn";
  /** Whether it was written down only when its period had begun, so that the ledger cannot vouch for its day of issue. */
  readonly isLate: boolean;
  /** Why it is not to be scored. */
  readonly annulled?: string;
  /** What came of it, by the last entry that says so. */
  readonly decision?: Decision & { readonly seq: number };
}

/**
 * Every claim of a ledger, in the order in which they were written, with the days on which each stood. Superseded claims are
 * among them: on a day the one counts that stood then.
 *
 * @example
 * standing([]) // []
 */
export function standing(entries: readonly LedgerEntry[]): LedgerClaim[] {
  const found = new Map<string, LedgerClaim>();
  const change = (id: string, what: Partial<LedgerClaim>): void => {
    const one = found.get(id);
    if (one !== undefined) found.set(id, { ...one, ...what });
  };
  for (const entry of entries) {
    if (entry.kind === "claim" || entry.kind === "supersede") {
      const { claim, seq, written } = entry;
      if (claim.supersedes !== undefined) change(claim.supersedes, { until: claim.issued, ended: "superseded" });
      const isLate = written.slice(0, 10) >= claim.target;
      found.set(claim.id, { claim, seq, written, since: claim.issued, until: claim.target, isLate });
    } else if (entry.kind === "withdraw") {
      change(entry.of, { until: entry.issued, ended: "withdrawn" });
    } else if (entry.kind === "annul") {
      change(entry.of, { annulled: entry.why });
    } else if (entry.kind === "resolve") {
      change(entry.of, { decision: entry });
    }
  }
  return [...found.values()];
}

/** The claims that stood on a day. */
export function standingOn(entries: readonly LedgerEntry[], day: Day): LedgerClaim[] {
  return standing(entries).filter(({ since, until }) => since <= day && day < until);
}
