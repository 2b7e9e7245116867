import { addDays } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { ConflictEvent } from "../core/event.js";
import type { Copy, Part, Source } from "../core/source.js";
import { acledDay } from "./acledDay.js";
import { acledKnown } from "./acledKnown.js";
import { coordinates, copied, fault, needed, oneOf, wholeNumber } from "./cells.js";
import type { DayOrder } from "./dayReader.js";

/** The event types of ACLED's present codebook, then those of its codebooks before 2019. */
const types = [
  ...["Battles", "Explosions/Remote violence", "Protests", "Riots", "Strategic developments"],
  "Violence against civilians",
  ...["Battle-No change of territory", "Battle-Government regains territory"],
  ...["Battle-Non-state actor overtakes territory", "Headquarters or base established"],
  ...["Non-violent transfer of territory", "Remote violence", "Riots/Protests", "Strategic development"],
];

const precisions = { 1: { precision: "day" }, 2: { precision: "week" }, 3: { precision: "month" } } as const;
const places = { 1: { placePrecision: 1 }, 2: { placePrecision: 2 }, 3: { placePrecision: 3 } };

/**
 * ACLED's exports and API rows, the present ones and those since 2016. Types and names stay as published: `kind` is the
 * event type, `subkind` the sub-event type, a side is its actor followed by the associated ones. Civilians are those of
 * `civilian_targeting` where the file has it (from 2023), and of the type "Violence against civilians" before, which is
 * narrower. The id is event_id_cnty, which a row keeps when it is revised; in a file without it data_id, or
 * event_id_no_cnty with the country's code. `dates` names the order of dates like 03/04/2019, which the file must prove
 * otherwise. Codes of interaction are not read. The file speaks for the days from its first event to its last: which days
 * were asked for, and whether the last are complete, it does not say.
 *
 * @see Raleigh, Linke, Hegre & Karlsen (2010) Journal of Peace Research 47, 651–660
 */
export function acled({ dates }: { readonly dates?: DayOrder } = {}): Source {
  return {
    name: "acled",
    needs: [
      ...["event_date", "time_precision", "event_type", "actor1", "actor2", "country", "admin1", "admin2"],
      ...["latitude", "longitude", "geo_precision", "fatalities"],
    ],
    parts: (columns) => {
      const has = (column: string): boolean => columns.includes(column);
      const first = (...names: readonly string[]): string[] => names.filter(has).slice(0, 1);
      return [
        idIn(columns),
        acledDay(dates, has("year")),
        oneOf("time_precision", precisions, ["precision"], "is not 1, 2 or 3"),
        ...(has("civilian_targeting") ? [kindAlone, targeted] : [kind]),
        ...(has("sub_event_type") ? [subkind] : []),
        sideIn("side1", ["actor1", ...first("assoc_actor_1", "ally_actor_1")]),
        sideIn("side2", ["actor2", ...first("assoc_actor_2", "ally_actor_2")]),
        wholeNumber("fatalities", "deaths", "fatalities"),
        coordinates("latitude", "longitude"),
        oneOf("geo_precision", places, ["placePrecision"], "is not 1, 2 or 3"),
        place,
        ...(has("location") ? [copied("location", "place")] : []),
        ...(has("notes") ? [copied("notes", "notes")] : []),
        ...(has("timestamp") ? [acledKnown("timestamp")] : []),
      ];
    },
    covers: ({ since, until }) => ({ since, until: addDays(until, 1) }),
  };
}

function idIn(columns: readonly string[]): Part | Copy {
  for (const column of ["event_id_cnty", "data_id"]) if (columns.includes(column)) return needed(column, "id");
  const code = ["iso", "iso3", "gwno"].find((column) => columns.includes(column)) ?? "country";
  if (!columns.includes("event_id_no_cnty")) {
    throw new DataError(
      "read: has no column event_id_cnty, data_id or event_id_no_cnty, one of which acled files have",
    );
  }
  return {
    from: [code, "event_id_no_cnty"],
    fields: ["id"],
    read: ([country, number]) => {
      if (country.trim() === "") return fault(code, country, "is empty");
      if (number.trim() === "") return fault("event_id_no_cnty", number, "is empty");
      return { event: { id: `${country}/${number}` } };
    },
  };
}

const isType = new Set(types);
const notAType = "is not an event type of ACLED";

const kind: Part = {
  from: ["event_type"],
  fields: ["kind", "civilians"],
  read: ([value]) =>
    isType.has(value)
      ? { event: { kind: value, civilians: value === "Violence against civilians" } }
      : fault("event_type", value, notAType),
};

const kindAlone: Part = {
  from: ["event_type"],
  fields: ["kind"],
  read: ([value]) => (isType.has(value) ? { event: { kind: value } } : fault("event_type", value, notAType)),
};

const targeted: Part = oneOf(
  "civilian_targeting",
  { "": { civilians: false }, "Civilian targeting": { civilians: true } },
  ["civilians"],
  'is not "Civilian targeting" or empty',
);

const subkind: Part = {
  from: ["sub_event_type"],
  fields: ["subkind"],
  read: ([value]) => ({ event: value === "" ? {} : { subkind: value } }),
};

/** A side: its actor, then the associated ones, which ACLED divides by ";". Only the first side is always named. */
function sideIn(field: "side1" | "side2", from: readonly string[]): Part {
  return {
    from,
    fields: [field],
    read: ([actor, associated = ""]) => {
      if (field === "side1" && actor.trim() === "") return fault("actor1", actor, "is empty");
      const names = [actor, ...associated.split(";")].map((name) => name.trim()).filter((name) => name !== "");
      return { event: { [field]: names } satisfies Partial<ConflictEvent> };
    },
  };
}

const place: Part = {
  from: ["country", "admin1", "admin2"],
  fields: ["country", "admin1", "admin2"],
  read: ([country, admin1, admin2]) =>
    country.trim() === "" ? fault("country", country, "is empty") : { event: { country, admin1, admin2 } },
};
