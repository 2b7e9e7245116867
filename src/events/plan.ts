import { blankEvent } from "../core/blankEvent.js";
import { DataError } from "../core/errors.js";
import type { ConflictEvent } from "../core/event.js";
import type { Copy, Fault, Part, Source, SourceContext } from "../core/source.js";
import type { Plan } from "../store/staging.js";
import { zoneReader } from "./codebook.js";

/**
 * How a file with these columns is read: the source's parts, and beside its own verdicts what holds for every source. Nothing
 * may lie after the as-of day, and a zone must be one of the codebook.
 *
 * @throws DataError when the columns are not the source's
 */
export function planOf(
  source: Source,
  columns: readonly string[],
  { asOf, codebook, file }: SourceContext & { readonly file: string },
): Plan & { readonly says: readonly string[] } {
  checkColumns(columns, source, file);
  const parts = source.parts(columns);
  const read = parts.flatMap((part) => ("copy" in part ? [part.copy] : part.from));
  const lost = read.find((column) => !columns.includes(column));
  if (lost !== undefined) throw new DataError(`read: has no column ${lost}, which ${source.name} files have (${file})`);
  const zoneOf = zoneReader(codebook);
  const zones = new Set(codebook.zones.map((zone) => zone.name));
  const blank = blankEvent(source.name, { asOf, codebook });
  const filled = parts.flatMap((part): readonly string[] => ("copy" in part ? [part.field] : part.fields));
  // Where the file names places, one that is in no zone must not fall into that of events without a place.
  const zone = filled.some((field) => field === "admin1" || field === "zone") ? undefined : zoneOf(blank);
  return {
    parts: parts.map((part) => (readsPlace(part) ? { ...part, fields: [...part.fields, "zone"] } : part)),
    context: { asOf, codebook },
    constants: { ...blank, ...(!filled.includes("admin1") && zone !== undefined && { zone }) },
    says: [...new Set(["source", "events", "country", "zone", ...filled])],
    judge: (reading, part, cells) => {
      if ("reason" in reading) return reading;
      const { event } = reading;
      const late = lateness(event, asOf);
      if (late !== undefined) return faultOf(part, cells, late);
      if (event.zone !== undefined && !zones.has(event.zone))
        return { column: "zone", value: event.zone, reason: `is not in the codebook ${codebook.name}` };
      const found = event.zone ?? (part.fields.includes("admin1") ? zoneOf({ ...blank, ...event }) : undefined);
      return found === undefined ? reading : { ...reading, event: { ...event, zone: found } };
    },
  };
}

function checkColumns(columns: readonly string[], source: Source, file: string): void {
  const twice = columns.find((column, i) => column !== "" && columns.indexOf(column) !== i);
  if (twice !== undefined) throw new DataError(`read: column ${JSON.stringify(twice)} stands twice (${file})`);
  const missing = source.needs.filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  if (missing.length === 1)
    throw new DataError(`read: has no column ${missing[0]}, which ${source.name} files have (${file})`);
  const some = missing.slice(0, 5).join(", ");
  throw new DataError(`read: not a ${source.name} file, ${missing.length} columns are missing: ${some} … (${file})`);
}

/** A part that reads where an event happened, without the zone, which the codebook then gives. */
function readsPlace(part: Part | Copy): part is Part {
  return "read" in part && part.fields.includes("admin1") && !part.fields.includes("zone");
}

function lateness({ day, known }: Partial<ConflictEvent>, asOf: string): string | undefined {
  if (day !== undefined && day >= asOf) return `is not before the as-of day ${asOf}`;
  if (known !== undefined && known > asOf) return `is after the as-of day ${asOf}`;
  return undefined;
}

function faultOf(part: Part, cells: readonly string[], reason: string): Fault {
  return { column: part.from[0] ?? "", value: cells[0] ?? "", reason };
}
