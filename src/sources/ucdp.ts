import { isDay, nextPeriod, periodOf } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Part, Source } from "../core/source.js";
import { coordinates, copied, fault, needed, oneOf, wholeNumber } from "./cells.js";

const kinds = {
  1: { kind: "state-based", civilians: false },
  2: { kind: "non-state", civilians: false },
  3: { kind: "one-sided", civilians: true },
};

/** UCDP's date_prec: the day; two to six days; the week; the month; up to a year. */
const precisions = {
  1: { precision: "day" },
  2: { precision: "week" },
  3: { precision: "week" },
  4: { precision: "month" },
  5: { precision: "year" },
} as const;

const places = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((placePrecision) => [placePrecision, { placePrecision }]));

/**
 * UCDP GED: the global CSV and the API's rows (`best`, ISO days), the country exports (`best_est`, `12/20/2023 00:00:00`)
 * and, named as such, the candidate events of the months since the last yearly release.
 * `deaths` is the best estimate. UCDP counts events with at least one death, so its levels lie below those of sources
 * that count every event. The low and high estimates are kept as published, also where they do not enclose the best.
 * An event known to several days stands at the first of them, also where they reach into the next month.
 * A file of a yearly release speaks for whole calendar years. A file of candidate events speaks for the calendar months
 * from its first event to its last; they are preliminary, and a later release drops some and changes others. The columns
 * are the same in both: only a `code_status` other than "Clear" gives candidate events away, and stops a yearly reading.
 *
 * @see Sundberg & Melander (2013) Journal of Peace Research 50, 523–532
 */
export function ucdp({ candidate = false }: { readonly candidate?: boolean } = {}): Source {
  const every = candidate ? "month" : "year";
  return {
    name: "ucdp",
    needs: [
      ...["id", "type_of_violence", "side_a", "side_b", "where_prec", "adm_1", "adm_2", "latitude", "longitude"],
      ...["country", "date_prec", "date_start", "date_end"],
    ],
    parts: (columns) => {
      const has = (column: string): boolean => columns.includes(column);
      const [best, low, high] = ["best", "low", "high"].map((name) => (has(name) ? name : `${name}_est`));
      return [
        needed("id", "id"),
        days,
        oneOf("date_prec", precisions, ["precision"], "is not 1 to 5"),
        kind(candidate, has("code_status")),
        side("side_a", "side1"),
        side("side_b", "side2"),
        wholeNumber(low, "deathsLow", "deaths"),
        wholeNumber(best, "deaths", "deaths"),
        wholeNumber(high, "deathsHigh", "deaths"),
        coordinates("latitude", "longitude"),
        oneOf("where_prec", places, ["placePrecision"], "is not 1 to 7"),
        place,
        ...(has("where_coordinates") ? [copied("where_coordinates", "place")] : []),
        ...(has("source_headline") ? [copied("source_headline", "notes")] : []),
      ];
    },
    covers: ({ since, until }) => ({ since: periodOf(since, every), until: nextPeriod(until, every) }),
  };
}

/** The type of violence; with it, whether the file is of the release that it is taken for. */
function kind(candidate: boolean, hasStatus: boolean): Part {
  const plain = oneOf("type_of_violence", kinds, ["kind", "civilians"], "is not 1, 2 or 3");
  const part: Part = hasStatus ? { ...plain, from: ["type_of_violence", "code_status"] } : plain;
  if (candidate) {
    return { ...part, settled: () => ({ part, note: "candidate events are preliminary: later releases change them" }) };
  }
  return {
    ...part,
    settled: (all) => {
      const [unclear] = all.flatMap(([, status = ""]) => (status === "" || status === "Clear" ? [] : [status])).sort();
      if (unclear === undefined) return { part };
      const met = `code_status is ${JSON.stringify(unclear)}, but "Clear" throughout a yearly release`;
      throw new DataError(`read: ${met}; name the file as candidate events with --candidate`);
    },
  };
}

const days: Part = {
  from: ["date_start", "date_end"],
  fields: ["day", "until"],
  read: ([start, end]) => {
    const [day, until] = [dayIn(start), dayIn(end)];
    if (day === "") return fault("date_start", start, "is not a day");
    if (until === "") return fault("date_end", end, "is not a day");
    if (until < day) return fault("date_end", end, "is before date_start");
    return { event: { day, until } };
  },
};

const place: Part = {
  from: ["country", "adm_1", "adm_2"],
  fields: ["country", "admin1", "admin2"],
  read: ([country, admin1, admin2]) =>
    country.trim() === "" ? fault("country", country, "is empty") : { event: { country, admin1, admin2 } },
};

function side(column: string, field: "side1" | "side2"): Part {
  return {
    from: [column],
    fields: [field],
    read: ([value]) =>
      value.trim() === "" ? fault(column, value, "is empty") : { event: { [field]: sidesIn(value) } },
  };
}

/** UCDP writes a coalition as one name with commas. */
export function sidesIn(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** "12/20/2023 00:00:00" (month first, as UCDP writes it), "2023-12-20 00:00:00.000" or "2023-12-20"; "" when no day. */
function dayIn(text: string): string {
  const american = /^(\d{2})\/(\d{2})\/(\d{4})( 00:00:00)?$/.exec(text);
  const iso = /^(\d{4}-\d{2}-\d{2})([ T]00:00:00(\.0+)?)?$/.exec(text);
  const day = american ? `${american[3]}-${american[1]}-${american[2]}` : (iso?.[1] ?? "");
  return isDay(day) ? day : "";
}
