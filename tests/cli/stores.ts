import { join } from "node:path";
import { vintageDays } from "../fixtures/erewhon.js";
import { hindcast, root } from "./spawned.js";

/** The codebook of the made-up country, as an option. */
export const withBook: readonly string[] = ["--codebook", join(root, "data", "codebooks", "erewhon.json")];

/** What a terminal would obey. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
export const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

/** The width of a text's longest line. */
export const widthOf = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));

/** Brings the made-up exports of these days into the store of a folder. */
export async function filled(folder: string, days: readonly string[] = vintageDays): Promise<void> {
  for (const day of days) {
    const file = join(root, "data", "made-up", `erewhon-${day}.csv`);
    const ended = await hindcast(folder, "read", file, "--name", "erewhon", "--as-of", day, ...withBook);
    if (ended.code !== 0) throw new Error(ended.err);
  }
}

/** A file of two rows in ACLED's columns whose every free text is this one. */
export function acledText(text: string, change: Readonly<Record<string, string>> = {}): string {
  const row: Readonly<Record<string, string>> = {
    ...{ event_id_cnty: "X1", event_date: "2023-05-01", time_precision: "1", event_type: "Battles" },
    ...{ sub_event_type: text, actor1: text, actor2: text, country: text, admin1: text, admin2: text },
    ...{ latitude: "1", longitude: "2", geo_precision: "1", fatalities: "3", notes: text, ...change },
  };
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const line = (one: Readonly<Record<string, string>>): string => Object.values(one).map(cell).join(",");
  const other = { ...row, event_id_cnty: "X2", fatalities: text };
  return `${Object.keys(row).join(",")}\n${line(row)}\n${line(other)}\n`;
}

/** A text with all that a terminal might obey, longer than a line. */
export const nasty = `\u001b[2J\u009b31m\u202e\u0007${"long ".repeat(40)}`;
