/** A part of a JSON document: where it stands, and what it is. */
export interface JsonPart {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/**
 * The parts of a JSON document that a pattern names, in its order; a part that is not there, or is of another form, is left out.
 * A step is a field, `*` for every member of a list or record, or `field=type` for a field whose own `type` is so.
 *
 * @example
 * partsOf({ claims: [{ id: "a" }, 5, { id: "b" }] }, "claims.*.id").map((one) => one.path.join(".")) // ["claims.0.id", "claims.2.id"]
 */
export function partsOf(whole: unknown, pattern: string): JsonPart[] {
  let parts: readonly JsonPart[] = [{ path: [], value: whole }];
  for (const step of pattern.split(".")) parts = parts.flatMap((part) => below(part, step));
  return [...parts];
}

/** A value as an object whose fields may be asked for; one without fields where it is something else. */
export function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = Object.create(null);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) Object.assign(fields, value);
  return fields;
}

function below({ path, value }: JsonPart, step: string): JsonPart[] {
  if (step === "*" && Array.isArray(value)) return value.map((one, i) => ({ path: [...path, i], value: one }));
  const fields = fieldsIn(value);
  if (step === "*") return Object.keys(fields).map((name) => ({ path: [...path, name], value: fields[name] }));
  const [name, type] = step.split("=");
  if (!(name in fields) || (type !== undefined && fieldsIn(fields[name])["type"] !== type)) return [];
  return [{ path: [...path, name], value: fields[name] }];
}
