import { canonicalJson } from "../core/canonicalJson.js";
import { isDay } from "../core/day.js";
import { InputError, whyOf } from "../core/errors.js";
import type { LedgerEntry, LedgerItem } from "../core/ledger.js";
import { sha256 } from "./snapshots.js";

/** The hash that stands before the first entry. */
export const noHash = "0".repeat(64);

/** The way of writing that this version reads and writes. */
export const ledgerFormat = 1;

/** What one line holds, as far as it tells; `why` where it is not the line that was written. */
export interface LineRead {
  readonly entry?: LedgerEntry;
  /** The hash that it names as its own, true or not. */
  readonly hash?: string;
  readonly why?: string;
}

/**
 * An item as the entry that follows another.
 *
 * @throws InputError when the time is none, or the item holds what JSON cannot
 */
export function sealedEntry(
  item: LedgerItem,
  { seq, previous, written }: { seq: number; previous: string; written: string },
): LedgerEntry {
  if (!isTime(written))
    throw new InputError(`ledger: written needs a time as 2024-03-17T09:30:00Z, got ${JSON.stringify(written)}`);
  const open = { ...item, seq, written, previous };
  return { ...open, hash: sha256(canonicalJson(open)) };
}

/** An entry as its line, the line feed at its end included. */
export function ledgerLine(entry: LedgerEntry): string {
  return `${canonicalJson(entry)}\n`;
}

/** What a line holds, given without its line feed. Where only the writing differs the entry is told all the same. */
export function readLine(line: Buffer): LineRead {
  const text = line.toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { why: line.length === 0 ? "is empty" : "is not JSON" };
  }
  const hash = hashIn(value);
  if (hash === undefined || typeof value !== "object" || value === null) return { why: "is no entry: it has no hash" };
  const { hash: _, ...open } = { ...value, hash };
  let canonical: string;
  try {
    if (sha256(canonicalJson(open)) !== hash) return { hash, why: "is not what was written: its hash does not fit" };
    canonical = canonicalJson(value);
  } catch (error) {
    return { hash, why: `cannot be read: ${whyOf(error)}` };
  }
  const fault = isEntry(value) ? undefined : "holds no entry that this version knows";
  if (fault !== undefined || !isEntry(value)) return { hash, why: fault };
  if (line.equals(Buffer.from(canonical))) return { hash, entry: value };
  if (text.endsWith("\r")) return { hash, entry: value, why: "ends in CR LF: a program has changed its line ends" };
  return { hash, entry: value, why: "says what was written, but is written otherwise: a program has rewritten it" };
}

function hashIn(value: unknown): string | undefined {
  const hash = fieldsOf(value)["hash"];
  return typeof hash === "string" ? hash : undefined;
}

/** Whether something is an entry of a kind that we know. Its hash proves who wrote it; this proves only that we can read it. */
function isEntry(value: unknown): value is LedgerEntry {
  const one = fieldsOf(value);
  const isLinked = Number.isSafeInteger(one["seq"]) && isTime(one["written"]) && isTexts(one, ["previous", "hash"]);
  if (!isLinked) return false;
  if (one["kind"] === "ledger") return one["format"] === ledgerFormat && isTexts(one, ["name"]);
  if (one["kind"] === "claim" || one["kind"] === "supersede") {
    const claim = fieldsOf(one["claim"]);
    const nouns = ["key", "recipe", "says"].every((name) => typeof claim[name] === "object" && claim[name] !== null);
    return nouns && isTexts(claim, ["id", "by", "issued", "model", "origin", "target", "from"]);
  }
  if (one["kind"] === "withdraw") return isTexts(one, ["of", "by", "issued", "why"]);
  if (one["kind"] === "annul") return isTexts(one, ["of", "by", "why"]);
  return one["kind"] === "resolve" && isTexts(one, ["of", "state", "evidence", "asOf"]);
}

function isTime(text: unknown): boolean {
  if (typeof text !== "string" || !isDay(text.slice(0, 10))) return false;
  return /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/.test(text);
}

function isTexts(one: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => typeof one[name] === "string");
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
