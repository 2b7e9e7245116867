import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dataNamed, sourceOf } from "./dataNamed.js";
import type { Literal } from "./literalDeclarations.js";
import type { Notebook } from "./notebookText.js";
import { outputsHash } from "./outputsHash.js";
import { declarationsOf, hasTag } from "./parametersOf.js";
import { withoutComments } from "./withoutComments.js";

/** What a run of a notebook rests on and what came out: the same, byte for byte, as long as nothing of it changed. */
export interface RunFacts {
  /** A hash of the cells' code and one of the library's, both without comments. */
  readonly code: { readonly cells: string; readonly library: string };
  /** The SHA-256 of each data file that the cells name, by its path from the project's folder. */
  readonly data: Readonly<Record<string, string>>;
  /** A hash of what the cells show, in all forms but pixels. */
  readonly outputs: string;
  /** Every seed that the cells name, in rising order. */
  readonly seeds: readonly number[];
  /** The parameters that the run was given, in the place of the notebook's own; absent where there were none. */
  readonly set?: Readonly<Record<string, Literal>>;
  /** Of this library and of tslab, and the first number of Node's. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * What a run of this notebook rests on and what its cells show, as it stands now; nothing is run. No clock and no commit: a
 * notebook that is run again after nothing changed keeps its bytes.
 *
 * @param root the project: its `data` folder, and its tslab
 * @param file where the notebook is
 */
export function runFacts(root: string, file: string, notebook: Notebook): RunFacts {
  const code = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  const given = code.filter((cell) => hasTag(cell, "injected-parameters"));
  const set = given.flatMap((cell) => declarationsOf(cell, file).map(({ name, value }) => [name, value] as const));
  const isSeedSet = set.some(([name]) => name === "seed");
  // A seed that is declared and then set anew is drawn from nowhere.
  const seeded = code.filter((cell) => !(isSeedSet && hasTag(cell, "parameters")));
  const library = libraryFor(resolve(file));
  const node = process.version.replace(/^v(\d+).*$/, "$1");
  return {
    code: {
      cells: codeHash(code.filter((cell) => !given.includes(cell)).map(sourceOf)),
      library: libraryHash(library),
    },
    data: Object.fromEntries(dataNamed(root, file, notebook).map(({ path, sha256 }) => [path, sha256])),
    outputs: outputsHash(notebook),
    seeds: seedsIn(seeded.map(sourceOf)),
    ...(set.length > 0 && { set: Object.fromEntries(set) }),
    versions: { hindcast: versionIn(join(library, "..")), node, tslab: tslabVersion(root) },
  };
}

/** The hash of code, cell by cell or file by file, its comments left out. */
export function codeHash(parts: readonly string[]): string {
  const bare = parts.map(withoutComments).filter((part) => part !== "");
  return createHash("sha256").update(JSON.stringify(bare)).digest("hex");
}

/** The library that a cell of this notebook imports by name; where there is none, this one. */
function libraryFor(file: string): string {
  try {
    return dirname(createRequire(file).resolve("hindcast"));
  } catch {
    return fileURLToPath(new URL("..", import.meta.url));
  }
}

/** Of the files that can be reached from the library's first; what an earlier build left beside them does not count. */
function libraryHash(folder: string): string {
  const reached = new Set<string>();
  const queue = ["index.js", "index.ts"].map((name) => join(folder, name));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path) || !existsSync(path)) continue;
    reached.add(path);
    const code = withoutComments(readFileSync(path, "utf8"));
    for (const [, named] of code.matchAll(/["'](\.{1,2}\/[^"'\n]+\.[jt]s)["']/g)) {
      const to = resolve(dirname(path), named);
      queue.push(to, to.replace(/\.js$/, ".ts"));
    }
  }
  return codeHash([...reached].sort().flatMap((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

function seedsIn(cells: readonly string[]): number[] {
  const named = cells.flatMap((cell) => [...withoutComments(cell).matchAll(/\bseed\b\s*[:=]\s*(\d+)/g)]);
  return [...new Set(named.map(([, seed]) => Number(seed)))].sort((a, b) => a - b);
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
