import { describe, expect, it } from "vitest";
import { eventOf as eventFrom } from "../../src/sources/eventOf.js";
import { sidesIn, ucdp } from "../../src/sources/ucdp.js";
import { book, fault } from "../store/trial.js";
import { fixtureRows, settledOn } from "./fixtureRows.js";

/** Made-up rows: one of the global CSV and one of a country export. */
const shared = {
  ...{ id: "7", type_of_violence: "1", side_a: "Government of Erewhon", side_b: "Rebels", where_prec: "3" },
  ...{
    adm_1: "Hill region",
    adm_2: "Hill cercle",
    latitude: "14.5",
    longitude: "-4.25",
    country: "Erewhon",
    date_prec: "1",
  },
  ...{ where_coordinates: "Hilltop", source_headline: 'He said "no", twice' },
};
const global: Readonly<Record<string, string>> = {
  ...{ ...shared, best: "5", high: "9", low: "4" },
  ...{ date_start: "2017-07-31 00:00:00.000", date_end: "2017-08-02 00:00:00.000" },
};
const exported: Readonly<Record<string, string>> = {
  ...{ ...shared, best_est: "5", high_est: "9", low_est: "4" },
  ...{ date_start: "07/31/2017 00:00:00", date_end: "08/02/2017 00:00:00" },
};
const context = { asOf: "2018-06-30", codebook: book };
const source = ucdp();
/** The event of a row, or the fault that it is refused with. */
const eventOf = (row: Readonly<Record<string, string>>) => {
  const found = eventFrom(source, row, context);
  return "event" in found ? found.event : found;
};

describe("ucdp", () => {
  it.each([
    ["the global CSV", global],
    ["a country export", exported],
  ])("maps every column of %s", (_, row) => {
    expect(eventOf(row)).toEqual({
      ...{ id: "7", source: "ucdp", day: "2017-07-31", until: "2017-08-02", precision: "day", kind: "state-based" },
      ...{ side1: ["Government of Erewhon"], side2: ["Rebels"], civilians: false },
      ...{ deaths: 5, deathsLow: 4, deathsHigh: 9, country: "Erewhon", admin1: "Hill region", admin2: "Hill cercle" },
      ...{ place: "Hilltop", lat: 14.5, lon: -4.25, placePrecision: 3, events: 1, known: "2018-06-30" },
      notes: 'He said "no", twice',
    });
  });

  it("fills every field that its events hold beside those every source has", () => {
    const fields = source.parts(Object.keys(global)).flatMap((part) => ("copy" in part ? [part.field] : part.fields));
    expect([...fields, "source", "events", "known"].sort()).toEqual(Object.keys(eventOf(global)).sort());
  });

  it("needs only columns that both kinds of file have", () => {
    for (const row of [global, exported]) expect(source.needs.filter((column) => !(column in row))).toEqual([]);
  });

  it.each([
    ["1", "state-based", false],
    ["2", "non-state", false],
    ["3", "one-sided", true],
  ])("reads type_of_violence %s as %s", (type, kind, civilians) => {
    expect(eventOf({ ...global, type_of_violence: type })).toMatchObject({ kind, civilians });
  });

  it.each([
    ["1", "day"],
    ["2", "week"],
    ["3", "week"],
    ["4", "month"],
    ["5", "year"],
  ])("reads date_prec %s as known to the %s", (code, precision) => {
    expect(eventOf({ ...global, date_prec: code })).toMatchObject({ precision });
  });

  it("reads a coalition as several sides, and the names as they stand", () => {
    const row = {
      ...global,
      side_a: "Government of Erewhon, Government of Nowhere",
      side_b: "IS,  JNIM: a; b's ,__proto__",
    };
    expect(eventOf(row)).toMatchObject({
      side1: ["Government of Erewhon", "Government of Nowhere"],
      side2: ["IS", "JNIM: a; b's", "__proto__"],
    });
    expect(sidesIn(" , a ,, b,")).toEqual(["a", "b"]);
    expect(sidesIn("")).toEqual([]);
  });

  it("takes the month first in a country export, and refuses a day first that cannot be a month", () => {
    expect(eventOf({ ...exported, date_start: "02/03/2017 00:00:00" })).toMatchObject({ day: "2017-02-03" });
    const fault = { column: "date_start", value: "31/07/2017 00:00:00", reason: "is not a day" };
    expect(eventOf({ ...exported, date_start: fault.value })).toEqual(fault);
  });

  it.each(["2017-07-31", "2017-07-31T00:00:00", "2017-07-31 00:00:00", "07/31/2017"])("reads the day %s", (day) => {
    expect(eventOf({ ...global, date_start: day })).toMatchObject({ day: "2017-07-31" });
  });

  it("keeps estimates that do not enclose the best, and says nothing of what a file leaves out", () => {
    expect(eventOf({ ...global, low: "6", high: "2" })).toMatchObject({ deaths: 5, deathsLow: 6, deathsHigh: 2 });
    const { where_coordinates, source_headline, ...bare } = global;
    expect(Object.keys(eventOf(bare)).filter((field) => ["place", "notes"].includes(field))).toEqual([]);
  });

  it.each([
    ["id", " ", "is empty"],
    ["date_start", "2017-02-30 00:00:00.000", "is not a day"],
    ["date_start", "2017-07-31 13:00:00.000", "is not a day"],
    ["date_start", "", "is not a day"],
    ["date_end", "07/31/17", "is not a day"],
    ["date_end", "2017-07-30 00:00:00.000", "is before date_start"],
    ["date_prec", "6", "is not 1 to 5"],
    ["date_prec", "0", "is not 1 to 5"],
    ["date_prec", "", "is not 1 to 5"],
    ["date_prec", "constructor", "is not 1 to 5"],
    ["date_prec", "toString", "is not 1 to 5"],
    ["type_of_violence", "4", "is not 1, 2 or 3"],
    ["type_of_violence", "__proto__", "is not 1, 2 or 3"],
    ["side_a", "", "is empty"],
    ["side_b", "  ", "is empty"],
    ["best", "", "is not a whole number of deaths"],
    ["best", "5.0", "is not a whole number of deaths"],
    ["low", "-1", "is not a whole number of deaths"],
    ["high", "1e3", "is not a whole number of deaths"],
    ["latitude", "90.1", "is not within 90 degrees"],
    ["latitude", "", "is not within 90 degrees"],
    ["longitude", "-180.5", "is not within 180 degrees"],
    ["longitude", "4,25", "is not within 180 degrees"],
    ["where_prec", "8", "is not 1 to 7"],
    ["where_prec", "", "is not 1 to 7"],
    ["country", "", "is empty"],
  ])("refuses a row whose %s is %j", (column, value, reason) => {
    expect(eventOf({ ...global, [column]: value })).toEqual({ column, value, reason });
  });

  it("names the country export's own columns at fault", () => {
    expect(eventOf({ ...exported, best_est: "x" })).toEqual({
      column: "best_est",
      value: "x",
      reason: "is not a whole number of deaths",
    });
  });

  it("speaks for whole calendar years, and of candidate events for whole months", () => {
    const seen = { since: "2023-05-05", until: "2023-06-30" };
    expect(source.covers(seen)).toEqual({ since: "2023-01-01", until: "2024-01-01" });
    expect(ucdp({ candidate: true }).covers(seen)).toEqual({ since: "2023-05-01", until: "2023-07-01" });
  });
});

