import { InputError } from "./errors.js";

const deepest = 100;

/**
 * A value as the one JSON text that there is of it: no spaces, fields in the order of their UTF-16 code units whatever the
 * locale, numbers and texts as JavaScript writes them, fields without a value left out. For hashing: the same content gives the
 * same bytes, and reading the text back gives the same content.
 *
 * @throws InputError for what JSON cannot hold: NaN, infinities, functions, dates, objects of a class, more than 100 levels
 * @see Rundgren, Jordan & Erdtman (2020) RFC 8785, JSON Canonicalization Scheme
 * @example
 * canonicalJson({ b: [1, -0], a: { d: undefined, c: "é" } }) // '{"a":{"c":"é"},"b":[1,0]}'
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, 0);
}

function textOf(value: unknown, level: number): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (level >= deepest) throw new InputError(`canonicalJson: needs at most ${deepest} levels`);
  if (Array.isArray(value)) return `[${value.map((one) => textOf(one, level + 1)).join(",")}]`;
  if (typeof value !== "object" || !isPlain(value))
    throw new InputError(`canonicalJson: needs plain JSON, got ${typeof value === "number" ? value : typeof value}`);
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${textOf(one, level + 1)}`);
  return `{${fields.join(",")}}`;
}

function isPlain(value: object): boolean {
  const above: unknown = Object.getPrototypeOf(value);
  return above === null || Object.getPrototypeOf(above) === null;
}
