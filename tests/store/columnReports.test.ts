import { describe, expect, it } from "vitest";
import type { ColumnReport } from "../../src/core/dataReport.js";
import type { Copy, Part } from "../../src/index.js";
import { columnReports } from "../../src/store/columnReports.js";
import { csvTable } from "../../src/store/csvTable.js";
import { judged } from "../../src/store/staging.js";
import { withCells } from "../../src/store/withCells.js";
import { book, trialFolder } from "./trial.js";

const folder = trialFolder();

/** What is reported of a table with these columns, each a list of cells. */
async function reported(
  columns: Readonly<Record<string, readonly string[]>>,
  parts: readonly (Part | Copy)[] = [],
): Promise<ColumnReport[]> {
  const names = Object.keys(columns);
  const rows = columns[names[0]].map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])));
  const context = { asOf: "2024-01-01", codebook: book };
  const plan = { parts: [{ copy: names[0], field: "id" } as const, ...parts], context, constants: {} };
  return await withCells(
    folder.write("t.csv", csvTable(names, rows)),
    { known: [] },
    () => plan.parts,
    async (connection, table) =>
      columnReports(await judged(connection, table, { ...plan, judge: (reading) => reading })),
  );
}
const ends = async (...cells: readonly string[]): Promise<unknown> => {
  const [, { least, most }] = await reported({ id: cells.map((_, i) => `r${i}`), cells });
  return [least, most];
};

describe("columnReports", () => {
  it("counts the cells that are not empty, and the different ones", async () => {
    const found = await reported({ id: ["a", "b", "c", "d"], one: ["x", "", "x", " "], none: ["", "", "", ""] });
    expect(found).toEqual([
      { name: "id", fields: ["id"], filled: 4, distinct: 4, least: "a", most: "d" },
      { name: "one", fields: [], filled: 3, distinct: 3, least: " ", most: "x" },
      { name: "none", fields: [], filled: 0, distinct: 1 },
    ]);
  });

  it("orders numbers by number where all are, as they are written", async () => {
    expect(await ends("9", "10", "-3", "")).toEqual(["-3", "10"]);
    expect(await ends("0.5", ".25", "1e3")).toEqual([".25", "1e3"]);
    expect(await ends("1705320000", "1678104000", "999999999")).toEqual(["999999999", "1705320000"]);
    expect(await ends("14.520001", "14.520002")).toEqual(["14.520001", "14.520002"]);
  });

  it("orders texts by their characters where one is no number", async () => {
    expect(await ends("9", "10", "many")).toEqual(["10", "many"]);
    expect(await ends("b", "é", "Z", "a")).toEqual(["Z", "é"]);
    expect(await ends("2023-12-31", "2023-01-02")).toEqual(["2023-01-02", "2023-12-31"]);
  });

  it("cuts long texts, and not within a sign", async () => {
    const long = `${"é".repeat(39)}😀😀`;
    expect(await ends(long)).toEqual([`${"é".repeat(39)}😀`, `${"é".repeat(39)}😀`]);
  });

  it("names the fields that are read from a column, by parts and as it stands", async () => {
    const reads: Part = { from: ["b", "c"], fields: ["lat", "lon"], read: () => ({ event: { lat: 1, lon: 2 } }) };
    const also: Part = { from: ["c"], fields: ["deaths"], read: () => ({ event: { deaths: 1 } }) };
    const found = await reported({ a: ["1"], b: ["2"], c: ["3"], d: ["4"] }, [
      reads,
      also,
      { copy: "a", field: "notes" },
    ]);
    expect(found.map(({ name, fields }) => [name, fields])).toEqual([
      ["a", ["id", "notes"]],
      ["b", ["lat", "lon"]],
      ["c", ["lat", "lon", "deaths"]],
      ["d", []],
    ]);
  });
});
