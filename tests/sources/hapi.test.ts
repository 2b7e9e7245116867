import { describe, expect, it } from "vitest";
import { eventOf } from "../../src/sources/eventOf.js";
import { hapi } from "../../src/sources/hapi.js";
import { book, fault } from "../store/trial.js";
import { fixtureRows, settledOn, type TextRow } from "./fixtureRows.js";

const context = { asOf: "2023-06-30", codebook: book };
const rows = await fixtureRows("hapi.csv");
const api = await fixtureRows("hapi-api.json");
const read = (row: TextRow, source = hapi({ kind: "political_violence" })) => eventOf(source, row, context);
const violence: TextRow = rows[3];

describe("hapi", () => {
  it("maps a row to as many events, known to the month", () => {
    expect(read(violence)).toEqual({
      event: {
        ...{ id: "ERE/Hill/South/ER0102/2023-01/political_violence", source: "hapi", day: "2023-01-01" },
        ...{ precision: "month", kind: "political_violence", side1: [], side2: [], civilians: false, deaths: 6 },
        ...{ country: "ERE", admin1: "Hill", admin2: "South", events: 3, known: "2023-06-30" },
      },
      repairs: [],
    });
  });

  it("reads the API's rows as the CSV's, with the country's name", () => {
    const of = (some: readonly TextRow[]) => some.map((row) => read(row)).filter((one) => "event" in one);
    expect(of(api)).toEqual(
      of(rows).map(({ event, ...rest }) => ({ event: { ...event, country: "Erewhon" }, ...rest })),
    );
    expect(of(rows)).toHaveLength(4);
  });

  it("keeps a quiet month as 0 events", () => {
    expect(read(rows[6])).toMatchObject({ event: { events: 0, day: "2023-02-01" } });
  });

  it("reads one kind, and no other as if it could be added", () => {
    const reason = "is not political_violence, the kind asked for";
    expect(read(rows[1])).toEqual({ column: "event_type", value: "civilian_targeting", reason });
    expect(() => settledOn(hapi(), rows)).toThrow(
      fault(
        "DataError",
        "read: event_type is civilian_targeting, demonstration, political_violence, which overlap; name one with --kind",
      ),
    );
    const { source } = settledOn(hapi(), [violence, rows[0]]);
    expect(read(violence, source)).toMatchObject({ event: { kind: "political_violence" } });
    expect(() => hapi({ kind: "riots" as "demonstration" })).toThrow(
      fault("InputError", 'hapi: kind needs one of civilian_targeting, demonstration, political_violence, got "riots"'),
    );
  });

  it("says civilians of their targeting alone, and deaths not of demonstrations", () => {
    const fieldsOf = (kind?: Parameters<typeof hapi>[0]) =>
      hapi(kind)
        .parts(Object.keys(violence))
        .flatMap((part) => ("copy" in part ? [part.field] : part.fields))
        .sort();
    const shared = ["admin1", "admin2", "country", "day", "events", "id", "kind", "precision"];
    expect(fieldsOf({ kind: "political_violence" })).toEqual([...shared, "deaths"].sort());
    expect(fieldsOf({ kind: "demonstration" })).toEqual(shared);
    expect(fieldsOf({ kind: "civilian_targeting" })).toEqual([...shared, "deaths", "civilians"].sort());
    expect(read(rows[1], hapi({ kind: "civilian_targeting" }))).toMatchObject({
      event: { civilians: true, deaths: 2 },
    });
    expect(read(rows[2], hapi({ kind: "demonstration" }))).toMatchObject({
      event: { kind: "demonstration", deaths: 0 },
    });
    expect(read(rows[2], hapi())).toEqual({
      column: "fatalities",
      value: "",
      reason: "is not a whole number of fatalities; name demonstrations with --kind demonstration",
    });
  });

  it("names a place as ACLED does, else as the exchange does", () => {
    const unnamed = { ...violence, provider_admin1_name: "", provider_admin2_name: "" };
    expect(read(unnamed)).toMatchObject({
      event: { admin1: "HILL", admin2: "South", id: "ERE/HILL/South/ER0102/2023-01/political_violence" },
    });
    const { provider_admin1_name, provider_admin2_name, admin_level, admin2_code, ...bare } = violence;
    expect(read(bare)).toMatchObject({
      event: { admin1: "HILL", id: "ERE/HILL/South/2023-01/political_violence" },
    });
  });

  it("refuses the total of a country that it has in parts, and keeps that of another", () => {
    const blank = { provider_admin1_name: "", provider_admin2_name: "", admin1_name: "", admin2_name: "" };
    const whole = { ...violence, ...blank, admin2_code: "", admin_level: "0" };
    const other = { ...whole, location_code: "NOW" };
    const { source } = settledOn(hapi({ kind: "political_violence" }), [whole, violence, other]);
    expect(read(whole, source)).toEqual({
      column: "admin_level",
      value: "0",
      reason: "is a total of places whose own rows the file has (admin_level 2)",
    });
    expect(read(violence, source)).toMatchObject({ event: { admin1: "Hill" } });
    expect(read(other, source)).toMatchObject({
      event: { country: "NOW", admin1: "", admin2: "", id: "NOW////2023-01/political_violence" },
    });
  });

  it.each(["2023-01-01", "2023-01-01T00:00:00", "2023-01-01 00:00:00+00:00"])(
    "reads a month that begins %s",
    (start) => {
      expect(read({ ...violence, reference_period_start: start })).toMatchObject({ event: { day: "2023-01-01" } });
    },
  );

  it.each([
    ["location_code", "", "is empty"],
    ["event_type", "riots", "is not one of civilian_targeting, demonstration, political_violence"],
    ["events", "", "is not a whole number"],
    ["events", "3.5", "is not a whole number"],
    ["fatalities", "", "is not a whole number of fatalities"],
    ["reference_period_start", "2023-01-02", "is not a month's first day"],
    ["reference_period_start", "1 January 2023", "is not a month's first day"],
    ["reference_period_start", "", "is not a month's first day"],
    ["reference_period_end", "2023-01-30", "is not the last day of the month it starts with"],
    ["reference_period_end", "2023-02-28", "is not the last day of the month it starts with"],
    ["reference_period_end", "", "is not the last day of the month it starts with"],
  ])("refuses a row whose %s is %j", (column, value, reason) => {
    expect(read({ ...violence, [column]: value })).toEqual({ column, value, reason });
  });

  it("refuses an empty name of a country", () => {
    expect(read({ ...violence, location_name: "" })).toEqual({
      column: "location_name",
      value: "",
      reason: "is empty",
    });
  });

  it("speaks for the months from the first row to the last", () => {
    const seen = { since: "2023-01-01", until: "2023-02-01" };
    expect(hapi().covers(seen)).toEqual({ since: "2023-01-01", until: "2023-03-01" });
  });
});
