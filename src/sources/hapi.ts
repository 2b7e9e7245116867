import { type Day, isDay, nextPeriod } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { ConflictEvent } from "../core/event.js";
import type { Part, Source } from "../core/source.js";
import { fault, wholeNumber } from "./cells.js";
import { dayReader } from "./dayReader.js";

/** What the humanitarian exchange's totals count; the three overlap, so that their sum means nothing. */
export type TotalsKind = "political_violence" | "civilian_targeting" | "demonstration";

const kinds: readonly string[] = ["civilian_targeting", "demonstration", "political_violence"];

/**
 * Conflict events of HDX HAPI: ACLED's totals for a place and month, without actors. Their three types overlap (the
 * targeting of civilians is part of political violence, and so is force used on demonstrators), so one reading takes one
 * `kind`, which must be named where the file holds more. `civilians` is said only of `civilian_targeting`, deaths not of
 * demonstrations. A place is named as ACLED names it; without `location_name` the country is its code. Rows for a whole
 * country are refused where the file also has rows for places in it. A quiet month is a row of 0 events and is kept.
 */
export function hapi({ kind }: { readonly kind?: TotalsKind } = {}): Source {
  checkedKind("hapi", kind);
  return {
    name: "hapi",
    needs: ["location_code", "event_type", "events", "fatalities", "reference_period_start", "reference_period_end"],
    parts: (columns) => [
      month,
      key(columns),
      type(kind),
      place(columns),
      wholeNumber("events", "events", ""),
      ...(kind === "demonstration" ? [] : [deaths]),
    ],
    covers: ({ since, until }) => ({ since, until: nextPeriod(until, "month") }),
  };
}

/** @throws InputError when the kind is none of the three */
export function checkedKind(name: string, kind: string | undefined): void {
  if (kind === undefined || kinds.includes(kind)) return;
  throw new InputError(`${name}: kind needs one of ${kinds.join(", ")}, got ${JSON.stringify(kind)}`);
}

const dayOf = dayReader();

function dayIn(text: string): Day {
  const read = dayOf(text);
  return "day" in read && /^\d{4}-/.test(text) ? read.day : "";
}

const month: Part = {
  from: ["reference_period_start", "reference_period_end"],
  fields: ["day", "precision"],
  read: ([start, end]) => {
    const [day, last] = [dayIn(start), dayIn(end)];
    if (!isDay(day) || !day.endsWith("-01"))
      return fault("reference_period_start", start, "is not a month's first day");
    const isMonth = last !== "" && last.slice(0, 7) === day.slice(0, 7) && nextPeriod(last, "day").endsWith("-01");
    if (!isMonth) return fault("reference_period_end", end, "is not the last day of the month it starts with");
    return { event: { day, precision: "month" } };
  },
};

/** The columns that name a place of a level, the publisher's spelling before the exchange's. */
function placeColumns(columns: readonly string[], level: 1 | 2): readonly string[] {
  return [`provider_admin${level}_name`, `admin${level}_name`].filter((column) => columns.includes(column));
}

function key(columns: readonly string[]): Part {
  const [first, second] = [placeColumns(columns, 1), placeColumns(columns, 2)];
  const code = ["admin2_code"].filter((column) => columns.includes(column));
  return {
    from: ["location_code", "reference_period_start", "event_type", ...first, ...second, ...code],
    fields: ["id"],
    read: ([country, start, kind, ...cells]) => {
      const names = [cells.slice(0, first.length), cells.slice(first.length, first.length + second.length)];
      const place = [country, ...names.map(named), ...cells.slice(first.length + second.length)];
      return { event: { id: [...place, start.slice(0, 7), kind].join("/") } };
    },
  };
}

function named(names: readonly string[]): string {
  return names.find((name) => name !== "") ?? "";
}

function type(kind: TotalsKind | undefined): Part {
  const saysCivilians = kind === "civilian_targeting";
  const part: Part = {
    from: ["event_type"],
    fields: saysCivilians ? ["kind", "civilians"] : ["kind"],
    read: ([value]) => {
      if (!kinds.includes(value)) return fault("event_type", value, `is not one of ${kinds.join(", ")}`);
      if (kind !== undefined && value !== kind) return fault("event_type", value, `is not ${kind}, the kind asked for`);
      return { event: { kind: value, ...(saysCivilians && { civilians: true }) } };
    },
  };
  if (kind !== undefined) return part;
  return {
    ...part,
    settled: (all) => {
      const met = kinds.filter((one) => all.some(([value]) => value === one));
      if (met.length < 2) return { part };
      throw new DataError(`read: event_type is ${met.join(", ")}, which overlap; name one with --kind`);
    },
  };
}

function place(columns: readonly string[]): Part {
  const country = columns.includes("location_name") ? "location_name" : "location_code";
  const [first, second] = [placeColumns(columns, 1), placeColumns(columns, 2)];
  const level = ["admin_level"].filter((column) => columns.includes(column));
  const from = ["location_code", country, ...level, ...first, ...second];
  const partFrom = (finest: ReadonlyMap<string, string>): Part => ({
    from,
    fields: ["country", "admin1", "admin2"],
    read: ([code, name, ...rest]) => {
      if (name.trim() === "") return fault(country, name, "is empty");
      const names = rest.slice(level.length);
      const finer = finest.get(code);
      if (level.length > 0 && finer !== undefined && rest[0] < finer) {
        return fault("admin_level", rest[0], `is a total of places whose own rows the file has (admin_level ${finer})`);
      }
      const [admin1, admin2] = [named(names.slice(0, first.length)), named(names.slice(first.length))];
      return { event: { country: name, admin1, admin2 } satisfies Partial<ConflictEvent> };
    },
  });
  if (level.length === 0) return partFrom(new Map());
  return {
    ...partFrom(new Map()),
    settled: (all) => {
      const finest = new Map<string, string>();
      for (const [code, , found] of all) if (found > (finest.get(code) ?? "")) finest.set(code, found);
      return { part: partFrom(finest) };
    },
  };
}

const deaths: Part = {
  from: ["fatalities", "event_type"],
  fields: ["deaths"],
  read: ([value, kind]) => {
    if (/^\d{1,9}$/.test(value)) return { event: { deaths: Number(value) } };
    const cure = value === "" && kind === "demonstration" ? "; name demonstrations with --kind demonstration" : "";
    return fault("fatalities", value, `is not a whole number of fatalities${cure}`);
  },
};
