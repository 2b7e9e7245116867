import { bestFirst } from "./bestFirst.js";

/** Rows in the order that a table shows them in; in words for below it, where a reader could not guess. */
export interface Ordered<Row> {
  readonly rows: readonly Row[];
  readonly order?: string;
}

/**
 * Rows as a table shows them: scores from the best to the worst, snapshots by name and day, all else in the order it came in,
 * which is a report's or of time. Of more than `most` the first are those that matter: claims that data decided, verdicts that
 * change a conclusion, findings that chance explains least.
 */
export function inOrder<Row extends object>(rows: readonly Row[], kind: string, most: number): Ordered<Row> {
  if (kind === "snapshot") return { rows: sorted(rows, [(one) => textAt(one, "name"), (one) => textAt(one, "asOf")]) };
  const scores = bestFirst(rows);
  if (scores !== undefined) return scores;
  const cut = rows.length > most ? cuts.find((one) => one.kind === kind) : undefined;
  return cut === undefined ? { rows } : { rows: sorted(rows, [cut.rank]), order: cut.order };
}

const statuses = ["tested", "print alone", "waiting", "no data here", "not scoreable", "said again"];
const weights = ["high", "medium", "low"];

/** What comes first in a table that leaves rows out, the least rank first. */
const cuts: readonly { readonly kind: string; readonly order: string; readonly rank: (one: object) => number }[] = [
  {
    kind: "claim",
    order: "Claims that were tested first, then in the report's order.",
    rank: (one) => placeIn(statuses, textAt(one, "status")),
  },
  {
    kind: "verdict",
    order: "What matters most first, then in the report's order.",
    rank: (one) => placeIn(weights, textAt(at(one, "matters"), "weight")),
  },
  {
    kind: "finding",
    order: "The smallest p first.",
    rank: (one) => numberAt(one, "adjusted") ?? numberAt(one, "p") ?? 2,
  },
];

/** The fields by which rows that a table leaves out are counted, the first that they have. */
const sorts = ["status", "verdict", "state", "alarm"];

/** How many there are of each sort, the most first: "20 not scoreable, 18 said again"; undefined where rows are of no sort. */
export function restOf(rows: readonly object[]): string | undefined {
  const sort = sorts.find((name) => rows.every((row) => textAt(row, name) !== ""));
  if (sort === undefined || rows.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(textAt(row, sort), (counts.get(textAt(row, sort)) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([text, n]) => `${n} ${text}`)
    .join(", ");
}

function sorted<Row>(rows: readonly Row[], ranks: readonly ((one: Row) => number | string)[]): Row[] {
  return rows
    .map((row) => ({ row, by: ranks.map((rank) => rank(row)) }))
    .sort((one, other) => {
      const i = one.by.findIndex((value, rank) => value !== other.by[rank]);
      return i === -1 ? 0 : one.by[i] < other.by[i] ? -1 : 1;
    })
    .map(({ row }) => row);
}

function placeIn(all: readonly string[], one: string): number {
  const place = all.indexOf(one);
  return place === -1 ? all.length : place;
}

function at(one: unknown, name: string): unknown {
  return typeof one === "object" && one !== null && Object.hasOwn(one, name) ? Reflect.get(one, name) : undefined;
}

function textAt(one: unknown, name: string): string {
  const value = at(one, name);
  return typeof value === "string" ? value : "";
}

function numberAt(one: object, name: string): number | undefined {
  const value = at(one, name);
  return typeof value === "number" && !Number.isNaN(value) ? value : undefined;
}
