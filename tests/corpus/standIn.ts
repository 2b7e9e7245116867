import { isDay } from "../../src/core/day.js";
import type { Part, Source } from "../../src/core/source.js";
import { coordinates, copied, fault, needed, wholeNumber } from "../../src/sources/cells.js";
import { acledColumns } from "./entry.js";

/** ACLED's export, read in the plainest way, for as long as `src/sources` has no reader of it. */
export function acledStandIn(): Source {
  const precise = (column: string): Part => ({
    from: [column],
    fields: [],
    read: ([value]) => (/^[123]$/.test(value) ? { event: {} } : fault(column, value, "is not 1, 2 or 3")),
  });
  const side = (column: string, field: "side1" | "side2"): Part => ({
    from: [column],
    fields: [field],
    read: ([value]) => ({ event: { [field]: value === "" ? [] : [value] } }),
  });
  return {
    name: "acled",
    needs: acledColumns,
    parts: () => [
      needed("event_id_cnty", "id"),
      {
        from: ["event_date", "year"],
        fields: ["day"],
        read: ([day, year]) => {
          if (!isDay(day)) return fault("event_date", day, "is not a day");
          return day.startsWith(`${year}-`) ? { event: { day } } : fault("year", year, "is not that of event_date");
        },
      },
      precise("time_precision"),
      precise("geo_precision"),
      { from: ["event_type"], fields: ["kind"], read: ([kind]) => ({ event: { kind } }) },
      { from: ["sub_event_type"], fields: ["subkind"], read: ([subkind]) => ({ event: { subkind } }) },
      side("actor1", "side1"),
      side("actor2", "side2"),
      { from: ["country"], fields: ["country"], read: ([country]) => ({ event: { country } }) },
      coordinates("latitude", "longitude"),
      wholeNumber("fatalities", "deaths", "deaths"),
      {
        from: ["timestamp"],
        fields: ["stamp"],
        read: ([value]) =>
          /^\d+$/.test(value) ? { event: { stamp: Number(value) } } : fault("timestamp", value, "is not a time"),
      },
      copied("admin1", "admin1"),
      copied("admin2", "admin2"),
      copied("location", "place"),
      copied("notes", "notes"),
    ],
    covers: (seen) => seen,
  };
}
