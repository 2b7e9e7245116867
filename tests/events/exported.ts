import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Codebook } from "../../src/index.js";
import { root } from "../cli/spawned.js";

/** The codebook of the made-up country. */
export const erewhon: Codebook = JSON.parse(
  readFileSync(join(root, "data", "codebooks", "erewhon.json"), "utf8"),
) as Codebook;

/** The made-up export of a day. */
export const exportFile = (day: string): string => join(root, "data", "made-up", `erewhon-${day}.csv`);

/** A row of such an export, by the names of its columns; `row` counts from 1. */
export type Exported = Readonly<Record<string, string>> & { readonly row: string };

/** The columns of a CSV text and its rows, short ones among them. */
export function parsed(text: string): { readonly columns: readonly string[]; readonly cells: readonly string[][] } {
  const [columns, ...cells] = parse(text, { relax_column_count: true }) as string[][];
  return { columns, cells };
}

/** What a made-up export holds: the rows good on their own, and of these the newest form of each event. */
export function exported(day: string): {
  readonly columns: readonly string[];
  readonly cells: readonly string[][];
  readonly good: readonly Exported[];
  readonly current: readonly Exported[];
} {
  const { columns, cells } = parsed(readFileSync(exportFile(day), "utf8"));
  const good = cells.flatMap((row, i): Exported[] => {
    if (row.length !== columns.length) return [];
    const named = Object.fromEntries(columns.map((column, k) => [column, row[k]]));
    const full = named["event_date"].replace(/^00/, "20");
    const time = new Date(`${full}T00:00:00Z`);
    const isDay = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(full);
    const isGood = isDay && /^\d+$/.test(named["fatalities"]) && Math.abs(Number(named["latitude"])) <= 90;
    return isGood ? [{ ...named, event_date: full, row: String(i + 1) }] : [];
  });
  const current = new Map<string, Exported>();
  for (const one of good) {
    const found = current.get(one["event_id_cnty"]);
    if (found === undefined || one["timestamp"] > found["timestamp"]) current.set(one["event_id_cnty"], one);
  }
  return { columns, cells, good, current: [...current.values()] };
}

/** How often each text stands in a list, the commonest first, then in the order of characters. */
export function tallied(texts: readonly string[]): { readonly name: string; readonly n: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([name, n]) => ({ name, n }))
    .sort((one, other) => other.n - one.n || (one.name < other.name ? -1 : 1));
}

/** The zone of the made-up country in which a region lies. */
export function zoneOf(admin1: string): string | undefined {
  return { "Lower Delta": "delta", Plateau: "plateau", Plâteau: "plateau" }[admin1];
}
