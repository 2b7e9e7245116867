import type { Triangle } from "../../src/index.js";

/** A monthly triangle of these increments that nobody can change, as of the end of its last month. */
export function triangleOfCounts(counts: readonly (readonly (number | null)[])[]): Triangle {
  const rows = Object.freeze(counts.map((row) => Object.freeze([...row])));
  const asOf = new Date(Date.UTC(2020, counts.length, 1)).toISOString().slice(0, 10);
  return Object.freeze({
    ...{ every: "month", start: "2020-01-01", asOf, maxDelay: counts[0].length - 1, counts: rows },
    ...{ leftOut: { before: 0, unfinished: 0, beyond: 0 }, from: ["abcdef1234"] },
  }) as Triangle;
}

/** Rows of increments with what is not yet known at the end of the last row's period left out. */
export function cut(rows: readonly (readonly number[])[]): (number | null)[][] {
  return rows.map((row, t) => row.map((added, d) => (t + d < rows.length ? added : null)));
}
