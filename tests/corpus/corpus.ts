import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { dates, ids, numbers } from "./cells.js";
import { contents } from "./content.js";
import { encodings } from "./encodings.js";
import type { Entry } from "./entry.js";
import { foreign } from "./foreign.js";
import { formats, ucdpFiles } from "./formats.js";
import { json } from "./json.js";
import { packed } from "./packed.js";
import { paths } from "./paths.js";
import { delimiters, headers, lineEnds, quoting, ragged } from "./tables.js";

/** Every odd file, with what a trustworthy tool does to it; all rows are made up. */
export const corpus: readonly Entry[] = [
  ...[encodings, packed, foreign, delimiters, headers, lineEnds, ragged, quoting],
  ...[dates, numbers, ids, contents, json, ucdpFiles, formats, paths],
].flat();

/** Makes one entry's file in a folder, the same bytes each time, and says under which path it is asked for. */
export function placed(entry: Entry, folder: string): string {
  if (entry.place !== undefined) return entry.place(folder);
  const file = join(folder, entry.name);
  const { content } = entry;
  writeFileSync(file, (typeof content === "function" ? content() : content) ?? "");
  return file;
}

/** Makes every file, and a manifest of the paths and expectations beside them for other programs. */
export function writeCorpus(folder: string): ReadonlyMap<Entry, string> {
  mkdirSync(join(folder, "files"), { recursive: true });
  const made = new Map(corpus.map((entry) => [entry, placed(entry, join(folder, "files"))]));
  const manifest = [...made].map(([{ content, place, ...entry }, path]) => ({ ...entry, path }));
  const regex = (_: string, value: unknown): unknown => (value instanceof RegExp ? value.source : value);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest, regex, 1));
  return made;
}

const [, script, folder] = process.argv;
if (folder !== undefined && import.meta.url === pathToFileURL(resolve(script)).href) {
  const made = writeCorpus(resolve(folder));
  process.stdout.write(`${made.size} entries in ${resolve(folder)}\n`);
}
