import { escaped } from "../core/escaped.js";

type Row = Readonly<Record<string, string>>;

/** Rows as an HTML table and as lines of text; beyond `most` they are only counted. */
export function laidOut(rows: readonly Row[], most: number): { readonly html: string; readonly text: string } {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = rows.slice(0, most);
  const more = rows.length > most ? `… and ${rows.length - most} more rows` : "";
  return { html: htmlOf(columns, shown, more), text: textOf(columns, shown, more) };
}

function htmlOf(columns: readonly string[], rows: readonly Row[], more: string): string {
  const cells = (tag: string, texts: readonly string[]): string =>
    texts.map((text) => `<${tag} style="text-align:left;vertical-align:top">${escaped(text)}</${tag}>`).join("");
  const body = rows
    .map(
      (row) =>
        `<tr>${cells(
          "td",
          columns.map((column) => row[column] ?? ""),
        )}</tr>`,
    )
    .join("\n");
  return `<table>\n<thead><tr>${cells("th", columns)}</tr></thead>\n<tbody>\n${body}\n</tbody></table>${more && `<p>${more}</p>`}`;
}

function textOf(columns: readonly string[], rows: readonly Row[], more: string): string {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => text.padEnd(widths[i]))
      .join("  ")
      .trimEnd();
  const lines = rows.map((row) => line(columns.map((column) => row[column] ?? "")));
  return [line(columns), ...lines, ...(more ? [more] : [])].join("\n");
}
