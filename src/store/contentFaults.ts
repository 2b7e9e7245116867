import { canonicalJson } from "../core/canonicalJson.js";
import type { Claim, LedgerEntry } from "../core/ledger.js";
import { sha256 } from "./snapshots.js";

/** What is wrong with what an entry says, by its place among the entries: a chain of hashes proves only that it stands there. */
export interface ContentFault {
  readonly at: number;
  readonly why: string;
}

/**
 * The entries whose claim does not bear the id that its content has, or that speak of a claim or a decision that no entry
 * before them tells. Where lines are `missing` it is not known what they told, and only ids are judged.
 */
export function contentFaults(entries: readonly LedgerEntry[], { isMissing }: { isMissing: boolean }): ContentFault[] {
  const told = new Set<string>();
  const decided = new Map<number, string>();
  const faults: ContentFault[] = [];
  for (const [at, entry] of entries.entries()) {
    const why = [
      ...("claim" in entry ? idFault(entry.claim) : []),
      ...(isMissing ? [] : referenceFault(entry, told, decided)),
    ];
    if (why.length > 0) faults.push({ at, why: why[0] });
    if ("claim" in entry) told.add(entry.claim.id);
    if (entry.kind === "resolve") decided.set(entry.seq, entry.of);
  }
  return faults;
}

function idFault({ id, ...rest }: Claim): string[] {
  const due = sha256(canonicalJson(rest)).slice(0, 16);
  return id === due ? [] : [`holds the claim ${short(id)}, and what it says has the id ${due}: it was not made so`];
}

function referenceFault(entry: LedgerEntry, told: ReadonlySet<string>, decided: ReadonlyMap<number, string>): string[] {
  const of = entry.kind === "supersede" || entry.kind === "claim" ? entry.claim.supersedes : undefined;
  if (entry.kind === "supersede" && of === undefined)
    return ["supersedes, but names no claim that it takes the place of"];
  if (entry.kind === "claim" && of !== undefined) return [`supersedes ${short(of)}, but is told as a first claim`];
  const meant = "of" in entry ? entry.of : of;
  if (meant !== undefined && !told.has(meant))
    return [`is about the claim ${short(meant)}, which no entry before it tells`];
  if (entry.kind === "resolve" && entry.replaces !== undefined && decided.get(entry.replaces) !== entry.of)
    return [`replaces entry ${entry.replaces}, which does not say what came of the claim ${short(entry.of)}`];
  return [];
}

/** An id as a message shows it: what is none may be long. */
function short(id: string): string {
  return id.length <= 16 ? id : `${id.slice(0, 15)}…`;
}
