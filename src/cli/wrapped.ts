/** The width that a text may have: the terminal's where there is one, else 79 signs. */
export function widthOf(out: Pick<NodeJS.WriteStream, "columns" | "isTTY">): number {
  return out.isTTY ? Math.max(60, out.columns - 1) : 79;
}

/**
 * A text in lines of at most `width` signs, the later ones begun with `indent`. A word that is longer stands alone.
 *
 * @example
 * wrapped("44 events against 144", { width: 12, indent: "  " }) // "44 events\n  against\n  144"
 */
export function wrapped(text: string, { width, indent }: { width: number; indent: string }): string {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const start = lines.length === 0 ? (rest.match(/^ */)?.[0].length ?? 0) : indent.length;
    const last = rest.lastIndexOf(" ", width);
    const at = last >= start && last > 0 ? last : rest.indexOf(" ", start);
    if (at < start || at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = `${indent}${rest.slice(at + 1)}`;
  }
  return [...lines, rest].join("\n");
}
