import { readFileSync } from "node:fs";
import { DataError, InputError } from "../core/errors.js";
import type { Notebook } from "./notebookText.js";

/**
 * The notebook in a file, as it was saved.
 *
 * @throws InputError when there is no such file
 * @throws DataError when the file is not a notebook of format 4
 */
export function readNotebook(file: string): Notebook {
  const notebook = parsed(file);
  if (!isRecord(notebook) || notebook["nbformat"] !== 4 || !Number.isInteger(notebook["nbformat_minor"])) {
    const format = isRecord(notebook) ? JSON.stringify(notebook["nbformat"]) : "none";
    throw new DataError(`notebook: needs Jupyter's format 4, got ${format} (${file})`);
  }
  const cells = notebook["cells"];
  if (!isRecord(notebook["metadata"]) || !Array.isArray(cells)) {
    throw new DataError(`notebook: needs metadata and cells, got ${Object.keys(notebook).join(", ")} (${file})`);
  }
  const odd = cells.findIndex((cell) => !isCell(cell));
  if (odd >= 0) {
    throw new DataError(`notebook: a cell needs a cell_type, metadata and a source (${file}, cell ${odd + 1} of all)`);
  }
  return notebook as unknown as Notebook;
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`notebook: needs a file that can be read, got ${file}`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataError(`notebook: needs JSON, got ${JSON.stringify(text.slice(0, 40))} (${file})`, { cause: error });
  }
}

function isCell(cell: unknown): boolean {
  if (!isRecord(cell) || typeof cell["cell_type"] !== "string" || !isRecord(cell["metadata"])) return false;
  const source = cell["source"];
  return typeof source === "string" || (Array.isArray(source) && source.every((line) => typeof line === "string"));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
