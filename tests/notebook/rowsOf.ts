import { tableOf } from "../../src/notebook/table.js";

/** The rows of a table as it is shown, by the names of its columns; an empty cell is told by its place. */
export function rowsOf(what: readonly object[]): Record<string, string>[] {
  const [head, ...lines] = tableOf(what).text.split("\n");
  const starts = [...head.matchAll(/\S+(?: \S+)*/g)].map((one) => ({ name: one[0], at: one.index }));
  return lines.map((line) =>
    Object.fromEntries(starts.map(({ name, at }, i) => [name, line.slice(at, starts[i + 1]?.at).trim()])),
  );
}
