import { printable } from "../core/printable.js";

/**
 * A text of unknown origin as Markdown shows it, in one line: no tag, link, image, heading, list or emphasis of its own.
 *
 * @example
 * markdownText("<b>*5 | 6*</b>") // "&lt;b&gt;\\*5 \\| 6\\*&lt;/b&gt;"
 */
export function markdownText(text: string): string {
  return printable(text)
    .trim()
    .replace(/[\\`*_~|]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\](?=[([])/g, "\\]")
    .replace(/!(?=\[)/g, "\\!")
    .replace(/^[#+=[-]/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** A table of Markdown; the cells are Markdown already. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line), ""];
}
