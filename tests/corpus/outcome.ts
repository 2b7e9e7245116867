import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Manifest, manifestOf } from "../../src/index.js";
import { query } from "../../src/store/engine.js";
import { parquetOf } from "../../src/store/snapshots.js";
import type { Entry, Fact } from "./entry.js";
import { readAny } from "./readAny.js";

/** A row of `rejects.csv` by its columns. */
export type Reject = Readonly<Record<string, string>>;

/** What became of a file. */
export type Outcome =
  | { readonly manifest: Manifest; readonly rejects: readonly Reject[]; readonly events: readonly Fact[] }
  | { readonly error: Error };

/** Reads an entry's file and collects all that can be seen of it afterwards. */
export async function outcomeOf(
  entry: Entry,
  path: string,
  options: { name: string; store: string },
): Promise<Outcome> {
  const snapshot = await readAny(path, { ...options, named: entry.named }).catch((error: unknown) => error as Error);
  if (snapshot instanceof Error) return { error: snapshot };
  const parquet = parquetOf(snapshot);
  const [header, ...rows] = cellsOf(readFileSync(join(parquet, "..", "rejects.csv"), "utf8"));
  const rejects = rows.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));
  const ids = "error" in entry.expect ? [] : entry.expect.facts.map(({ id }) => id);
  const [events] = await query(
    parquet,
    [],
    [
      (table, bind) =>
        `SELECT id, day, until, country, admin1, admin2, place, notes, kind, subkind, side1[1] AS side1,
          side2[1] AS side2, deaths, deathsLow, deathsHigh, lat, lon FROM ${table}
          WHERE id IN (${ids.map((id) => bind(id)).join(", ") || "NULL"})`,
    ],
  );
  return { manifest: await manifestOf(snapshot), rejects, events: events as unknown as readonly Fact[] };
}

/** What stands in a file as text: unpacked, decoded, without a byte order mark. */
export function textOf(path: string): string {
  const raw = readFileSync(path);
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw;
  const mark = bytes.subarray(0, 2).toString("hex");
  const encoding = { fffe: "utf-16le", feff: "utf-16be" }[mark] ?? "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

/** The cells of a CSV of our own making (RFC 4180, line feeds), read by no code of ours. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    if (quoted === undefined && plain === "" && end === "" && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((cells) => cells.length > 0);
}
