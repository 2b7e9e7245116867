import { blankEvent } from "../core/blankEvent.js";
import type { ConflictEvent } from "../core/event.js";
import type { Fault, Source, SourceContext } from "../core/source.js";

/** What one row is, read part by part: the event with the rules that mended it, or the first fault. */
export function eventOf(
  source: Source,
  row: Readonly<Record<string, string>>,
  context: SourceContext,
): { readonly event: ConflictEvent; readonly repairs: readonly string[] } | Fault {
  let event: ConflictEvent = blankEvent(source.name, context);
  const repairs: string[] = [];
  for (const part of source.parts(Object.keys(row))) {
    if ("copy" in part) {
      const value = row[part.copy];
      if (part.needed && /^[ \t\n\f\r]*$/.test(value)) return { column: part.copy, value, reason: "is empty" };
      event = { ...event, [part.field]: value };
      continue;
    }
    const reading = part.read(
      part.from.map((column) => row[column]),
      context,
    );
    if ("reason" in reading) return reading;
    event = { ...event, ...reading.event };
    if (reading.repair !== undefined) repairs.push(reading.repair);
  }
  return { event, repairs };
}
