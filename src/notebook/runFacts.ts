import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Notebook, NotebookCell } from "./notebookText.js";
import { withoutComments } from "./withoutComments.js";

/** What a run of a notebook rests on: the same, byte for byte, as long as nothing of it changed. */
export interface RunFacts {
  /** A hash of the cells' code and one of the library's, both without comments. */
  readonly code: { readonly cells: string; readonly library: string };
  /** The SHA-256 of each data file that the cells name, by its path from the project's folder. */
  readonly data: Readonly<Record<string, string>>;
  /** Every seed that the cells name, in rising order. */
  readonly seeds: readonly number[];
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * What a run of this notebook rests on, as it stands now; nothing is run. A data file counts where a text in a cell is its
 * path from the notebook, alone or after another text; else where it ends the path of a file below `data` or beside the notebook. No clock and no commit: a
 * notebook that is run again after nothing changed keeps its bytes.
 *
 * @param root the project: its `data` folder, and its tslab
 * @param file where the notebook is
 */
export function runFacts(root: string, file: string, notebook: Notebook): RunFacts {
  const cells = notebook.cells.filter(({ cell_type }) => cell_type === "code").map(sourceOf);
  const library = libraryFor(resolve(file));
  const own = { hindcast: versionIn(join(library, "..")), node: process.version };
  return {
    code: { cells: codeHash(cells), library: libraryHash(library) },
    data: dataNamed(resolve(root), dirname(resolve(file)), cells.map(withoutComments)),
    seeds: seedsIn(cells),
    versions: { ...own, tslab: tslabVersion(root) },
  };
}

/** The text of a cell. */
export function sourceOf({ source }: NotebookCell): string {
  return typeof source === "string" ? source : source.join("");
}

/** The hash of code, cell by cell or file by file, its comments left out. */
export function codeHash(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts.map(withoutComments).filter((part) => part !== "")));
}

/** The library that a cell of this notebook imports by name; where there is none, this one. */
function libraryFor(file: string): string {
  try {
    return dirname(createRequire(file).resolve("hindcast"));
  } catch {
    return fileURLToPath(new URL("..", import.meta.url));
  }
}

function libraryHash(folder: string): string {
  const files = filesBelow(folder).filter((path) => /(\.js|(?<!\.d)\.ts)$/.test(path));
  return codeHash(files.flatMap((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

function dataNamed(root: string, folder: string, cells: readonly string[]): Record<string, string> {
  const texts = cells.flatMap((cell) =>
    [...cell.matchAll(/"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`([^`]*)`/g)].map(([, double, single, template]) =>
      (double ?? single ?? template ?? "").replace(/^.*\$\{[^}]*\}/, ""),
    ),
  );
  const starts = ["", ...texts.filter((text) => text.includes("/"))];
  const near = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const known = [...filesBelow(join(root, "data")), ...near].filter((path) => !path.endsWith(".ipynb"));
  const found = texts
    .filter((text) => /[^./\\]\.\w+(\.gz)?$/.test(text))
    .flatMap((text) => {
      // A path may be put together of a folder or a beginning that another text names, and its end.
      const whole = starts.map((start) => resolve(folder, start + text)).filter(isFile);
      return whole.length > 0 ? whole : known.filter((path) => path.endsWith(text)).filter(isFile);
    });
  const named = [...new Set(found)].map((path) => [relative(root, path), sha256(readFileSync(path))] as const);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function seedsIn(cells: readonly string[]): number[] {
  const named = cells.flatMap((cell) => [...withoutComments(cell).matchAll(/\bseed\b\s*[:=]\s*(\d+)/g)]);
  return [...new Set(named.map(([, seed]) => Number(seed)))].sort((a, b) => a - b);
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() ? filesBelow(join(folder, one.name)) : [join(folder, one.name)]))
    .sort();
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function tslabVersion(root: string): string {
  try {
    return versionIn(dirname(createRequire(join(resolve(root), "package.json")).resolve("tslab/package.json")));
  } catch {
    return "none";
  }
}

function versionIn(folder: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return version;
}
