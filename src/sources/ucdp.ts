import { type Every, isDay, nextPeriod, periodOf } from "../core/day.js";
import type { ConflictEvent } from "../core/event.js";
import type { Fault, Source } from "../core/source.js";

const kinds: Readonly<Record<string, string>> = { 1: "state-based", 2: "non-state", 3: "one-sided" };

/** UCDP's date_prec: the day; two to six days; the week; the month; up to a year. */
const precisions: Readonly<Record<string, Every>> = { 1: "day", 2: "week", 3: "week", 4: "month", 5: "year" };

/**
 * UCDP GED: the global CSV (`best`, ISO days) and the country exports (`best_est`, `12/20/2023 00:00:00`).
 * `deaths` is the best estimate. UCDP counts events with at least one death, so its levels lie below those of sources
 * that count every event. The low and high estimates are kept as published, also where they do not enclose the best.
 * An event known to several days stands at the first of them, also where they reach into the next month.
 * A file of a yearly release speaks for whole calendar years.
 *
 * @see Sundberg & Melander (2013) Journal of Peace Research 50, 523–532
 */
export function ucdp(): Source {
  return {
    name: "ucdp",
    needs: [
      ...["id", "type_of_violence", "side_a", "side_b", "where_prec", "adm_1", "adm_2", "latitude", "longitude"],
      ...["country", "date_prec", "date_start", "date_end"],
    ],
    says: () => [
      ...(["id", "source", "day", "until", "precision", "kind", "side1", "side2", "civilians", "deaths"] as const),
      ...(["deathsLow", "deathsHigh", "country", "admin1", "admin2", "place", "zone", "lat", "lon"] as const),
      ...(["placePrecision", "events", "known", "notes"] as const),
    ],
    covers: ({ since, until }) => ({ since: periodOf(since, "year"), until: nextPeriod(until, "year") }),
    event: (row, { asOf }) => {
      const fault = faultOf(row);
      if (fault !== undefined) return fault;
      const event: ConflictEvent = {
        id: row["id"],
        source: "ucdp",
        day: dayIn(row["date_start"]),
        until: dayIn(row["date_end"]),
        precision: precisions[row["date_prec"]],
        kind: kinds[row["type_of_violence"]],
        side1: sidesIn(row["side_a"]),
        side2: sidesIn(row["side_b"]),
        civilians: row["type_of_violence"] === "3",
        deaths: Number(row["best"] ?? row["best_est"]),
        deathsLow: Number(row["low"] ?? row["low_est"]),
        deathsHigh: Number(row["high"] ?? row["high_est"]),
        country: row["country"],
        admin1: row["adm_1"],
        admin2: row["adm_2"],
        place: row["where_coordinates"] ?? "",
        lat: Number(row["latitude"]),
        lon: Number(row["longitude"]),
        placePrecision: Number(row["where_prec"]),
        events: 1,
        known: asOf,
        notes: row["source_headline"] ?? "",
      };
      return event;
    },
  };
}

/** UCDP writes a coalition as one name with commas. */
export function sidesIn(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function faultOf(row: Readonly<Record<string, string>>): Fault | undefined {
  const fault = (column: string, reason: string): Fault => ({ column, value: row[column] ?? "", reason });
  if (row["id"].trim() === "") return fault("id", "is empty");
  for (const column of ["date_start", "date_end"]) if (dayIn(row[column]) === "") return fault(column, "is not a day");
  if (dayIn(row["date_end"]) < dayIn(row["date_start"])) return fault("date_end", "is before date_start");
  if (!Object.hasOwn(precisions, row["date_prec"])) return fault("date_prec", "is not 1 to 5");
  if (!Object.hasOwn(kinds, row["type_of_violence"])) return fault("type_of_violence", "is not 1, 2 or 3");
  if (row["side_a"].trim() === "") return fault("side_a", "is empty");
  if (row["side_b"].trim() === "") return fault("side_b", "is empty");
  for (const name of ["low", "best", "high"]) {
    const column = name in row ? name : `${name}_est`;
    if (!(column in row)) return { column, value: "", reason: "is not a column of this file" };
    if (!/^\d{1,9}$/.test(row[column])) return fault(column, "is not a whole number of deaths");
  }
  if (!isWithin(row["latitude"], 90)) return fault("latitude", "is not within 90 degrees");
  if (!isWithin(row["longitude"], 180)) return fault("longitude", "is not within 180 degrees");
  if (!/^[1-7]$/.test(row["where_prec"])) return fault("where_prec", "is not 1 to 7");
  return row["country"].trim() === "" ? fault("country", "is empty") : undefined;
}

function isWithin(text: string, limit: number): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= limit;
}

/** "12/20/2023 00:00:00" (month first, as UCDP writes it), "2023-12-20 00:00:00.000" or "2023-12-20"; "" when no day. */
function dayIn(text: string): string {
  const american = /^(\d{2})\/(\d{2})\/(\d{4})( 00:00:00)?$/.exec(text);
  const iso = /^(\d{4}-\d{2}-\d{2})([ T]00:00:00(\.0+)?)?$/.exec(text);
  const day = american ? `${american[3]}-${american[1]}-${american[2]}` : (iso?.[1] ?? "");
  return isDay(day) ? day : "";
}
