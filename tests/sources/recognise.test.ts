import { describe, expect, it } from "vitest";
import { knownColumns, recognise, sourceNamed, sourceNames } from "../../src/sources/recognise.js";
import { fault } from "../store/trial.js";
import { fixtureRows } from "./fixtureRows.js";

const columnsOf = async (name: string): Promise<string[]> => Object.keys((await fixtureRows(name))[0]);

describe("recognise", () => {
  it.each([
    ["acled-now.csv", "acled"],
    ["acled-2019.csv", "acled"],
    ["acled-2016.csv", "acled"],
    ["acled-api.json", "acled"],
    ["ucdp-candidate.csv", "ucdp"],
    ["ucdp-api.json", "ucdp"],
    ["hapi.csv", "hapi"],
    ["hapi-api.json", "hapi"],
    ["hdx.csv", "hdx"],
  ])("takes %s for %s", async (file, name) => {
    expect(recognise(await columnsOf(file)).name).toBe(name);
  });

  it("takes a table of months and zones for totals", () => {
    expect(recognise(["month", "zone", "events", "note"]).name).toBe("totals");
  });

  it("hands on what a person says of the file", async () => {
    const columns = await columnsOf("ucdp-candidate.csv");
    const seen = { since: "2023-05-05", until: "2023-06-30" };
    expect(recognise(columns, { candidate: true }).covers(seen).since).toBe("2023-05-01");
    expect(() => recognise(columns, { dates: "day-first" })).toThrow(
      fault("InputError", 'read: a source of ucdp takes no dates, got "day-first"'),
    );
  });

  it("names the columns that the nearest source lacks", async () => {
    const columns = await columnsOf("acled-now.csv");
    const lacking = columns.filter((column) => !["fatalities", "event_type"].includes(column));
    expect(() => recognise(lacking, { file: "x.csv" })).toThrow(
      fault("DataError", "read: has no column event_type, fatalities, which acled files have (x.csv)"),
    );
  });

  it("refuses what is near to none", () => {
    expect(() => recognise(["__proto__", "b"])).toThrow(
      fault("DataError", "read: not a file of acled, hapi, hdx, totals or ucdp"),
    );
    expect(() => recognise([], { file: "x.csv" })).toThrow(
      fault("DataError", "read: not a file of acled, hapi, hdx, totals or ucdp (x.csv)"),
    );
  });

  it("asks for a name where several fit", () => {
    expect(() => recognise(["country", "month", "year", "zone", "events"], { file: "x.csv" })).toThrow(
      fault("DataError", "read: has the columns of hdx and of totals; name one with --source (x.csv)"),
    );
  });
});

describe("knownColumns", () => {
  it("are those that the sources need, each once", () => {
    expect(knownColumns).toEqual([...new Set(knownColumns)]);
    for (const name of sourceNames) expect(knownColumns).toEqual(expect.arrayContaining([...sourceNamed(name).needs]));
  });
});

describe("sourceNamed", () => {
  it("knows every source by its name", () => {
    expect(sourceNames.map((name) => sourceNamed(name).name)).toEqual(sourceNames);
    expect(sourceNames).toEqual(["acled", "hapi", "hdx", "totals", "ucdp"]);
  });

  it("refuses a name that is not there, and an option that is not the source's", () => {
    expect(() => sourceNamed("toString")).toThrow(
      fault("InputError", 'read: source "toString" is not known (there are acled, hapi, hdx, totals, ucdp)'),
    );
    expect(() => sourceNamed("totals", { kind: "demonstration" })).toThrow(
      fault("InputError", 'read: a source of totals takes no kind, got "demonstration"'),
    );
    expect(() => sourceNamed("acled", { candidate: false })).toThrow(
      fault("InputError", "read: a source of acled takes no candidate, got false"),
    );
  });
});
