import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Notebook, NotebookCell } from "./notebookText.js";
import { withoutComments } from "./withoutComments.js";

/** A data file that cells of a notebook name: its path from the project's folder, and the cells, in their order. */
export interface NamedFile {
  readonly path: string;
  readonly sha256: string;
  /** Their ids, or their places among all cells. */
  readonly cells: readonly string[];
}

/**
 * The data files that the cells of a notebook name. A file counts where a text in a cell is its path from the notebook, alone
 * or after another text; else where it ends the path of a file below `data` or beside the notebook. Folders whose names begin
 * with a dot, such as the store, hold what runs make, and no data.
 */
export function dataNamed(root: string, file: string, notebook: Notebook): NamedFile[] {
  const folder = dirname(resolve(file));
  const cells = notebook.cells.flatMap((cell, i) =>
    cell.cell_type === "code" ? [{ id: cellName(cell, i), texts: textsIn(withoutComments(sourceOf(cell))) }] : [],
  );
  const starts = ["", ...cells.flatMap(({ texts }) => texts).filter((text) => text.includes("/"))];
  const near = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const known = [...filesBelow(join(root, "data")), ...near].filter((path) => !path.endsWith(".ipynb"));
  const found = new Map<string, string[]>();
  for (const { id, texts } of cells) {
    for (const text of texts.filter((one) => /[^./\\]\.\w+(\.gz)?$/.test(one))) {
      // A path may be put together of a folder or a beginning that another text names, and its end.
      const whole = starts.map((start) => resolve(folder, start + text)).filter(isFile);
      const paths = whole.length > 0 ? whole : known.filter((path) => path.endsWith(text)).filter(isFile);
      for (const path of paths.map((one) => relative(resolve(root), one)).filter(isKept))
        found.set(path, [...new Set([...(found.get(path) ?? []), id])]);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, ids]) => ({ path, sha256: hashOf(join(root, path)), cells: ids }));
}

/** What a cell is called: its id, or its place among all cells from 1. */
export function cellName({ id }: NotebookCell, i: number): string {
  return id ?? `cell ${i + 1}`;
}

/** The text of a cell. */
export function sourceOf({ source }: NotebookCell): string {
  return typeof source === "string" ? source : source.join("");
}

/** All files below a folder, in the order of their names. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() ? filesBelow(join(folder, one.name)) : [join(folder, one.name)]))
    .sort();
}

/** What stands between quotes; of a template, what comes after its last value. */
function textsIn(code: string): string[] {
  return [...code.matchAll(/"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`([^`]*)`/g)].map(
    ([, double, single, template]) => (double ?? single ?? template ?? "").replace(/^.*\$\{[^}]*\}/, ""),
  );
}

function isKept(path: string): boolean {
  return !path.split(/[/\\]/).some((part) => /^\.[^.]/.test(part));
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
