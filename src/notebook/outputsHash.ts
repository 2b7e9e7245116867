import { createHash } from "node:crypto";
import { canonicalJson } from "../core/canonicalJson.js";
import type { CellOutput, Notebook } from "./notebookText.js";

/**
 * A hash of all that the cells of a notebook show, in order and in every form but pixels, which differ from machine to machine:
 * by it, outputs that were edited or run anew are told from those that a run wrote. Counts, metadata and cells that
 * show nothing are left out, and however a text is cut into lines it is the same.
 */
export function outputsHash({ cells }: Notebook): string {
  const shown = cells
    .filter(({ cell_type, outputs = [] }) => cell_type === "code" && outputs.length > 0)
    .map(({ outputs = [] }) => outputs.map((one) => shownIn(one)));
  return createHash("sha256").update(canonicalJson(shown)).digest("hex");
}

function shownIn(output: CellOutput): unknown {
  if (output.output_type === "stream") return { name: output.name, text: whole(output.text) };
  if (output.output_type === "error") return { ename: output.ename, evalue: output.evalue };
  const forms = Object.entries(output.data).filter(([type]) => !/^image\/(?!svg)/.test(type));
  return Object.fromEntries(forms.map(([type, form]) => [type, whole(form)]));
}

function whole(text: unknown): unknown {
  return Array.isArray(text) && text.every((line) => typeof line === "string") ? text.join("") : text;
}
