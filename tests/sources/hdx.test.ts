import { describe, expect, it } from "vitest";
import { eventOf } from "../../src/sources/eventOf.js";
import { hdx } from "../../src/sources/hdx.js";
import { book, fault } from "../store/trial.js";
import { fixtureRows, type TextRow } from "./fixtureRows.js";

const context = { asOf: "2023-06-30", codebook: book };
const rows = await fixtureRows("hdx.csv");
const read = (row: TextRow, source = hdx({ kind: "political_violence" })) => eventOf(source, row, context);
const first: TextRow = rows[1];

const fieldsOf = (columns: readonly string[], source = hdx()) =>
  source.parts(columns).flatMap((part) => ("copy" in part ? [part.field] : part.fields));

describe("hdx", () => {
  it("maps a row to as many events, known to the month", () => {
    expect(read(first)).toEqual({
      event: {
        ...{ id: "Erewhon/Wét Land/South/ER0202/2023-01", source: "hdx", day: "2023-01-01", precision: "month" },
        ...{ kind: "political_violence", side1: [], side2: [], civilians: false, deaths: 2, country: "Erewhon" },
        ...{ admin1: "Wét Land", admin2: "South", events: 1, known: "2023-06-30" },
      },
      repairs: [],
    });
  });

  it("reads every row, a quiet month as 0 events", () => {
    const events = rows.map((row) => read(row));
    expect(events.filter((one) => "reason" in one)).toEqual([]);
    expect(new Set(events.map((one) => "event" in one && one.event.id)).size).toBe(10);
    expect(events[6]).toMatchObject({ event: { events: 0, day: "2023-02-01" } });
  });

  it("says the kind where it is told, and civilians of their targeting alone", () => {
    const shared = ["day", "precision", "id", "country", "admin1", "admin2"];
    const columns = Object.keys(first);
    expect(fieldsOf(columns)).toEqual([...shared, "events", "deaths"]);
    expect(fieldsOf(columns, hdx({ kind: "demonstration" }))).toEqual([...shared, "kind", "events", "deaths"]);
    const civilians = hdx({ kind: "civilian_targeting" });
    expect(fieldsOf(columns, civilians)).toEqual([...shared, "kind", "civilians", "events", "deaths"]);
    expect(read(first, civilians)).toMatchObject({ event: { kind: "civilian_targeting", civilians: true } });
    expect(read(first, hdx())).toMatchObject({ event: { kind: "", civilians: false } });
    expect(() => hdx({ kind: "riots" as "demonstration" })).toThrow(
      fault("InputError", 'hdx: kind needs one of civilian_targeting, demonstration, political_violence, got "riots"'),
    );
  });

  it("reads a file of whole countries, without deaths where it has none", () => {
    const row = { country: "Erewhon", month: "May", year: "2023", events: "7" };
    expect(fieldsOf(Object.keys(row))).toEqual(["day", "precision", "id", "country", "events"]);
    expect(read(row)).toMatchObject({ event: { id: "Erewhon/2023-05", day: "2023-05-01", events: 7, deaths: 0 } });
  });

  it.each(["January", "JANUARY", "Jan", "1", "01"])("reads the month %s", (month) => {
    expect(read({ ...first, month })).toMatchObject({
      event: { day: "2023-01-01", id: "Erewhon/Wét Land/South/ER0202/2023-01" },
    });
  });

  it.each([
    ["country", " ", "is empty"],
    ["month", "Janvier", "is not a month"],
    ["month", "13", "is not a month"],
    ["month", "0", "is not a month"],
    ["month", "", "is not a month"],
    ["year", "23", "is not a year"],
    ["year", "", "is not a year"],
    ["events", "-1", "is not a whole number"],
    ["fatalities", "", "is not a whole number of fatalities"],
  ])("refuses a row whose %s is %j", (column, value, reason) => {
    expect(read({ ...first, [column]: value })).toEqual({ column, value, reason });
  });

  it("speaks for the months from the first row to the last", () => {
    const seen = { since: "2023-01-01", until: "2023-12-01" };
    expect(hdx().covers(seen)).toEqual({ since: "2023-01-01", until: "2024-01-01" });
  });
});
