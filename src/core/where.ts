import { type Day, type Every, everies, isDay } from "./day.js";
import { InputError } from "./errors.js";

/** One text or any of several. */
export type OneOf = string | readonly string[];

/**
 * Which rows are meant. Criteria are data, never a closure: they replay, hash, print, and compile to SQL.
 * All that is given must hold; a list means any of its members; time is half-open, `since <= day < until`.
 */
export interface Where {
  readonly source?: OneOf;
  readonly country?: OneOf;
  readonly admin1?: OneOf;
  readonly admin2?: OneOf;
  readonly place?: OneOf;
  /** A zone or a region of the codebook. */
  readonly zone?: OneOf;
  readonly kind?: OneOf;
  readonly subkind?: OneOf;
  /** On either side. `@name` is a group of the codebook, here and in `kind`, `subkind`, `side1` and `side2`. */
  readonly actor?: OneOf;
  readonly side1?: OneOf;
  readonly side2?: OneOf;
  readonly civilians?: boolean;
  readonly minDeaths?: number;
  /** Text that stands in the notes, the case of the letters A to Z aside: a proxy for what the publisher does not code. */
  readonly notes?: OneOf;
  /** Known at least this exactly. */
  readonly precision?: Every;
  readonly since?: Day;
  readonly until?: Day;
  readonly any?: readonly Where[];
  readonly not?: Where;
}

const texts = [
  ...["source", "country", "admin1", "admin2", "place", "zone"],
  ...["kind", "subkind", "actor", "side1", "side2", "notes"],
];

/**
 * The criteria, once every field is known to be one we have and to hold what it should.
 *
 * @throws InputError that names the first field at fault
 */
export function checkedWhere(where: unknown, verb: string): Where {
  if (typeof where !== "object" || where === null || Array.isArray(where)) {
    throw new InputError(`${verb}: needs criteria as an object, got ${JSON.stringify(where) ?? typeof where}`);
  }
  for (const [field, value] of Object.entries(where)) {
    const wrong = whatIsWrong(field, value, verb);
    if (wrong !== "") throw new InputError(`${verb}: ${field} ${wrong}, got ${JSON.stringify(value)}`);
  }
  return where;
}

function whatIsWrong(field: string, value: unknown, verb: string): string {
  if (texts.includes(field)) return isOneOf(value) ? "" : "needs a text or a list of texts";
  if (field === "since" || field === "until") return isDay(value) ? "" : "needs a day as YYYY-MM-DD";
  if (field === "civilians") return typeof value === "boolean" ? "" : "needs true or false";
  if (field === "minDeaths")
    return Number.isInteger(value) && Number(value) >= 0 ? "" : "needs a whole number of deaths";
  if (field === "precision")
    return everies.some((every) => every === value) ? "" : `needs one of ${everies.join(", ")}`;
  if (field === "not") return checkedWhere(value, verb) ? "" : "needs criteria";
  if (field !== "any")
    return `is not a criterion (there are ${[...texts, "civilians", "minDeaths", "precision", "since", "until", "any", "not"].join(", ")})`;
  if (!Array.isArray(value) || value.length === 0) return "needs a list of criteria";
  for (const one of value) checkedWhere(one, verb);
  return "";
}

function isOneOf(value: unknown): boolean {
  if (typeof value === "string") return true;
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === "string");
}
