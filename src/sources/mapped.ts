import { type Every, nextPeriod, periodOf } from "../core/day.js";
import type { ConflictEvent } from "../core/event.js";
import type { Mapping } from "../core/mapping.js";
import { type Copy, columnName, type Part, type Source } from "../core/source.js";
import { needed } from "./cells.js";
import { datePattern } from "./datePattern.js";
import { days, known } from "./mappedDays.js";
import { actors, degrees, meant, sum, texts } from "./mappedParts.js";
import { centuryOf } from "./mappingFaults.js";
import type { FullMapping } from "./mappingSchema.js";
import { fullMapping } from "./readMapping.js";

/**
 * Any table of events, by a mapping of its columns. Texts are compared as they stand, numbers are whole, and what the mapping
 * does not provide for is refused. Without `covers` the file speaks for the days from its first event to its last.
 *
 * @throws InputError that lists everything wrong with the mapping
 */
export function mapped(mapping: Mapping): Source {
  const full = fullMapping(mapping);
  const parts = partsOf(full);
  const needs = [...new Set(parts.flatMap((part) => ("copy" in part ? [part.copy] : part.from)))];
  const every = finest(full.columns);
  return {
    name: full.name,
    needs,
    parts: () => parts,
    covers: ({ since, until }) => full.covers ?? { since: periodOf(since, every), until: nextPeriod(until, every) },
  };
}

function partsOf({ country, decimal = ".", columns }: FullMapping): (Part | Copy)[] {
  const { id, kind, subkind, side1, side2, civilians, precision, place, notes } = columns;
  const places = (
    [
      ["country", country === undefined ? columns.country : { always: country }],
      ["admin1", columns.admin1],
      ["admin2", columns.admin2],
    ] as const
  ).flatMap(([field, spec]) => (spec === undefined ? [] : [[field, spec] as const]));
  const isPlaced = places.some(([, spec]) => spec.always === undefined);
  const parts: (Part | Copy)[] = [
    id.columns === undefined ? needed(columnName(id.column ?? ""), "id") : joined(id.columns.map(columnName)),
    withConstants(days(columns), constants(columns, isPlaced ? [] : places)),
  ];
  if (kind.column !== undefined) parts.push(texts([["kind", kind]], ["kind"]));
  if (subkind?.column !== undefined) parts.push(texts([["subkind", subkind]], []));
  if (side1 && side1.always === undefined) parts.push(actors("side1", side1));
  if (side2 && side2.always === undefined) parts.push(actors("side2", side2));
  if (civilians?.column !== undefined)
    parts.push(meant("civilians", civilians.column, civilians.values ?? {}, civilians.others));
  if (precision?.column !== undefined) parts.push(meant("precision", precision.column, precision.values ?? {}));
  for (const field of ["deaths", "deathsLow", "deathsHigh", "events", "placePrecision"] as const) {
    const spec = columns[field];
    if (spec !== undefined) parts.push(sum(field, spec));
  }
  parts.push(...degrees(columns, decimal));
  if (isPlaced) parts.push(texts(places, ["country"]));
  if (columns.known && columns.known.always === undefined) parts.push(known(columns.known));
  if (place !== undefined) parts.push({ copy: columnName(place.column), field: "place" });
  if (notes !== undefined) parts.push({ copy: columnName(notes.column), field: "notes" });
  return parts;
}

/** An id of several columns, at least one of them not empty. */
function joined(from: readonly string[]): Part {
  return {
    from,
    fields: ["id"],
    read: (cells) =>
      cells.every((cell) => cell.trim() === "")
        ? { column: from[0], value: cells[0], reason: "is empty" }
        : { event: { id: cells.join("/") } },
  };
}

/** What is the same for every row. */
function constants(
  columns: FullMapping["columns"],
  places: readonly (readonly [keyof ConflictEvent, { readonly always?: string }])[],
): Partial<ConflictEvent> {
  const { known, precision, kind, subkind, side1, side2, civilians } = columns;
  const all = [...Object.entries({ known, precision, kind, subkind, side1, side2, civilians }), ...places];
  return Object.fromEntries(all.flatMap(([field, said]) => (said?.always === undefined ? [] : [[field, said.always]])));
}

/** A part has columns, so that what is the same for every row is said by one that has some. */
function withConstants(part: Part, same: Partial<ConflictEvent>): Part {
  return {
    from: part.from,
    fields: [...part.fields, ...(Object.keys(same) as (keyof ConflictEvent)[])],
    read: (cells, context) => {
      const found = part.read(cells, context);
      return "reason" in found ? found : { ...found, event: { ...same, ...found.event } };
    },
  };
}

/** The finest that days are known to: where that is the month, the file speaks for whole months. */
function finest({ day, precision }: FullMapping["columns"]): Every {
  if (precision?.always !== undefined) return precision.always;
  if (precision !== undefined) return "day";
  if (day.columns !== undefined) return day.columns.length < 3 ? "month" : "day";
  const found = [day.format ?? "YYYY-MM-DD"]
    .flat()
    .map((one) => datePattern(one, { century: centuryOf(one, day.century), months: day.months }).precision);
  return found.includes("day") ? "day" : found.includes("month") ? "month" : "year";
}
