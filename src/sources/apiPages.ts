import type { Day } from "../core/day.js";
import { DataError } from "../core/errors.js";

/** A row as a publisher's API gives it. */
export type ApiRow = Readonly<Record<string, unknown>>;

/** One page of rows, with what the publisher says beside them. */
export interface ApiPage {
  readonly rows: readonly ApiRow[];
  /** How many rows all pages hold together, where the publisher says. */
  readonly total?: number;
  /** The last day of which the account is given events, where it is not given all that were asked for. */
  readonly upTo?: Day;
}

/**
 * The rows that answer one question, page by page from page 1. Where no page says how many there are, they end with the
 * first empty page, not with a short one: a server may give fewer a page than it was asked for.
 */
export interface ApiPages {
  readonly what: string;
  /** The question, as JSON: pages kept from another question are of no use to this one. */
  readonly question: unknown;
  /** The column that names a row. */
  readonly id: string;
  /** The column of the second (since 1970) in which a row was last changed or deleted. */
  readonly stamp?: string;
  page(number: number): Promise<ApiPage>;
}

/**
 * The rows in a list that a server sent.
 *
 * @throws DataError when it is no list, or a row is not an object
 */
export function rowsIn(list: unknown, { what, name }: { what: string; name: string }): ApiRow[] {
  if (!Array.isArray(list)) throw new DataError(`pull: ${what}: the answer has no list ${JSON.stringify(name)}`);
  return list.map((row: unknown, i) => {
    if (typeof row !== "object" || row === null || Array.isArray(row))
      throw new DataError(`pull: ${what}: row ${i + 1} is not an object`);
    return row as ApiRow;
  });
}
