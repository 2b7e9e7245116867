import { describe, expect, it } from "vitest";
import { acled } from "../../src/sources/acled.js";
import { eventOf } from "../../src/sources/eventOf.js";
import { book, fault } from "../store/trial.js";
import { fixtureRows, settledOn, type TextRow } from "./fixtureRows.js";

const context = { asOf: "2020-06-30", codebook: book };
const [now, is2019, is2016, api] = await Promise.all(
  ["acled-now.csv", "acled-2019.csv", "acled-2016.csv", "acled-api.json"].map(fixtureRows),
);
const read = (row: TextRow, source = acled()) => eventOf(source, row, context);
const first: TextRow = now[0];

describe("acled", () => {
  it("maps every column of a present export", () => {
    expect(read(first)).toEqual({
      event: {
        ...{ id: "ERE100", source: "acled", day: "2019-01-04", precision: "day", kind: "Battles" },
        ...{ subkind: "Armed clash", side2: ["HLF: Hill Liberation Front"], civilians: false, deaths: 0 },
        side1: ["Military Forces of Erewhon (2010-)", "Guard of the Hill", "Weavers' Guild"],
        ...{ country: "Erewhon", admin1: "Hill", admin2: "North", place: 'Village 0, by the "old" well' },
        ...{ lat: 10, lon: -4, placePrecision: 1, events: 1, known: "2020-01-26", stamp: 1_580_000_000 },
        notes: 'On a day of January, "something" happened.\nNobody saw it.',
      },
      repairs: [],
    });
  });

  it("reads every row of every era", () => {
    for (const rows of [now, is2019, is2016, api]) {
      const { source, notes } = settledOn(acled(), rows);
      const events = rows.map((row) => read(row, source));
      expect(events.filter((one) => "reason" in one)).toEqual([]);
      expect(new Set(events.map((one) => "event" in one && one.event.id)).size).toBe(10);
      expect(notes).toEqual(rows === is2016 ? ['event_date is read day first: "13/04/2016" proves it'] : []);
    }
  });

  it("reads the API's rows as the export's", () => {
    expect(api.map((row) => read(row))).toEqual(now.map((row) => read(row)));
  });

  it("reads an export of 2019 as the present one, but for civilians", () => {
    const events = is2019.map((row) => read(row));
    const present = now.map((row) => read(row));
    const without = (some: typeof events) =>
      some.map((one) => "event" in one && { ...one.event, civilians: undefined });
    expect(without(events)).toEqual(without(present));
    const civilians = (some: typeof events) => some.map((one) => "event" in one && one.event.civilians);
    expect(civilians(present).flatMap((yes, i) => (yes ? [i] : []))).toEqual([2, 3, 7]);
    expect(civilians(events).flatMap((yes, i) => (yes ? [i] : []))).toEqual([2, 7]);
  });

  it("reads an export of 2016: allies, old types, dates in the order that they prove", () => {
    const { source } = settledOn(acled(), is2016);
    expect(read(is2016[0], source)).toEqual({
      event: {
        ...{
          id: "100ERE",
          source: "acled",
          day: "2016-01-04",
          precision: "day",
          kind: "Battle-No change of territory",
        },
        ...{ side2: ["HLF: Hill Liberation Front"], civilians: false, deaths: 0 },
        side1: ["Military Forces of Erewhon (2010-)", "Guard of the Hill", "Weavers' Guild"],
        ...{ country: "Erewhon", admin1: "Hill", admin2: "North", place: 'Village 0, by the "old" well' },
        ...{ lat: 10, lon: -4, placePrecision: 1, events: 1, known: "2020-06-30" },
        notes: 'On a day of January, "something" happened.\nNobody saw it.',
      },
      repairs: [],
    });
  });

  it("fills the fields that its columns have and no other", () => {
    const fieldsOf = (row: TextRow) =>
      acled()
        .parts(Object.keys(row))
        .flatMap((part) => ("copy" in part ? [part.field] : part.fields));
    const event = read(first);
    const all = Object.keys("event" in event ? event.event : {});
    expect([...fieldsOf(first), "source", "events"].sort()).toEqual(all.sort());
    expect(all.filter((field) => !fieldsOf(is2016[0]).some((one) => one === field))).toEqual([
      ...["events", "known", "source", "stamp", "subkind"],
    ]);
  });

  it("needs only columns that every era has", () => {
    for (const [row] of [now, is2019, is2016, api]) {
      expect(acled().needs.filter((column) => !(column in row))).toEqual([]);
    }
  });

  it.each([
    ["1", "day"],
    ["2", "week"],
    ["3", "month"],
  ])("reads time_precision %s as known to the %s", (code, precision) => {
    expect(read({ ...first, time_precision: code })).toMatchObject({ event: { precision } });
  });

  it("names sides in the publisher's words, and lets the second be empty", () => {
    const row = { ...first, actor1: "__proto__", assoc_actor_1: " A, b ;; C", actor2: "", assoc_actor_2: "Herders" };
    expect(read(row)).toMatchObject({ event: { side1: ["__proto__", "A, b", "C"], side2: ["Herders"] } });
    expect(read({ ...row, assoc_actor_2: "" })).toMatchObject({ event: { side2: [] } });
  });

  it("says no sub-event type where the row has none", () => {
    const found = read({ ...first, sub_event_type: "" });
    expect("event" in found && "subkind" in found.event).toBe(false);
  });

  it("takes the id from what the file has", () => {
    const { event_id_cnty, ...rest } = first;
    const without: TextRow = { ...rest, event_id_no_cnty: "104" };
    expect(read({ ...without, data_id: "77" })).toMatchObject({ event: { id: "77" } });
    expect(read(without)).toMatchObject({ event: { id: "999/104" } });
    const { iso, ...bare } = without;
    expect(read({ ...bare, gwno: "99" })).toMatchObject({ event: { id: "99/104" } });
    expect(read(bare)).toMatchObject({ event: { id: "Erewhon/104" } });
    expect(read({ ...without, iso: "" })).toEqual({ column: "iso", value: "", reason: "is empty" });
    const empty = { column: "event_id_no_cnty", value: " ", reason: "is empty" };
    expect(read({ ...without, event_id_no_cnty: " " })).toEqual(empty);
    expect(() => read(rest)).toThrow(
      fault(
        "DataError",
        "read: has no column event_id_cnty, data_id or event_id_no_cnty, one of which acled files have",
      ),
    );
  });

  it.each(["2019-01-04", "4 January 2019", "04-Jan-2019", "2019-01-04T00:00:00"])("reads the day %s", (event_date) => {
    expect(read({ ...first, event_date })).toMatchObject({ event: { day: "2019-01-04" }, repairs: [] });
  });

  it("reads dates of two numbers in the order it is told", () => {
    const row = { ...first, event_date: "01/04/2019" };
    expect(read(row, acled({ dates: "month-first" }))).toMatchObject({ event: { day: "2019-01-04" } });
    expect(read(row, acled({ dates: "day-first" }))).toMatchObject({ event: { day: "2019-04-01" } });
  });

  it.each([
    ["0019-01-04", "2019"],
    ["0019-01-04", "0019"],
    ["0019-01-04", "19"],
    ["2019-01-04", "0019"],
    ["2019-01-04", "19"],
    ["4 January 0019", "2019"],
    ["January 4, 0019", "2019"],
    ["04-Jan-0019", "2019"],
  ])("reads event_date %j with year %j by a named rule", (event_date, year) => {
    expect(read({ ...first, event_date, year })).toMatchObject({
      event: { day: "2019-01-04" },
      repairs: ["a year served without its century, 0025 or 25, is of the years 2000 to 2099"],
    });
  });

  it("takes a fraction of a second for no year", () => {
    const row = { ...first, event_date: "2019-01-04 00:00:00.0019" };
    expect(read(row)).toMatchObject({ event: { day: "2019-01-04" }, repairs: [] });
  });

  it.each([
    ["1580000000", "2020-01-26", 1_580_000_000],
    ["2020-01-26T00:53:20", "2020-01-26", 1_580_000_000],
    ["2020-01-26 00:53:20.5 UTC", "2020-01-26", 1_580_000_000],
    ["2020-01-26", "2020-01-26", undefined],
    ["2020-06-30", "2020-06-30", undefined],
  ])("reads timestamp %j as changed on %s", (timestamp, known, stamp) => {
    const found = read({ ...first, timestamp });
    expect("event" in found && [found.event.known, found.event.stamp]).toEqual([known, stamp]);
  });

  it.each([
    ["event_id_cnty", " ", "is empty"],
    ["event_date", "2019-02-30", "is not a day"],
    ["event_date", "", "is empty"],
    ["event_date", "01/04/2019", "does not say which number is the day and which the month"],
    ["event_date", "0119-01-04", "has the year 0119"],
    ["year", "2018", 'is not the year of event_date "2019-01-04"'],
    ["year", "18", 'is not the year of event_date "2019-01-04"'],
    ["year", "", 'is not the year of event_date "2019-01-04"'],
    ["time_precision", "4", "is not 1, 2 or 3"],
    ["time_precision", "constructor", "is not 1, 2 or 3"],
    ["event_type", "Battle", "is not an event type of ACLED"],
    ["event_type", "battles", "is not an event type of ACLED"],
    ["event_type", "", "is not an event type of ACLED"],
    ["civilian_targeting", "no", 'is not "Civilian targeting" or empty'],
    ["actor1", " ", "is empty"],
    ["fatalities", "", "is not a whole number of fatalities"],
    ["fatalities", "3.0", "is not a whole number of fatalities"],
    ["fatalities", "-1", "is not a whole number of fatalities"],
    ["latitude", "90.1", "is not within 90 degrees"],
    ["longitude", "4,25", "is not within 180 degrees"],
    ["geo_precision", "0", "is not 1, 2 or 3"],
    ["country", "", "is empty"],
    ["timestamp", "", "is empty"],
    ["timestamp", "1.58E+09", "is not a time in seconds from 1970 or an ISO date"],
    ["timestamp", "26 January 2020", "is not a time in seconds from 1970 or an ISO date"],
    ["timestamp", "2020-01-26T25:00:00", "is not a time in seconds from 1970 or an ISO date"],
    ["timestamp", "1580000000000", "is in milliseconds; ACLED gives seconds from 1970"],
    ["timestamp", "1593561600", "is after the as-of day 2020-06-30 (2020-07-01)"],
    ["timestamp", "2020-07-01", "is after the as-of day 2020-06-30 (2020-07-01)"],
  ])("refuses a row whose %s is %j", (column, value, reason) => {
    expect(read({ ...first, [column]: value })).toEqual({ column, value, reason });
  });

  it("refuses an unknown type of an old export too, and reads all that are known", () => {
    const row = is2019[0];
    const refused = { column: "event_type", value: "Fights", reason: "is not an event type of ACLED" };
    expect(read({ ...row, event_type: "Fights" })).toEqual(refused);
    for (const event_type of [
      ...["Battles", "Explosions/Remote violence", "Protests", "Riots", "Strategic developments"],
      ...["Violence against civilians", "Battle-No change of territory", "Battle-Government regains territory"],
      ...["Battle-Non-state actor overtakes territory", "Headquarters or base established", "Remote violence"],
      ...["Non-violent transfer of territory", "Riots/Protests", "Strategic development"],
    ]) {
      expect(read({ ...row, event_type })).toMatchObject({ event: { kind: event_type } });
    }
  });

  it("speaks for the days from the first event to the last", () => {
    const seen = { since: "2019-01-04", until: "2019-12-31" };
    expect(acled().covers(seen)).toEqual({ since: "2019-01-04", until: "2020-01-01" });
  });
});
