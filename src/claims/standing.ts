import type { Day } from "../core/day.js";
import type { Claim, Decision, LedgerEntry } from "../core/ledger.js";
import { authorName, questionName } from "./seriesName.js";

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
 * among them: on a day the one counts that stood then. No day of issue is taken for earlier than the day of writing, so that
 * nobody has said something longer than the ledger can vouch for; and what was written only when a period had begun neither
 * supersedes nor withdraws what was written before. Of claims that were themselves written late all days are as given. What an
 * entry says of another author's claim, of another question or under an id that stands already changes nothing.
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
    const day = entry.written.slice(0, 10);
    if (entry.kind === "claim" || entry.kind === "supersede") {
      const { claim, seq, written } = entry;
      if (found.has(claim.id)) continue;
      const isLate = day >= claim.target;
      const since = isLate ? claim.issued : laterOf(claim.issued, day);
      const earlier = found.get(claim.supersedes ?? "");
      if (earlier !== undefined && isOfSame(earlier.claim, claim) && (earlier.isLate || !isLate))
        change(earlier.claim.id, { until: since, ended: "superseded" });
      found.set(claim.id, { claim, seq, written, since, until: claim.target, isLate });
    } else if (entry.kind === "withdraw") {
      const one = found.get(entry.of);
      if (
        one !== undefined &&
        authorName(one.claim.by) === authorName(entry.by) &&
        (one.isLate || day < one.claim.target)
      )
        change(entry.of, { until: one.isLate ? entry.issued : laterOf(entry.issued, day), ended: "withdrawn" });
    } else if (entry.kind === "annul") {
      change(entry.of, { annulled: entry.why });
    } else if (entry.kind === "resolve") {
      change(entry.of, { decision: entry });
    }
  }
  return [...found.values()];
}

/** Whether one author answers one question in both. */
function isOfSame(one: Claim, other: Claim): boolean {
  return authorName(one.by) === authorName(other.by) && questionName(one) === questionName(other);
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The claims that stood on a day. */
export function standingOn(entries: readonly LedgerEntry[], day: Day): LedgerClaim[] {
  return standing(entries).filter(({ since, until }) => since <= day && day < until);
}
