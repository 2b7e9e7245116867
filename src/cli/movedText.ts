import type { CheckedNotebook } from "./certificate.js";

type Moved = CheckedNotebook["moved"][number];
type Lone = CheckedNotebook["appeared"][number];
type Value = Moved["from"];

/** What changed in rows of tables, a line a row: "[8], row later: n 118 -> 119; from 8.14 -> 8.22". */
export function movedTexts(all: readonly Moved[]): string[] {
  return byRow(all, ({ from, to }) => {
    const [before, after] = typeof from === "string" && typeof to === "string" ? apart(from, to) : [from, to];
    return `${brief(before)} -> ${brief(after)}`;
  });
}

/** What only one of the runs has, a line a row. */
export function loneTexts(all: readonly Lone[]): string[] {
  return byRow(all, ({ value }) => brief(value));
}

/** A value in few signs: numbers to 6 digits. */
export function brief(value: Value): string {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  const text = String(value).replaceAll("\n", " ");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A hash or a fingerprint, of which a reader sees no more than that it is another. */
export function isPrint(value: Value): boolean {
  return typeof value === "string" && /^(sha256:)?[0-9a-f]{8,64}$/.test(value);
}

function byRow<One extends { readonly cell: string; readonly name: string }>(
  all: readonly One[],
  say: (one: One) => string,
): string[] {
  const rows = new Map<string, string[]>();
  for (const one of all) {
    const at = one.name.lastIndexOf(": ");
    const row = `${one.cell}, ${at < 0 ? one.name : one.name.slice(0, at)}: `;
    rows.set(row, [...(rows.get(row) ?? []), `${at < 0 ? "" : `${one.name.slice(at + 2)} `}${say(one)}`]);
  }
  return [...rows].map(([row, said]) => row + said.join("; "));
}

/** Of two long texts what stands between the words that both begin and end with. */
function apart(from: string, to: string): [string, string] {
  if (Math.max(from.length, to.length) <= 40) return [from, to];
  const [one, other] = [from.split(" "), to.split(" ")];
  const least = Math.min(one.length, other.length) - 1;
  let start = 0;
  while (start < least && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const cut = (words: readonly string[]): string => {
    const between = words.slice(start, words.length - end).join(" ");
    return `${start > 0 ? "… " : ""}${between}${end > 0 ? " …" : ""}`;
  };
  return [cut(one), cut(other)];
}
