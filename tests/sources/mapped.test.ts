import { describe, expect, it } from "vitest";
import { type Mapping, mapped } from "../../src/index.js";
import { eventOf } from "../../src/sources/eventOf.js";
import { book, fault } from "../store/trial.js";

const context = { asOf: "2024-01-01", codebook: book };
const least = { id: "no", day: "date", kind: { always: "incident" } };
const row = { no: "7", date: "2023-08-04" };
/** What a row becomes under a mapping of more columns than it must have. */
const readAs = (
  columns: Partial<Mapping["columns"]>,
  cells: Record<string, string> = {},
  rest: Partial<Mapping> = {},
) => {
  const found = eventOf(
    mapped({ name: "own", ...rest, columns: { ...least, ...columns } }),
    { ...row, ...cells },
    context,
  );
  return "reason" in found ? found : found.event;
};

const sigacts: Mapping = {
  name: "sigacts",
  country: "Erewhon",
  columns: {
    id: "Report No",
    day: { column: "DTG", format: "DDHHmm'Z'MMMYY", century: 2000 },
    kind: { column: "Category", values: { "Direct Fire": "Battles", IED: "Explosions" } },
    subkind: "Category",
    side1: { column: "Actor", split: ";", values: { EN: "Rebels" }, others: "keep" },
    side2: { always: ["Army"] },
    civilians: { column: "Target", values: { Civilian: true }, others: false },
    deaths: { columns: ["CIV KIA", "EN KIA"], empty: 0, blank: ["N/A"] },
    deathsLow: { column: "Low", empty: "absent" },
    admin1: "Province",
    admin2: { column: "District", values: { N: "North" }, others: "keep" },
    place: "Village",
    lat: "Y",
    lon: "X",
    placePrecision: "Prec",
    known: { column: "Updated", format: "D MMM YYYY" },
    notes: "Summary",
  },
};
const report: Readonly<Record<string, string>> = {
  ...{ report_no: "R1", dtg: "041530ZAUG23", category: "Direct Fire", actor: "EN; Militia ;EN", target: "Civilian" },
  ...{
    civ_kia: "2",
    en_kia: "N/A",
    low: "",
    province: "Hill",
    district: "N",
    village: "Hilltop",
    y: "14.5",
    x: "-4.25",
  },
  ...{ prec: "1", updated: "9 Sep 2023", summary: "As it was,\nin two lines" },
};
const reported = (changes: Record<string, string>) => {
  const found = eventOf(mapped(sigacts), { ...report, ...changes }, context);
  return "reason" in found ? found : found.event;
};

