import type { ConflictEvent } from "../core/event.js";
import { columnName, type Fault, type Part, type Reading } from "../core/source.js";
import { fault } from "./cells.js";
import type { FullMapping } from "./mappingSchema.js";

type Columns = FullMapping["columns"];
type Words = Columns["kind"];

const unlisted = "is not among the mapping's values";

/** Texts of a column each, as they stand or as the mapping says; the fields of one part, as a place's are. */
export function texts(specs: readonly (readonly [keyof ConflictEvent, Words])[], needed: readonly string[]): Part {
  const own = specs.flatMap(([field, { column, ...rest }]) =>
    column === undefined ? [] : { field, column: columnName(column), ...rest },
  );
  const always = specs.filter(([, spec]) => spec.always !== undefined).map(([field, spec]) => [field, spec.always]);
  return {
    from: own.map((one) => one.column),
    fields: specs.map(([field]) => field),
    read: (cells) => {
      const event: Record<string, unknown> = Object.fromEntries(always);
      for (const [i, { field, column, values, others }] of own.entries()) {
        const cell = cells[i];
        if (needed.includes(field) && cell.trim() === "" && !(values && Object.hasOwn(values, cell))) {
          return fault(column, cell, "is empty");
        }
        const found = meaning(cell, values, others);
        if (found === undefined) return fault(column, cell, unlisted);
        event[field] = found;
      }
      return { event };
    },
  };
}

/** Actors: what some columns name, cut, each once. */
export function actors(field: "side1" | "side2", spec: NonNullable<Columns["side1"]>): Part {
  const from = columnsOf(spec);
  return {
    from,
    fields: [field],
    read: (cells) => {
      const sides = new Set<string>();
      for (const [i, column] of from.entries()) {
        const names = spec.split === undefined ? [cells[i]] : cells[i].split(spec.split);
        for (const name of names.map((one) => one.trim()).filter((one) => one !== "")) {
          const found = meaning(name, spec.values, spec.others);
          if (found === undefined) return fault(column, cells[i], `names ${JSON.stringify(name)}, which ${unlisted}`);
          sides.add(found);
        }
      }
      return { event: { [field]: [...sides] } };
    },
  };
}

/** A text that stands for yes or no, or for how exactly something is known. */
export function meant(
  field: "civilians" | "precision",
  name: string,
  values: Readonly<Record<string, unknown>>,
  others: unknown = "refuse",
): Part {
  const column = columnName(name);
  return {
    from: [column],
    fields: [field],
    read: ([cell]) => {
      if (Object.hasOwn(values, cell)) return { event: { [field]: values[cell] } };
      return others === "refuse" ? fault(column, cell, unlisted) : { event: { [field]: others } };
    },
  };
}

/** A whole number of a column, or the sum of several. */
export function sum(
  field: "deaths" | "deathsLow" | "deathsHigh" | "events" | "placePrecision",
  spec: NonNullable<Columns["deathsLow"]>,
): Part {
  const from = columnsOf(spec);
  const { empty = "refuse", blank = [] } = spec;
  return {
    from,
    fields: [field],
    read: (cells) => {
      let total = 0;
      let isAbsent = false;
      for (const [i, column] of from.entries()) {
        const cell = cells[i];
        if (cell === "" || blank.includes(cell)) {
          if (empty === "refuse") return fault(column, cell, cell === "" ? "is empty" : "counts as empty");
          if (empty === "absent") isAbsent = true;
        } else if (!/^\d{1,9}$/.test(cell)) return fault(column, cell, "is not a whole number");
        else total += Number(cell);
      }
      return { event: isAbsent ? {} : { [field]: total } };
    },
  };
}

/** Degrees, in two columns or in one. */
export function degrees({ lat, lon, position }: Columns, decimal: "." | ","): Part[] {
  const fields: Part["fields"] = ["lat", "lon"];
  if (position !== undefined) {
    const { separator, first, empty } = position;
    const column = columnName(position.column);
    const read = pairReader(column, column, decimal);
    const reason = `is not two numbers with ${JSON.stringify(separator)} between`;
    return [
      {
        from: [column],
        fields,
        read: ([cell]) => {
          if (empty === "absent" && cell.trim() === "") return { event: {} };
          const pair = cell.split(separator).map((one) => one.trim());
          if (pair.length !== 2) return fault(column, cell, reason);
          const found = first === "lat" ? read(pair[0], pair[1]) : read(pair[1], pair[0]);
          return "reason" in found ? { ...found, value: cell } : found;
        },
      },
    ];
  }
  if (lat === undefined || lon === undefined) return [];
  const from = [columnName(lat.column), columnName(lon.column)];
  const read = pairReader(from[0], from[1], decimal);
  const isAbsent = (cells: readonly string[]): boolean =>
    lat.empty === "absent" && cells.every((cell) => cell.trim() === "");
  return [{ from, fields, read: (cells) => (isAbsent(cells) ? { event: {} } : read(cells[0], cells[1])) }];
}

function pairReader(
  latitude: string,
  longitude: string,
  decimal: "." | ",",
): (lat: string, lon: string) => Reading | Fault {
  return (lat, lon) => {
    const [north, east] = [numberIn(lat, decimal), numberIn(lon, decimal)];
    const odd = Number.isNaN(north) ? [latitude, lat] : [longitude, lon];
    if (Number.isNaN(north + east))
      return fault(odd[0], odd[1], `is not degrees${decimal === "," ? " with a decimal comma" : ""}`);
    if (!(Math.abs(north) <= 90)) return fault(latitude, lat, "is not within 90 degrees");
    if (!(Math.abs(east) <= 180)) return fault(longitude, lon, "is not within 180 degrees");
    return { event: { lat: north, lon: east } };
  };
}

function numberIn(text: string, decimal: "." | ","): number {
  const shape = decimal === "." ? /^-?\d+(\.\d+)?$/ : /^-?\d+(,\d+)?$/;
  return shape.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

function columnsOf({ column, columns }: { column?: string; columns?: readonly string[] }): readonly string[] {
  return (columns ?? [column ?? ""]).map(columnName);
}

function meaning(
  cell: string,
  values: Readonly<Record<string, string>> | undefined,
  others: "refuse" | "keep" = "refuse",
): string | undefined {
  if (values === undefined) return cell;
  if (Object.hasOwn(values, cell)) return values[cell];
  return others === "keep" ? cell : undefined;
}
