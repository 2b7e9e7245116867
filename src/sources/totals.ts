import { isDay, nextPeriod } from "../core/day.js";
import type { ConflictEvent } from "../core/event.js";
import type { Part, Source } from "../core/source.js";
import { fault, wholeNumber } from "./cells.js";
import { sidesIn } from "./ucdp.js";

/**
 * Published totals, a row for a zone and month: `month` (YYYY-MM), `zone`, `events`, and, where the publisher gives them,
 * `type`, `side_a`, `side_b`, `fatalities` or `best`, `low`, `high`. Zones are those of the codebook. A month without a row
 * is a month without events.
 */
export function totals(): Source {
  return {
    name: "totals",
    needs: ["month", "zone", "events"],
    parts: (columns) => {
      const has = (column: string): boolean => columns.includes(column);
      const deaths = has("fatalities") ? "fatalities" : "best";
      return [
        month,
        key(["month", "zone", "type", "side_a", "side_b"].filter(has)),
        wholeNumber("events", "events", ""),
        ...(has(deaths) ? [wholeNumber(deaths, "deaths", "")] : []),
        ...(has("low") ? [wholeNumber("low", "deathsLow", "")] : []),
        ...(has("high") ? [wholeNumber("high", "deathsHigh", "")] : []),
      ];
    },
    covers: ({ since, until }) => ({ since, until: nextPeriod(until, "month") }),
  };
}

const month: Part = {
  from: ["month"],
  fields: ["day", "precision"],
  read: ([value]) =>
    isDay(`${value}-01`)
      ? { event: { day: `${value}-01`, precision: "month" } }
      : fault("month", value, "is not a month as YYYY-MM"),
};

/** What a row is a total of: its id, and the fields that it names. */
function key(from: readonly string[]): Part {
  const fieldOf: Readonly<Record<string, keyof ConflictEvent>> = { type: "kind", side_a: "side1", side_b: "side2" };
  return {
    from,
    fields: ["id", "zone", ...from.flatMap((column) => fieldOf[column] ?? [])],
    read: (cells) => {
      const cellOf = (column: string): string => cells[from.indexOf(column)] ?? "";
      if (cellOf("zone").trim() === "") return fault("zone", cellOf("zone"), "is empty");
      return {
        event: {
          id: cells.join("/"),
          zone: cellOf("zone"),
          ...(from.includes("type") && { kind: cellOf("type") }),
          ...(from.includes("side_a") && { side1: sidesIn(cellOf("side_a")) }),
          ...(from.includes("side_b") && { side2: sidesIn(cellOf("side_b")) }),
        },
      };
    },
  };
}
