import type { DuckDBConnection } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import type { Part } from "../../src/core/source.js";
import { withEngine } from "../../src/store/engine.js";
import { type PartTable, partTable } from "../../src/store/partTable.js";
import { book } from "./trial.js";

const context = { asOf: "2024-01-01", codebook: book };
const part: Part = {
  from: ["deaths", "kind"],
  fields: ["kind", "deaths"],
  read: ([deaths, kind]) => {
    if (deaths === "") return { column: "deaths", value: deaths, reason: "is empty" };
    return { event: { deaths: Number(deaths), kind }, ...(kind === "Raid" && { repair: "a raid" }) };
  },
};

/** What a part makes of the cells `c3` and `c1`, what it was asked, and the rows of its table. */
async function made(
  cells: readonly (readonly [string, string])[],
  own = part,
): Promise<{ table: PartTable; asked: string[][]; rows: unknown[][] }> {
  const asked: string[][] = [];
  return await withEngine(async (connection: DuckDBConnection) => {
    await connection.run("CREATE TABLE narrow (c1 VARCHAR, c3 VARCHAR)");
    const appender = await connection.createAppender("narrow");
    for (const [c3, c1] of cells) {
      appender.appendVarchar(c1);
      appender.appendVarchar(c3);
      appender.endRow();
    }
    appender.closeSync();
    const from = own.from.length === 0 ? [] : ["c3", "c1"];
    const table = await partTable(connection, "p", own, from, (chosen, given) => {
      asked.push([...given]);
      return chosen.read(given, context);
    });
    const reader = await connection.runAndReadAll("SELECT * EXCLUDE (key) FROM p ORDER BY rowid");
    return { table, asked, rows: reader.getRowsJson() };
  });
}

describe("partTable", () => {
  it("asks a part once for each different combination of its cells, in an order of their own", async () => {
    const cells = [...Array(500).keys()].map((i): [string, string] => [String(i % 3), i % 2 === 0 ? "a" : "b"]);
    const { asked } = await made(cells);
    expect(asked).toEqual([
      ...["0", "1", "2"].flatMap((n) => [
        [n, "a"],
        [n, "b"],
      ]),
    ]);
    expect((await made([...cells].reverse())).asked).toEqual(asked);
  });

  it("keeps by the cells what was read, which fault was found, and by which rule it was repaired", async () => {
    const { table, rows } = await made([
      ["1", "Raid"],
      ["", "x"],
      ["2", "é 'q'"],
      ["", "x"],
      ["", "y"],
    ]);
    expect(rows).toEqual([
      [null, null, 0, null],
      [null, null, 1, null],
      ["Raid", "1", null, "a raid"],
      ["é 'q'", "2", null, null],
    ]);
    expect(table).toMatchObject({ name: "p", from: ["c3", "c1"], names: ["deaths", "kind"], hasRepairs: true });
    expect(table.fields).toEqual(["kind", "deaths"]);
    expect(table.faults.map(({ reason }) => reason)).toEqual(["is empty", "is empty"]);
    expect("note" in table).toBe(false);
  });

  it("has a digest of cells and readings, whatever the order and the number of the rows", async () => {
    const one = await made([
      ["1", "a"],
      ["2", "b"],
    ]);
    const same = await made([
      ["2", "b"],
      ["1", "a"],
      ["1", "a"],
    ]);
    const cells = await made([
      ["1", "a"],
      ["2", "c"],
    ]);
    const other = await made(
      [
        ["1", "a"],
        ["2", "b"],
      ],
      { ...part, read: () => ({ event: { deaths: 7 } }) },
    );
    expect(same.table.digest).toBe(one.table.digest);
    expect(new Set([one, cells, other].map(({ table }) => table.digest)).size).toBe(3);
  });

  it("asks a part of no columns once", async () => {
    const { asked, rows } = await made([["1", "a"]], {
      from: [],
      fields: ["kind"],
      read: () => ({ event: { kind: "k" } }),
    });
    expect(asked).toEqual([[]]);
    expect(rows).toEqual([["k", null, null]]);
  });

  it("tells cells apart that differ by a byte order mark alone", async () => {
    const { asked } = await made([
      ["1", "a"],
      ["\uFEFF1", "a"],
      ["1", "\uFEFFa"],
    ]);
    expect(asked.length).toBe(3);
    expect(new Set(asked.map((cells) => cells.join("|")))).toEqual(new Set(["1|a", "\uFEFF1|a", "1|\uFEFFa"]));
  });
});
