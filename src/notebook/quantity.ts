import { createHash } from "node:crypto";
import { canonicalJson } from "../core/canonicalJson.js";

/** The form under which `show` says beside a table or a chart what each thing in it is called and what it is. */
export const quantitiesType = "application/vnd.hindcast.quantities+json";

/** One thing that was shown, under a name that stays the same from run to run and is there once in its output. */
export interface Quantity {
  /** The kind of table, what tells the row apart, the column: "score naive(), crps(): mean". */
  readonly name: string;
  readonly value: string | number | boolean | null;
  /** The standard error that a finite number of draws leaves in the value; absent where it is exact. */
  readonly noise?: number;
  /** A verdict states a conclusion: holds, fails, uncertain, a state, an alarm. */
  readonly kind: "number" | "verdict" | "text";
}

/** A number to 12 digits, so that the last bits of a sum do not count; what JSON cannot hold as a text. */
export function steady(value: number): number | string {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : String(value);
}

/** A fingerprint of plain data, its numbers to 12 digits: the first 16 hex digits of a SHA-256. */
export function fingerprintOf(what: unknown): string {
  const plain: unknown = JSON.parse(
    JSON.stringify(what ?? null, (_, one) => (typeof one === "number" ? steady(one) : one)),
  );
  return `sha256:${createHash("sha256").update(canonicalJson(plain)).digest("hex").slice(0, 16)}`;
}

/** The same quantities with each name there once: the second of a name is numbered 2. */
export function namedOnce(all: readonly Quantity[]): Quantity[] {
  const taken = new Map<string, number>();
  return all.map((one) => {
    const times = (taken.get(one.name) ?? 0) + 1;
    taken.set(one.name, times);
    return times === 1 ? one : { ...one, name: `${one.name} (${times})` };
  });
}