describe("candidate events", async () => {
  const rows = await fixtureRows("ucdp-candidate.csv");
  const api = await fixtureRows("ucdp-api.json");
  const read = (row: Readonly<Record<string, string>>, one = ucdp({ candidate: true })) =>
    eventFrom(one, row, { ...context, asOf: "2023-12-31" });

  it("are read row for row from the CSV and from the API, as preliminary", () => {
    const settled = settledOn(ucdp({ candidate: true }), rows);
    expect(settled.notes).toEqual(["candidate events are preliminary: later releases change them"]);
    const events = rows.map((row) => read(row, settled.source));
    expect(events[3]).toEqual({
      event: {
        ...{ id: "700003", source: "ucdp", day: "2023-06-07", until: "2023-06-08", precision: "month" },
        ...{ kind: "one-sided", side1: ["Government of Erewhon"], side2: ["Civilians"], civilians: true },
        ...{ deaths: 3, deathsLow: 2, deathsHigh: 5, country: "Erewhon", admin1: "Hill", admin2: "" },
        ...{ place: "Village 3", lat: 10.375, lon: -4.375, placePrecision: 4, events: 1, known: "2023-12-31" },
        notes: "A headline, with a comma",
      },
      repairs: [],
    });
    expect(api.map((row) => read(row))).toEqual(events);
    expect(events.filter((one) => "reason" in one)).toEqual([]);
  });

  it("stop a yearly reading by their status", () => {
    expect(() => settledOn(ucdp(), rows)).toThrow(
      fault(
        "DataError",
        'read: code_status is "Check deaths", but "Clear" throughout a yearly release; name the file as candidate events with --candidate',
      ),
    );
    const clear = rows.filter((row) => row["code_status"] === "Clear");
    expect(settledOn(ucdp(), [...clear, { ...clear[0], code_status: "" }]).notes).toEqual([]);
    expect(settledOn(ucdp(), [global]).notes).toEqual([]);
  });
});
