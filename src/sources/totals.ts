import { isDay, nextPeriod } from "../core/day.js";
import type { ConflictEvent } from "../core/event.js";
import type { Fault, Source } from "../core/source.js";
import { sidesIn } from "./ucdp.js";

const optional = {
  type: ["kind"],
  side_a: ["side1"],
  side_b: ["side2"],
  fatalities: ["deaths"],
  best: ["deaths"],
  low: ["deathsLow"],
  high: ["deathsHigh"],
} as const satisfies Readonly<Record<string, readonly (keyof ConflictEvent)[]>>;

/**
 * Published totals, a row for a zone and month: `month` (YYYY-MM), `zone`, `events`, and, where the publisher gives them,
 * `type`, `side_a`, `side_b`, `fatalities` or `best`, `low`, `high`. Zones are those of the codebook. A month without a row
 * is a month without events.
 */
export function totals(): Source {
  return {
    name: "totals",
    needs: ["month", "zone", "events"],
    says: (columns) => [
      ...(["id", "source", "day", "precision", "country", "zone", "events", "known"] as const),
      ...Object.entries(optional).flatMap(([column, fields]) => (columns.includes(column) ? fields : [])),
    ],
    covers: ({ since, until }) => ({ since, until: nextPeriod(until, "month") }),
    event: (row, { asOf, codebook }) => {
      const deaths = "fatalities" in row ? "fatalities" : "best";
      const fault = faultOf(row, deaths);
      if (fault !== undefined) return fault;
      return {
        id: [row["month"], row["zone"], row["type"], row["side_a"], row["side_b"]]
          .filter((part) => part !== undefined)
          .join("/"),
        source: "totals",
        day: `${row["month"]}-01`,
        precision: "month",
        kind: row["type"] ?? "",
        side1: sidesIn(row["side_a"] ?? ""),
        side2: sidesIn(row["side_b"] ?? ""),
        civilians: row["type"] === "one-sided",
        deaths: Number(row[deaths] ?? 0),
        ...("low" in row && { deathsLow: Number(row["low"]) }),
        ...("high" in row && { deathsHigh: Number(row["high"]) }),
        country: codebook.country,
        zone: row["zone"],
        events: Number(row["events"]),
        known: asOf,
      };
    },
  };
}

function faultOf(row: Readonly<Record<string, string>>, deaths: string): Fault | undefined {
  const fault = (column: string, reason: string): Fault => ({ column, value: row[column], reason });
  if (!isDay(`${row["month"]}-01`)) return fault("month", "is not a month as YYYY-MM");
  if (row["zone"].trim() === "") return fault("zone", "is empty");
  for (const column of ["events", deaths, "low", "high"]) {
    if (column in row && !/^\d{1,12}$/.test(row[column])) return fault(column, "is not a whole number");
  }
  return undefined;
}
