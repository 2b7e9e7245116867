type Named<Row> = Row extends unknown ? keyof Row : never;

type Value<Row, Name> = Row extends unknown ? (Name extends keyof Row ? Exclude<Row[Name], undefined> : never) : never;

/**
 * One field of each row, in their order, so that a notebook's cell can go on with it without a function of its own: the claims
 * of what stands in a ledger, the names of models. A row without the field is left out.
 *
 * @example
 * column([{ id: "a", n: 2 }, { id: "b" }], "n") // [2]
 */
export function column<Row extends object, Name extends Named<Row>>(
  rows: readonly Row[],
  name: Name,
): Value<Row, Name>[] {
  return rows.flatMap((row) => {
    const value: Value<Row, Name> | undefined = Object.hasOwn(row, name)
      ? Reflect.get<object, PropertyKey>(row, name)
      : undefined;
    return value === undefined ? [] : [value];
  });
}
