import type { ConflictEvent } from "./event.js";
import type { SourceContext } from "./source.js";

/** What an event holds where its publisher says nothing. */
export function blankEvent(source: string, { asOf, codebook }: SourceContext): ConflictEvent {
  return {
    id: "",
    source,
    day: asOf,
    precision: "day",
    kind: "",
    side1: [],
    side2: [],
    civilians: false,
    deaths: 0,
    country: codebook.country,
    events: 1,
    known: asOf,
  };
}
