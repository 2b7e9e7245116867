import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { count, manifestOf, read, select, totals } from "../../src/index.js";
import { eventOf as eventFrom } from "../../src/sources/eventOf.js";
import { book, fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const options = { name: "x", asOf: "2023-06-30", codebook: book, store: join(folder.path, "store") };
const context = { asOf: "2023-06-30", codebook: book };
const source = totals();
/** The event of a row, or the fault that it is refused with. */
const eventOf = (row: Readonly<Record<string, string>>) => {
  const found = eventFrom(source, row, context);
  return "event" in found ? found.event : found;
};
const plain = { month: "2023-02", zone: "hill", events: "3" };
const sided = {
  ...plain,
  type: "one-sided",
  side_a: "Army, Guard",
  side_b: "Civilians",
  best: "7",
  low: "5",
  high: "11",
};

describe("totals", () => {
  it("maps a plain row to as many events, known to the month", () => {
    expect(eventOf(plain)).toEqual({
      ...{
        id: "2023-02/hill",
        source: "totals",
        day: "2023-02-01",
        precision: "month",
        kind: "",
        side1: [],
        side2: [],
      },
      ...{ civilians: false, deaths: 0, country: "Erewhon", zone: "hill", events: 3, known: "2023-06-30" },
    });
  });

  it("maps type, sides and deaths where the publisher gives them", () => {
    expect(eventOf(sided)).toEqual({
      ...{
        id: "2023-02/hill/one-sided/Army, Guard/Civilians",
        source: "totals",
        day: "2023-02-01",
        precision: "month",
      },
      ...{ kind: "one-sided", side1: ["Army", "Guard"], side2: ["Civilians"], civilians: false },
      ...{ deaths: 7, deathsLow: 5, deathsHigh: 11, country: "Erewhon", zone: "hill", events: 3, known: "2023-06-30" },
    });
    expect(eventOf({ ...plain, fatalities: "9" })).toMatchObject({ deaths: 9 });
  });

  it("tells apart rows that differ in which side is blank", () => {
    const ids = [
      { ...sided, side_a: "", side_b: "Army" },
      { ...sided, side_a: "Army", side_b: "" },
      { ...sided, type: "", side_a: "Army", side_b: "" },
    ].map((row) => eventOf(row));
    expect(new Set(ids.map((event) => "id" in event && event.id)).size).toBe(3);
  });

  it("fills what its columns say and nothing more", () => {
    const fieldsOf = (columns: readonly string[]) =>
      source.parts(columns).flatMap((part) => ("copy" in part ? [part.field] : part.fields));
    const always = ["day", "precision", "id", "zone"];
    expect(fieldsOf(["month", "zone", "events", "note"])).toEqual([...always, "events"]);
    expect(fieldsOf(["month", "zone", "events", "fatalities"])).toEqual([...always, "events", "deaths"]);
    expect(fieldsOf(Object.keys(sided))).toEqual([
      ...[...always, "kind", "side1", "side2", "events", "deaths", "deathsLow", "deathsHigh"],
    ]);
  });

  it("speaks for the months from the first row to the last", () => {
    expect(source.covers({ since: "2012-01-01", until: "2023-12-01" })).toEqual({
      since: "2012-01-01",
      until: "2024-01-01",
    });
  });

  it.each([
    ["month", "2023-13", "is not a month as YYYY-MM"],
    ["month", "2023-1", "is not a month as YYYY-MM"],
    ["month", "2023-02-01", "is not a month as YYYY-MM"],
    ["month", "", "is not a month as YYYY-MM"],
    ["zone", "  ", "is empty"],
    ["events", "1.5", "is not a whole number"],
    ["best", "-3", "is not a whole number"],
    ["low", "", "is not a whole number"],
    ["high", "many", "is not a whole number"],
  ])("refuses a row whose %s is %j", (column, value, reason) => {
    expect(eventOf({ ...sided, [column]: value })).toEqual({ column, value, reason });
  });

  it("refuses a bad number of fatalities", () => {
    const refused = { column: "fatalities", value: "x", reason: "is not a whole number" };
    expect(eventOf({ ...plain, fatalities: "x" })).toEqual(refused);
  });

  it("lets criteria on sides be answered with them, and refused without", async () => {
    const without = await read(folder.write("p.csv", "month,zone,events\n2023-02,hill,3\n"), source, options);
    await expect(count(select(without, { side1: "@army" }), { every: "month" })).rejects.toThrow(
      fault("InputError", "count: x says nothing of side1"),
    );
    const table =
      "month,zone,type,side_a,side_b,events\n2023-02,hill,battle,Army,Rebels,3\n2023-02,hill,battle,Rebels,Army,4\n";
    const withSides = await read(folder.write("s.csv", table), source, options);
    const [series] = await count(select(withSides, { side1: "@army", kind: "battle" }), { every: "month" });
    expect(series.values).toEqual([3]);
    expect((await manifestOf(withSides)).says).toEqual(expect.arrayContaining(["kind", "side1", "side2"]));
  });
});
