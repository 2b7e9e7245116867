import { describe, expect, it } from "vitest";
import type { ConflictEvent } from "../../src/index.js";
import { withEngine } from "../../src/store/engine.js";
import { eventColumns } from "../../src/store/eventColumns.js";
import { eventsIn } from "./trial.js";

const full: ConflictEvent = {
  id: "1'; DROP TABLE events; --",
  source: "__proto__",
  day: "1969-12-31",
  until: "2024-02-29",
  precision: "week",
  kind: "constructor",
  subkind: "",
  side1: ['say "no"', "a, b", "😀 漢 é"],
  side2: [],
  civilians: true,
  deaths: 123_456_789,
  deathsLow: 0,
  deathsHigh: 4_294_967_296,
  country: "Côte d'Ivoire",
  admin1: "NULL",
  admin2: "two\nlines",
  place: "\\N",
  zone: "$1",
  lat: -14.4972,
  lon: 0.1 + 0.2,
  placePrecision: 3,
  events: 2,
  known: "0001-01-01",
  stamp: 1_700_000_000,
  notes: "x".repeat(100_000),
};
const {
  until,
  subkind,
  deathsLow,
  deathsHigh,
  admin1,
  admin2,
  place,
  zone,
  lat,
  lon,
  placePrecision,
  stamp,
  notes,
  ...least
} = full;

async function rowsFrom(events: readonly ConflictEvent[], sql: string): Promise<unknown[]> {
  return await withEngine(async (connection) => {
    await eventsIn(connection, events);
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJson();
  });
}

describe("eventColumns", () => {
  it("has a column for every field of an event, and no other", () => {
    expect(eventColumns.map(({ field }) => field).sort()).toEqual(Object.keys(full).sort());
  });

  it("gives back every field as it was put in", async () => {
    const [row] = await rowsFrom([full], "SELECT * FROM events");
    const { deaths, events, ...rest } = full;
    const whole = { deaths, deathsLow, deathsHigh, placePrecision, events, stamp };
    const texts = Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, String(value)]));
    expect(row).toEqual({ ...rest, ...texts, civilians: true });
  });

  it("keeps what is absent as null, apart from an empty text and from zero", async () => {
    const sql =
      "SELECT subkind IS NULL AS a, until IS NULL AS b, deathsLow IS NULL AS c, lat IS NULL AS d, len(side2) AS e FROM events";
    const rows = await rowsFrom([full, { ...least, id: "2" }], sql);
    expect(rows).toEqual([
      { a: false, b: false, c: false, d: false, e: "0" },
      { a: true, b: true, c: true, d: true, e: "0" },
    ]);
  });

  it("keeps the order of the events and of the sides", async () => {
    const events = ["c", "a", "b"].map((id) => ({ ...full, id, side1: [id, "z", "a"] }));
    const rows = await rowsFrom(events, "SELECT id, side1[1] AS first, side1[3] AS last FROM events");
    expect(rows).toEqual(["c", "a", "b"].map((id) => ({ id, first: id, last: "a" })));
  });

  it("holds no rows when none were put in", async () => {
    expect(await rowsFrom([], "SELECT count(*)::INT AS n FROM events")).toEqual([{ n: 0 }]);
  });
});
