import type { ConflictEvent } from "../core/event.js";
import type { Copy, Fault, Part } from "../core/source.js";

/** A column copied as it stands. */
export function copied(copy: string, field: Copy["field"]): Copy {
  return { copy, field };
}

/** A column copied as it stands, without which a row is refused. */
export function needed(copy: string, field: Copy["field"]): Copy {
  return { copy, field, needed: true };
}

/** A whole number, 0 or more, of at most nine digits. */
export function wholeNumber(
  column: string,
  field: "deaths" | "deathsLow" | "deathsHigh" | "events",
  what: string,
): Part {
  return {
    from: [column],
    fields: [field],
    read: ([value]) =>
      /^\d{1,9}$/.test(value)
        ? { event: { [field]: Number(value) } }
        : { column, value, reason: `is not a whole number${what === "" ? "" : ` of ${what}`}` },
  };
}

/** One of a few texts, each with the fields it stands for. */
export function oneOf(
  column: string,
  meanings: Readonly<Record<string, Partial<ConflictEvent>>>,
  fields: Part["fields"],
  reason: string,
): Part {
  return {
    from: [column],
    fields,
    read: ([value]) => (Object.hasOwn(meanings, value) ? { event: meanings[value] } : { column, value, reason }),
  };
}

/** A pair of coordinates in degrees. */
export function coordinates(latitude: string, longitude: string): Part {
  return {
    from: [latitude, longitude],
    fields: ["lat", "lon"],
    read: ([lat, lon]) => {
      if (!isWithin(lat, 90)) return { column: latitude, value: lat, reason: "is not within 90 degrees" };
      if (!isWithin(lon, 180)) return { column: longitude, value: lon, reason: "is not within 180 degrees" };
      return { event: { lat: Number(lat), lon: Number(lon) } };
    },
  };
}

/** A fault of a cell. */
export function fault(column: string, value: string, reason: string): Fault {
  return { column, value, reason };
}

function isWithin(text: string, limit: number): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= limit;
}