describe("mapped", () => {
  it("fills every field it is told of, and nothing else", () => {
    expect(reported({})).toEqual({
      ...{ id: "R1", source: "sigacts", day: "2023-08-04", precision: "day", kind: "Battles", subkind: "Direct Fire" },
      ...{ side1: ["Rebels", "Militia"], side2: ["Army"], civilians: true, deaths: 2, country: "Erewhon" },
      ...{ admin1: "Hill", admin2: "North", place: "Hilltop", lat: 14.5, lon: -4.25, placePrecision: 1, events: 1 },
      ...{ known: "2023-09-09", notes: "As it was,\nin two lines" },
    });
    expect(readAs({})).toEqual({
      ...{ id: "7", source: "own", day: "2023-08-04", precision: "day", kind: "incident", side1: [], side2: [] },
      ...{ civilians: false, deaths: 0, country: "Erewhon", events: 1, known: "2024-01-01" },
    });
  });

  it("needs the columns that are named, as sources name them, and says which fields it fills", () => {
    const source = mapped(sigacts);
    expect([...source.needs].sort()).toEqual(Object.keys(report).sort());
    const fields = source.parts(source.needs).flatMap((part) => ("copy" in part ? [part.field] : part.fields));
    expect([...new Set(fields)].sort()).toEqual(
      Object.keys({ ...reported({ low: "1" }) })
        .filter((field) => !["source", "events"].includes(field))
        .sort(),
    );
  });

  it("has no part without columns, and country, admin1 and admin2 in one", () => {
    const parts = mapped(sigacts).parts([]);
    for (const part of parts) if ("from" in part) expect(part.from.length).toBeGreaterThan(0);
    const placed = parts.filter((part) => "fields" in part && part.fields.includes("admin1"));
    expect(placed).toHaveLength(1);
    expect(placed[0]).toMatchObject({ from: ["province", "district"], fields: ["country", "admin1", "admin2"] });
  });

  it("reads frozen cells the same twice", () => {
    const cells = Object.freeze({ ...report });
    expect(eventOf(mapped(sigacts), cells, context)).toEqual(eventOf(mapped(sigacts), cells, context));
  });

  it.each([
    [{ report_no: " " }, ["report_no", " ", "is empty"]],
    [{ dtg: "2023-08-04" }, ["dtg", "2023-08-04", "is not a date as DDHHmm'Z'MMMYY"]],
    [{ category: "direct fire" }, ["category", "direct fire", "is not among the mapping's values"]],
    [{ category: "toString" }, ["category", "toString", "is not among the mapping's values"]],
    [{ civ_kia: "2.0" }, ["civ_kia", "2.0", "is not a whole number"]],
    [{ en_kia: "-1" }, ["en_kia", "-1", "is not a whole number"]],
    [{ low: "x" }, ["low", "x", "is not a whole number"]],
    [{ y: "90.1" }, ["y", "90.1", "is not within 90 degrees"]],
    [{ x: "181" }, ["x", "181", "is not within 180 degrees"]],
    [{ x: "4W" }, ["x", "4W", "is not degrees"]],
    [{ y: "", x: "" }, ["y", "", "is not degrees"]],
    [{ prec: "" }, ["prec", "", "is empty"]],
    [{ updated: "" }, ["updated", "", "is not a date as D MMM YYYY"]],
  ])("refuses %j", (changes, [column, value, reason]) => {
    expect(reported({ ...changes })).toEqual({ column, value, reason });
  });

  it("sums columns with 0 for what is empty only where it is told so", () => {
    const cells = { a: "1", b: "", c: "3" };
    expect(readAs({ deaths: { columns: ["a", "b", "c"], empty: 0 } }, cells)).toMatchObject({ deaths: 4 });
    expect(readAs({ deaths: { columns: ["a", "c"] } }, cells)).toMatchObject({ deaths: 4 });
    const refused = { column: "b", value: "", reason: "is empty" };
    expect(readAs({ deaths: { columns: ["a", "b", "c"] } }, cells)).toEqual(refused);
    expect(readAs({ deathsHigh: { columns: ["a", "b"], empty: "absent" } }, cells)).not.toHaveProperty("deathsHigh");
    const coded = { column: "c", value: "3", reason: "counts as empty" };
    expect(readAs({ events: { column: "c", blank: ["3"] } }, cells)).toEqual(coded);
  });

  it("takes sides from several columns, each once, and refuses a name that is not listed", () => {
    const cells = { a: "Rebels", b: "", c: "Army, Rebels,Guard" };
    expect(readAs({ side1: { columns: ["a", "b", "c"], split: "," } }, cells)).toMatchObject({
      side1: ["Rebels", "Army", "Guard"],
    });
    expect(readAs({ side2: { column: "c", split: ",", values: { Army: "State" } } }, cells)).toEqual({
      ...{ column: "c", value: "Army, Rebels,Guard" },
      reason: 'names "Rebels", which is not among the mapping\'s values',
    });
  });

  it("joins an id of several columns, and refuses one of which nothing is filled", () => {
    const id = { columns: ["date", "no", "type"] };
    expect(readAs({ id }, { type: "" })).toMatchObject({ id: "2023-08-04/7/" });
    expect(readAs({ id: { columns: ["no", "type"] } }, { no: "", type: " " })).toEqual({
      ...{ column: "no", value: "", reason: "is empty" },
    });
  });

  it("reads a year, a month and a day, as coarse as they are where it is told so", () => {
    const columns = ["iyear", "imonth", "iday"];
    const dated = (iyear: string, imonth: string, iday: string, unknown?: "coarser") =>
      readAs({ day: { columns, unknown } }, { iyear, imonth, iday });
    expect(dated("2017", "2", "28")).toMatchObject({ day: "2017-02-28", precision: "day" });
    expect(dated("2017", "12", "0", "coarser")).toMatchObject({ day: "2017-12-01", precision: "month" });
    expect(dated("2017", "", "", "coarser")).toMatchObject({ day: "2017-01-01", precision: "year" });
    expect(dated("2017", "2", "0")).toEqual({ column: "iday", value: "0", reason: "is not a day" });
    expect(dated("2017", "", "1")).toEqual({ column: "imonth", value: "", reason: "is not a month" });
    expect(dated("0", "1", "1", "coarser")).toEqual({ column: "iyear", value: "0", reason: "is not a year" });
    expect(dated("2017", "0", "3", "coarser")).toEqual({
      column: "iday",
      value: "3",
      reason: "is a day without a month",
    });
    expect(dated("2017", "2", "29")).toEqual({ column: "iday", value: "29", reason: "is not a day of 2017-2" });
    expect(dated("2017", "Feb", "2")).toEqual({ column: "imonth", value: "Feb", reason: "is not a month" });
    const monthly = readAs({ day: { columns: ["iyear", "imonth"] } }, { iyear: "2017", imonth: "03" });
    expect(monthly).toMatchObject({ day: "2017-03-01", precision: "month" });
  });

  it("knows a day to the month where the date says no more, or by a column of codes", () => {
    expect(readAs({ day: { column: "date", format: "YYYY-MM" } }, { date: "2023-08" })).toMatchObject({
      ...{ day: "2023-08-01", precision: "month" },
    });
    const precision = { column: "prec", values: { 1: "day", 2: "week" } } as const;
    expect(readAs({ precision }, { prec: "2" })).toMatchObject({ day: "2023-08-04", precision: "week" });
    expect(readAs({ precision }, { prec: "3" })).toEqual({
      ...{ column: "prec", value: "3", reason: "is not among the mapping's values" },
    });
    expect(readAs({ precision: { always: "year" } })).toMatchObject({ precision: "year" });
  });

  it("reads several patterns, and refuses a date that two of them read differently", () => {
    const day = { column: "date", format: ["DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"] };
    expect(readAs({ day }, { date: "25/12/2023" })).toMatchObject({ day: "2023-12-25" });
    expect(readAs({ day }, { date: "2023-12-25" })).toMatchObject({ day: "2023-12-25" });
    expect(readAs({ day }, { date: "05/05/2023" })).toMatchObject({ day: "2023-05-05" });
    const doubt = { column: "date", value: "03/04/2023", reason: "may be 2023-04-03 or 2023-03-04" };
    expect(readAs({ day }, { date: "03/04/2023" })).toEqual(doubt);
    const none = "is not a date as DD/MM/YYYY or MM/DD/YYYY or YYYY-MM-DD";
    expect(readAs({ day }, { date: "" })).toEqual({ column: "date", value: "", reason: none });
  });

  it("reads the last day of a stretch, which is not before the first", () => {
    const until = { column: "end", format: "D.M.YYYY", empty: "absent" } as const;
    expect(readAs({ until }, { end: "5.8.2023" })).toMatchObject({ day: "2023-08-04", until: "2023-08-05" });
    expect(readAs({ until }, { end: "" })).not.toHaveProperty("until");
    expect(readAs({ until }, { end: "3.8.2023" })).toEqual({
      column: "end",
      value: "3.8.2023",
      reason: "is before date",
    });
  });

  it("reads coordinates with a decimal comma, and then no point", () => {
    const columns = { lat: "lat", lon: "lon" };
    const degrees = (lat: string, lon: string) => readAs(columns, { lat, lon }, { decimal: "," });
    expect(degrees("14,5", "-4,25")).toMatchObject({ lat: 14.5, lon: -4.25 });
    expect(degrees("14.5", "-4,25")).toEqual({
      column: "lat",
      value: "14.5",
      reason: "is not degrees with a decimal comma",
    });
    expect(readAs(columns, { lat: "14,5", lon: "4" })).toEqual({
      column: "lat",
      value: "14,5",
      reason: "is not degrees",
    });
  });

  it("reads a position of two numbers, and none where that is allowed", () => {
    const position = { column: "gps", separator: ",", first: "lon", empty: "absent" } as const;
    expect(readAs({ position }, { gps: "-4.25, 14.5" })).toMatchObject({ lat: 14.5, lon: -4.25 });
    expect(readAs({ position }, { gps: "" })).not.toHaveProperty("lat");
    const reason = 'is not two numbers with "," between';
    expect(readAs({ position }, { gps: "14.5" })).toEqual({ column: "gps", value: "14.5", reason });
    expect(readAs({ position }, { gps: "14.5,95" })).toEqual({
      ...{ column: "gps", value: "14.5,95", reason: "is not within 90 degrees" },
    });
    const pair = { lat: { column: "y", empty: "absent" }, lon: { column: "x", empty: "absent" } } as const;
    expect(readAs(pair, { y: "", x: "" })).not.toHaveProperty("lat");
    expect(readAs(pair, { y: "", x: "4" })).toEqual({ column: "y", value: "", reason: "is not degrees" });
  });

  it("refuses a row without the country or the kind that a column is to say, unless empty means something", () => {
    expect(readAs({ country: "land" }, { land: "" })).toEqual({ column: "land", value: "", reason: "is empty" });
    expect(readAs({ kind: "type" }, { type: " " })).toEqual({ column: "type", value: " ", reason: "is empty" });
    const kind = { column: "type", values: { "": "unknown" } };
    expect(readAs({ kind }, { type: "" })).toMatchObject({ kind: "unknown" });
  });

  it("speaks for the days it saw, whole months where days are known to the month, or for what the mapping says", () => {
    const covers = (mapping: Partial<Mapping>, day: Mapping["columns"]["day"] = "date") =>
      mapped({ name: "own", ...mapping, columns: { ...least, day } }).covers({
        since: "2023-02-01",
        until: "2023-12-01",
      });
    expect(covers({})).toEqual({ since: "2023-02-01", until: "2023-12-02" });
    expect(covers({}, { column: "date", format: "YYYY-MM" })).toEqual({ since: "2023-02-01", until: "2024-01-01" });
    expect(covers({}, { column: "date", format: "YYYY" })).toEqual({ since: "2023-01-01", until: "2024-01-01" });
    expect(covers({}, { columns: ["y", "m"] })).toEqual({ since: "2023-02-01", until: "2024-01-01" });
    const said = { since: "2020-01-01", until: "2023-07-01" };
    expect(covers({ covers: said })).toEqual(said);
  });

  it("refuses a mapping with everything that is wrong with it", () => {
    const odd = {
      name: "own",
      columns: { id: {}, day: { column: "d", format: "DD/MM/YY" }, kind: { always: "x", column: "k" } },
    };
    const message = [
      "mapped: columns.id: names no column",
      "columns.kind: has column and always, of which one is enough",
      "columns.day: format DD/MM/YY has a two-digit year and needs century",
    ].join("; ");
    expect(() => mapped(odd)).toThrow(fault("InputError", message));
    expect(() => mapped({ ...odd, name: "Own", columns: { ...least, id: "" } })).toThrow(
      fault(
        "InputError",
        "mapped: name: needs lower-case letters, digits and dashes; columns.id.column: needs a letter or a digit",
      ),
    );
  });
});
