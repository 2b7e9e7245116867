import { isDay, nextPeriod } from "../core/day.js";
import type { ConflictEvent } from "../core/event.js";
import type { Part, Source } from "../core/source.js";
import { fault, wholeNumber } from "./cells.js";
import { checkedKind, type TotalsKind } from "./hapi.js";
import { monthNumber } from "./monthNumber.js";

/**
 * ACLED's country files on the humanitarian exchange: totals for a country or its districts and a month, without actors
 * (`country`, `month` by name, `year`, `events`, and where they are given `admin1`, `admin2`, `admin2_pcode`, `iso3` and
 * `fatalities`). The file does not say what it counts, its name does: give that as `kind`, or criteria on it are refused.
 * A quiet month is a row of 0 events and is kept.
 */
export function hdx({ kind }: { readonly kind?: TotalsKind } = {}): Source {
  checkedKind("hdx", kind);
  return {
    name: "hdx",
    needs: ["country", "month", "year", "events"],
    parts: (columns) => [
      month,
      key(["country", "admin1", "admin2", "admin2_pcode"].filter((column) => columns.includes(column))),
      place(
        placeFields.filter((column) => columns.includes(column)),
        kind,
      ),
      wholeNumber("events", "events", ""),
      ...(columns.includes("fatalities") ? [wholeNumber("fatalities", "deaths", "fatalities")] : []),
    ],
    covers: ({ since, until }) => ({ since, until: nextPeriod(until, "month") }),
  };
}

const placeFields = ["country", "admin1", "admin2"] as const;

const month: Part = {
  from: ["year", "month"],
  fields: ["day", "precision"],
  read: ([year, name]) => {
    const day = firstDay(year, name);
    if (!isDay(`${year}-01-01`)) return fault("year", year, "is not a year");
    return isDay(day) ? { event: { day, precision: "month" } } : fault("month", name, "is not a month");
  },
};

function firstDay(year: string, name: string): string {
  const number = /^\d{1,2}$/.test(name) ? Number(name) : monthNumber(name);
  return `${year}-${String(number).padStart(2, "0")}-01`;
}

function key(names: readonly string[]): Part {
  return {
    from: [...names, "year", "month"],
    fields: ["id"],
    read: (cells) => {
      const [year, name] = cells.slice(-2);
      return { event: { id: [...cells.slice(0, -2), firstDay(year, name).slice(0, 7)].join("/") } };
    },
  };
}

function place(from: readonly (typeof placeFields)[number][], kind: TotalsKind | undefined): Part {
  const said: Partial<ConflictEvent> = {
    ...(kind !== undefined && { kind }),
    ...(kind === "civilian_targeting" && { civilians: true }),
  };
  return {
    from,
    fields: [...from, ...(Object.keys(said) as (keyof ConflictEvent)[])],
    read: (cells) => {
      if (cells[0].trim() === "") return fault("country", cells[0], "is empty");
      return { event: { ...said, ...Object.fromEntries(from.map((field, i) => [field, cells[i]])) } };
    },
  };
}
