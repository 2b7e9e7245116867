import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Manifest, manifestOf } from "../../src/index.js";
import { type Answer, query } from "../../src/store/engine.js";
import { parquetOf } from "../../src/store/snapshots.js";
import type { Entry, Fact } from "./entry.js";
import { readAny } from "./readAny.js";

/** A row of `rejects.csv` or `repairs.csv` by its columns. */
export type Reject = Readonly<Record<string, string>>;

/** What became of a file. */
export type Outcome =
  | {
      readonly manifest: Manifest;
      readonly rejects: readonly Reject[];
      readonly repairs: readonly Reject[];
      readonly events: readonly Fact[];
    }
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
  const rejects = besides(parquet, "rejects.csv");
  const repairs = besides(parquet, "repairs.csv");
  const ids = "error" in entry.expect ? [] : entry.expect.facts.map(({ id }) => id);
  const [events] = await query(
    snapshot,
    [],
    [
      (
        table,
        bind,
      ) => `SELECT ${texts.map((one) => `hex(${one}) AS "${one}"`).join(", ")}, ${others.join(", ")} FROM ${table}
        WHERE id IN (${ids.map((id) => bind(id)).join(", ") || "NULL"})`,
    ],
  );
  return { manifest: await manifestOf(snapshot), rejects, repairs, events: events.map(factOf) };
}

/** The rows of a table that stands beside the events; none where there is no such table. */
function besides(parquet: string, name: string): readonly Reject[] {
  const file = join(parquet, "..", name);
  if (!existsSync(file)) return [];
  const [header, ...rows] = cellsOf(readFileSync(file, "utf8"));
  return rows.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));
}

/** Texts leave the engine as hexadecimal: its client drops a byte order mark at the beginning of a text. */
const texts = ["id", "country", "admin1", "admin2", "place", "notes", "kind", "subkind", "side1[1]", "side2[1]"];
const others = ["day", "until", "deaths", "deathsLow", "deathsHigh", "lat", "lon"];

function factOf(answer: Answer): Fact {
  const cells = Object.entries(answer).map(([column, value]) => {
    const text = texts.includes(column) && typeof value === "string";
    return [column.replace("[1]", ""), text ? Buffer.from(value, "hex").toString("utf8") : value];
  });
  return Object.fromEntries(cells);
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
