import { escaped } from "../core/escaped.js";
import { type ColumnLook, columnLook } from "./columnLook.js";
import { seriesText } from "./seriesText.js";

type Row = Readonly<Record<string, string>>;

/** How long a table may be, what order its rows are in, and what the rows are that it leaves out; in words for below it. */
export interface Layout {
  readonly most: number;
  readonly order?: string;
  /** Of the rows left out, how many of which sort: "20 not scoreable, 18 said again". */
  readonly rest?: string;
}

/**
 * Rows as an HTML table and as lines of text; beyond `most` they are only counted. Numbers stand to the right, texts to the
 * left; a column without a cell is left out. In HTML each look is said twice, as style and as attribute, since some hosts keep
 * only the one and some only the other.
 */
export function laidOut(rows: readonly Row[], layout: Layout): { readonly html: string; readonly text: string } {
  const shown = rows.slice(0, layout.most).map(shortened);
  const named = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const filled = named.filter((column) => shown.some((row) => (row[column] ?? "") !== ""));
  const columns = (filled.length > 0 ? filled : named).map((name) => {
    const cells = shown.map((row) => row[name] ?? "");
    return { name, cells, look: columnLook(cells) };
  });
  const notes = notesOf(rows.length - shown.length, layout);
  return { html: htmlOf(columns, shown.length, notes), text: textOf(columns, shown.length, notes) };
}

interface Column {
  readonly name: string;
  readonly cells: readonly string[];
  readonly look: ColumnLook;
}

/** Only the column of a series' values is a list that may be drawn. */
function shortened(row: Row): Row {
  return row["values"] === undefined ? row : { ...row, values: seriesText(row["values"]) };
}

function notesOf(left: number, { order, rest }: Layout): string[] {
  const more =
    left <= 0 ? [] : [`… and ${left} more ${left === 1 ? "row" : "rows"}${rest === undefined ? "" : `: ${rest}`}`];
  return [...more, ...(order === undefined ? [] : [order])];
}

function htmlOf(columns: readonly Column[], length: number, notes: readonly string[]): string {
  const isTall = columns.some(({ look }) => look.wraps);
  const looks = columns.map((column) => attributesOf(column, isTall));
  const head = columns.map(({ name }, i) => `<th${looks[i].head}>${escaped(name)}</th>`).join("");
  const body = Array.from({ length }, (_, row) => {
    const cells = columns.map(({ cells, look }, i) => {
      const html = escaped(cells[row]);
      return `<td${looks[i].cell}>${look.wraps ? unbroken(html) : html}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const below = notes.length === 0 ? "" : `\n<p><small>${notes.map(escaped).join("<br>")}</small></p>`;
  return `<table style="font-variant-numeric:tabular-nums">\n<thead>\n<tr>${head}</tr>\n</thead>\n<tbody>\n${body.map((line) => `${line}\n`).join("")}</tbody>\n</table>${below}`;
}

function attributesOf(
  { name, look: { side, wraps, width } }: Column,
  isTall: boolean,
): { readonly head: string; readonly cell: string } {
  const top = isTall ? ";vertical-align:top" : "";
  const align = ` align="${side}"`;
  const signs = Math.min(40, Math.max(16, Math.ceil(width / 5)));
  const lines = wraps ? `min-width:${signs}ch;max-width:64ch` : "white-space:nowrap";
  const isShort = name.length <= longestHead;
  const head = `${wraps ? ` width="${Math.min(380, 7 * width)}"` : ""}${isShort ? " nowrap" : ""}`;
  return {
    head: `${align}${head} style="text-align:${side};vertical-align:bottom${isShort ? ";white-space:nowrap" : ""}"`,
    cell: `${align}${isTall ? ' valign="top"' : ""}${wraps ? "" : " nowrap"} style="text-align:${side};${lines}${top}"`,
  };
}

/** The name of a column up to so many signs stays on a line. */
const longestHead = 16;

/** Days and intervals inside a sentence are not torn apart at its line ends. */
function unbroken(html: string): string {
  return html.replace(
    /\d{4}-\d{2}-\d{2}|(?:\d[\d.,]* )?\[[-−\d.][^[\]]{0,24}\]/g,
    (whole) => `<span style="white-space:nowrap">${whole}</span>`,
  );
}

function textOf(columns: readonly Column[], length: number, notes: readonly string[]): string {
  const widths = columns.map(({ name, look }) => Math.max(name.length, look.width));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => (columns[i].look.side === "right" ? text.padStart(widths[i]) : text.padEnd(widths[i])))
      .join("  ")
      .trimEnd();
  const lines = Array.from({ length }, (_, row) => line(columns.map(({ cells }) => cells[row])));
  return [line(columns.map(({ name }) => name)), ...lines, ...notes].join("\n");
}
