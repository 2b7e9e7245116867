import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvTable } from "../../src/store/csvTable.js";
import { tableRows } from "../../src/store/tableRows.js";
import { trialFolder } from "./trial.js";

const folder = trialFolder();

describe("csvTable", () => {
  it("writes a header and a line for each row, in the order of the columns", () => {
    const rows = [
      { b: 2, a: "x" },
      { a: "", b: 0.5 },
    ];
    expect(csvTable(["a", "b"], rows)).toBe("a,b\nx,2\n,0.5\n");
  });

  it("writes the header alone where there are no rows", () => {
    expect(csvTable(["a", "b"], [])).toBe("a,b\n");
  });

  it("quotes cells with commas, quotes and line ends, and no others", () => {
    const cells = ["a,b", 'say "no"', "two\nlines", "\r", " plain; 'text' "];
    const lines = cells.map((a) => csvTable(["a"], [{ a }]).slice(2, -1));
    expect(lines).toEqual(['"a,b"', '"say ""no"""', '"two\nlines"', '"\r"', " plain; 'text' "]);
  });

  it("takes a cell from a column called __proto__", () => {
    expect(csvTable(["__proto__"], [JSON.parse('{"__proto__":"x"}')])).toBe("__proto__\nx\n");
  });

  it("is read back as it was written, whatever the cells hold", async () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab,\"'\n\r;\t é漢😀") });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), async (rows) => {
        const table = csvTable(
          ["a", "b"],
          rows.map(([a, b]) => ({ a, b })),
        );
        const found = await tableRows(folder.write("t.csv", table), 9);
        expect(found.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
