type Value = string | number | boolean;

/**
 * The rows whose fields are as asked, in their order, so that a notebook's cell can pick rows without a function of its own.
 * A field inside another is named by its path ("matters.weight"); of several values any will do, and of a field that lists
 * values one of them is enough. A row without the field is left out.
 *
 * @example
 * rowsWith([{ id: "a", lacks: ["data"] }, { id: "b" }], { lacks: ["data", "deadline"] }) // [{ id: "a", lacks: ["data"] }]
 * @example
 * rowsWith([{ id: "a", matters: { weight: "high" } }], { "matters.weight": "low" }) // []
 */
export function rowsWith<Row extends object>(
  rows: readonly Row[],
  fields: Readonly<Record<string, Value | readonly Value[]>>,
): Row[] {
  const asked = Object.entries(fields).map(([path, value]) => ({
    path: path.split("."),
    any: new Set([value].flat()),
  }));
  return rows.filter((row) =>
    asked.every(({ path, any }) => [valueAt(row, path)].flat().some((one) => any.has(one as Value))),
  );
}

function valueAt(row: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (one, name) =>
      typeof one === "object" && one !== null && Object.hasOwn(one, name) ? Reflect.get(one, name) : undefined,
    row,
  );
}
