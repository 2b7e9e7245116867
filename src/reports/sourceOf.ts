import type { Cited, Report } from "../core/report.js";
import { canonicalUrl } from "./canonicalUrl.js";

/** What is behind an item, the same for the same source: its address, or else its publisher and title. */
export function sourceOf({ url, type, publisher, title }: Cited): string {
  if (url !== undefined) return canonicalUrl(url);
  return `${publisher}, ${title ?? type}`.toLowerCase().replace(/\s+/g, " ");
}

/** One item of a note, by its place. */
export interface Slot {
  readonly note: number;
  readonly item: number;
  readonly cited: Cited;
  readonly source: string;
}

/** Every item of a report's notes, in order. */
export function slotsOf({ citations }: Report): readonly Slot[] {
  return citations.flatMap(({ note, items }) =>
    items.map((cited, i) => ({ note, item: i + 1, cited, source: sourceOf(cited) })),
  );
}

/** One slot of each source: where it first stands. */
export function distinct<Row extends { readonly source: string }>(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ source }) => !seen.has(source) && seen.add(source));
}

/** Notes as a report marks them: `[1] [4]`, each once. */
export function marks(rows: readonly { readonly note: number }[]): string {
  return [...new Set(rows.map((one) => one.note))].map((note) => `[${note}]`).join(" ");
}
