import { describe, expect, it } from "vitest";
import { ucdp } from "../../src/index.js";
import { sidesIn } from "../../src/sources/ucdp.js";
import { book } from "../store/trial.js";

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
const eventOf = (row: Readonly<Record<string, string>>) => source.event(row, context);

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

  it("says every field that its events hold, and their zone", () => {
    expect([...source.says([])].sort()).toEqual([...Object.keys(eventOf(global)), "zone"].sort());
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

  it("keeps estimates that do not enclose the best, and fills in what a file leaves out with nothing", () => {
    expect(eventOf({ ...global, low: "6", high: "2" })).toMatchObject({ deaths: 5, deathsLow: 6, deathsHigh: 2 });
    const { where_coordinates, source_headline, ...bare } = global;
    expect(eventOf(bare)).toMatchObject({ place: "", notes: "" });
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

  it("names the country export's own columns at fault, and columns that the file lacks", () => {
    expect(eventOf({ ...exported, best_est: "x" })).toEqual({
      column: "best_est",
      value: "x",
      reason: "is not a whole number of deaths",
    });
    const { low_est, ...rest } = exported;
    expect(eventOf(rest)).toEqual({ column: "low_est", value: "", reason: "is not a column of this file" });
  });

  it("speaks for whole calendar years", () => {
    expect(source.covers({ since: "2012-01-17", until: "2023-12-31" })).toEqual({
      since: "2012-01-01",
      until: "2024-01-01",
    });
    expect(source.covers({ since: "2023-05-05", until: "2023-05-05" })).toEqual({
      since: "2023-01-01",
      until: "2024-01-01",
    });
  });
});
