import { createHash } from "node:crypto";
import { type Claim, canonicalJson, type Forecast, type LedgerEntry, type LedgerItem } from "../../src/index.js";
import { sealedEntry } from "../../src/store/ledgerLine.js";

/** A forecast of a month's events on the river, made at the end of 2023. */
export function forecastOf(change: Partial<Forecast> = {}): Forecast {
  return {
    ...{ model: "conflictology(12)", key: { zone: "river" }, from: "a".repeat(64) },
    recipe: { where: [{ kind: "battle" }], by: ["zone"], every: "month", measure: "events" },
    ...{ origin: "2023-12-01", target: "2024-02-01", step: 2, says: { family: "poisson", mean: 3 } },
    ...change,
  };
}

/** A claim whose id is given, as it stands in a ledger. */
export function claimed(id: string, change: Partial<Claim> = {}): LedgerItem {
  const one: Claim = { ...forecastOf(), id, by: "alice", issued: "2024-01-05", ...change };
  return { kind: one.supersedes === undefined ? "claim" : "supersede", claim: one };
}

/** A claim that bears the id that its content has, as `claim` makes it. */
export function said(note: string, change: Partial<Claim> = {}): Extract<LedgerItem, { claim: Claim }> {
  const { id: _, ...rest }: Claim = { ...forecastOf(), id: "", by: "alice", issued: "2024-01-05", note, ...change };
  const id = createHash("sha256").update(canonicalJson(rest)).digest("hex").slice(0, 16);
  return { kind: rest.supersedes === undefined ? "claim" : "supersede", claim: { ...rest, id } };
}

/** Items as the entries of a ledger that is told them on these days, the last day for all that follow. */
export function entriesOf(items: readonly LedgerItem[], days: readonly string[] = ["2024-01-05"]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const [i, item] of [{ kind: "ledger", name: "trial", format: 1 } as const, ...items].entries()) {
    const previous = entries.at(-1)?.hash ?? "0".repeat(64);
    const day = days[Math.min(Math.max(0, i - 1), days.length - 1)];
    entries.push(sealedEntry(item, { seq: i + 1, previous, written: `${day}T09:30:00Z` }));
  }
  return entries;
}
