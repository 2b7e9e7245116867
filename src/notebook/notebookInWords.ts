import { sourceOf } from "./dataNamed.js";
import type { CellOutput, Notebook } from "./notebookText.js";
import { hasTag } from "./parametersOf.js";

/**
 * What a notebook says to somebody who has a terminal and no notebook at hand: its prose, what its cells printed and
 * showed as text, and the error that ended it. The code is left out, but for the values that were set for this run.
 *
 * @example
 * notebookInWords({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ cell_type: "markdown", metadata: {}, source: "# Why" }] }) // "# Why\n"
 */
export function notebookInWords({ cells }: Notebook): string {
  const parts = cells.flatMap((cell) => {
    const isProse = cell.cell_type !== "code" || hasTag(cell, "injected-parameters");
    const said = isProse ? [sourceOf(cell)] : (cell.outputs ?? []).map(wordsOf);
    return said.map((text) => text.trimEnd()).filter((text) => text !== "");
  });
  return `${parts.join("\n\n")}\n`;
}

function wordsOf(output: CellOutput): string {
  if (output.output_type === "stream") return joined(output.text);
  if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
  return joined(output.data["text/plain"]);
}

/** A text may be kept in lines. */
function joined(text: unknown): string {
  return Array.isArray(text) ? text.join("") : typeof text === "string" ? text : "";
}
