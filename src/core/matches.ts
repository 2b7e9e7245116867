import { everies } from "./day.js";
import type { ConflictEvent } from "./event.js";
import type { OneOf, Where } from "./where.js";

const columns = ["source", "country", "admin1", "admin2", "place", "zone", "kind", "subkind"] as const;

/**
 * Whether an event meets criteria, as counting does: all that is given must hold, a list means any of its members, and what
 * the event does not say meets nothing. Regions and `@groups` are names like any other here.
 *
 * @example
 * matches({ zone: "mopti", side1: ["Army"], deaths: 3 }, { zone: ["mopti", "segou"], minDeaths: 3 }) // true
 */
export function matches(event: ConflictEvent, where: Where): boolean {
  for (const column of columns) {
    const some = where[column];
    if (some !== undefined && !isAny(event[column], some)) return false;
  }
  const { side1, side2, actor, notes, civilians, minDeaths, precision, since, until, any, not } = where;
  if (side1 !== undefined && !hasAny(event.side1, side1)) return false;
  if (side2 !== undefined && !hasAny(event.side2, side2)) return false;
  if (actor !== undefined && !hasAny(event.side1, actor) && !hasAny(event.side2, actor)) return false;
  if (notes !== undefined && !holdsAny(event.notes, notes)) return false;
  if (civilians !== undefined && event.civilians !== civilians) return false;
  if (minDeaths !== undefined && event.deaths < minDeaths) return false;
  if (precision !== undefined && everies.indexOf(event.precision) > everies.indexOf(precision)) return false;
  if (since !== undefined && event.day < since) return false;
  if (until !== undefined && event.day >= until) return false;
  if (any !== undefined && !any.some((one) => matches(event, one))) return false;
  return not === undefined || !matches(event, not);
}

function isAny(value: string | undefined, some: OneOf): boolean {
  return value !== undefined && [some].flat().includes(value);
}

function hasAny(side: readonly string[], some: OneOf): boolean {
  return [some].flat().some((name) => side.includes(name));
}

function holdsAny(notes: string | undefined, some: OneOf): boolean {
  return notes !== undefined && [some].flat().some((text) => plain(notes).includes(plain(text)));
}

/** The text with the letters A to Z made small and all else as it is. */
function plain(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
