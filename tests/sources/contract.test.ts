import { describe, expect, it } from "vitest";
import { columnName, type Part, type Source } from "../../src/core/source.js";
import { sourceNamed } from "../../src/sources/recognise.js";
import { book } from "../store/trial.js";
import { fixtureRows, settledOn, type TextRow } from "./fixtureRows.js";

const context = Object.freeze({ asOf: "2024-01-01", codebook: book });
const plainTotals: TextRow[] = [{ month: "2023-02", zone: "hill", type: "one-sided", events: "3", best: "7" }];
const files: readonly (readonly [string, Source, readonly TextRow[]])[] = [
  ["acled-now.csv", sourceNamed("acled"), await fixtureRows("acled-now.csv")],
  ["acled-2019.csv", sourceNamed("acled"), await fixtureRows("acled-2019.csv")],
  ["acled-2016.csv", sourceNamed("acled"), await fixtureRows("acled-2016.csv")],
  ["ucdp-candidate.csv", sourceNamed("ucdp", { candidate: true }), await fixtureRows("ucdp-candidate.csv")],
  ["hapi.csv", sourceNamed("hapi", { kind: "civilian_targeting" }), await fixtureRows("hapi.csv")],
  ["hdx.csv", sourceNamed("hdx", { kind: "civilian_targeting" }), await fixtureRows("hdx.csv")],
  ["totals", sourceNamed("totals"), plainTotals],
];

describe.each(files)("the source of %s", (_, source, rows) => {
  const columns = Object.keys(rows[0]);
  const parts = settledOn(source, rows).source.parts(columns);
  const cellsOf = (part: Part, row: TextRow): readonly string[] =>
    Object.freeze(part.from.map((column) => row[column]));

  it("needs and reads columns that the file has, named as sources know them", () => {
    const read = parts.flatMap((part) => ("copy" in part ? [part.copy] : part.from));
    for (const column of [...source.needs, ...read]) {
      expect(columns).toContain(column);
      expect(columnName(column)).toBe(column);
    }
  });

  it("cannot be read without any one of the columns it needs", () => {
    const read = new Set(parts.flatMap((part) => ("copy" in part ? [part.copy] : part.from)));
    expect(source.needs.filter((column) => !read.has(column))).toEqual([]);
  });

  it("fills every field by one part, and a place by one", () => {
    const fields = parts.flatMap((part) => ("copy" in part ? [part.field] : part.fields));
    expect(fields).toEqual([...new Set(fields)]);
    for (const part of parts) expect("copy" in part ? [part.field] : part.fields).not.toEqual([]);
    const ofPlace = parts.filter(
      (part) => !("copy" in part) && part.fields.some((one) => /^(country|admin)/.test(one)),
    );
    expect(ofPlace.length).toBeLessThanOrEqual(1);
  });

  it("reads the same cells the same, whatever it read before, and fills no field that it does not say", () => {
    for (const part of parts) {
      if ("copy" in part) continue;
      const once = rows.map((row) => part.read(cellsOf(part, row), context));
      const again = rows.toReversed().map((row) => part.read(cellsOf(part, row), context));
      expect(again.toReversed()).toEqual(once);
      for (const reading of once) {
        if ("reason" in reading) continue;
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
        expect(Object.keys(reading.event).filter((field) => !part.fields.some((one) => one === field))).toEqual([]);
      }
    }
  });

  it("settles the same whatever the order of the rows", () => {
    expect(settledOn(source, rows.toReversed()).notes).toEqual(settledOn(source, rows).notes);
  });

  it("speaks for a stretch that holds what was seen", () => {
    const { since, until } = source.covers({ since: "2019-02-28", until: "2019-03-31" });
    expect(since <= "2019-02-28" && "2019-03-31" < until).toBe(true);
  });
});
