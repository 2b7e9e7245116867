/**
 * One field of each row, in their order, so that a notebook's cell can go on with it without a function of its own: the claims
 * of what stands in a ledger, the names of models.
 *
 * @example
 * column([{ id: "a", n: 2 }, { id: "b", n: 3 }], "n") // [2, 3]
 */
export function column<Row extends object, Name extends keyof Row>(rows: readonly Row[], name: Name): Row[Name][] {
  return rows.map((row) => row[name]);
}
