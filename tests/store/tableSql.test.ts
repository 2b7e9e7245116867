import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../../src/math/random.js";
import { cellsOf } from "../../src/store/cellsOf.js";
import { withImporter } from "../../src/store/engine.js";
import { sqlText, tableSql } from "../../src/store/tableSql.js";
import { type TextTable, textTable } from "../../src/store/textTable.js";
import { trialFolder } from "./trial.js";

const folder = trialFolder();
const aside = join(folder.path, "aside");
mkdirSync(aside);

/** What the engine reads of a table, in the order of its row ids, as staging brings it in. */
async function engineRows(connection: DuckDBConnection, table: TextTable): Promise<string[][]> {
  await connection.run(`CREATE OR REPLACE TABLE narrow AS SELECT * FROM ${tableSql(table)}`);
  const held = table.columns.map((_, i) => `'.' || c${i}`);
  const reader = await connection.runAndReadAll(`SELECT ${held.join(", ")} FROM narrow ORDER BY rowid`);
  return reader.getRows().map((row) => row.map((one) => String(one).slice(1)));
}

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(..."ab,;\t|\"'\n\r é漢😀\\%") }) },
  fc.constantFrom("", " ", '"', '""', "\n", "\r\n", "\r", "NULL", "\\N", "null", "\uFEFF", "1,2", "\n1,2,3\n", '","'),
);

interface Written {
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
}

/** A table of random cells in a random dialect, and how it is written. */
const written: fc.Arbitrary<Written> = fc
  .record({
    width: fc.integer({ min: 1, max: 5 }),
    cells: fc.array(cell, { maxLength: 40 }),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    ends: fc.oneof(
      fc.constantFrom(["\n"], ["\r\n"], ["\r"]),
      fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 2, maxLength: 5 }),
    ),
    blanks: fc.oneof(fc.constant([0]), fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 5 })),
    spare: fc.oneof(fc.constant([0]), fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 5 })),
    all: fc.boolean(),
    mark: fc.boolean(),
    sep: fc.boolean(),
    tags: fc.boolean(),
    longName: fc.boolean(),
    last: fc.boolean(),
  })
  .map(({ width, cells, delimiter, ends, blanks, spare, all, mark, sep, tags, longName, last }) => {
    const own = width === 1 && !sep ? "," : delimiter;
    const quoted = (one: string, must: boolean): string =>
      all || must || [own, '"', "\n", "\r"].some((sign) => one.includes(sign)) ? `"${one.replaceAll('"', '""')}"` : one;
    const names = Array.from({ length: width }, (_, i) => (i === 0 && longName ? "n\n0" : `n${i}`));
    const rows = Array.from({ length: Math.floor(cells.length / width) }, (_, i) =>
      cells.slice(i * width, (i + 1) * width),
    );
    const lines = [
      ...(sep ? [`sep=${own}`] : []),
      names.map((name) => quoted(name, false)).join(own),
      ...(tags ? [names.map((_, i) => `#t${i}`).join(own)] : []),
      ...rows.map((row) => row.map((one) => quoted(one, width === 1 && one === "")).join(own)),
    ];
    const first = lines.length - rows.length;
    const body = lines.map((line, i) => {
      const end = ends[i % ends.length];
      const delimiters = i < first ? "" : own.repeat(spare[i % spare.length]);
      const isLast = i === lines.length - 1 && !last;
      const blank = i === 0 && sep ? 0 : blanks[i % blanks.length];
      return `${line}${delimiters}${isLast ? "" : end + end.repeat(blank)}`;
    });
    return { rows, text: `${mark ? "\uFEFF" : ""}${body.join("")}` };
  });

describe("a table read by the engine", () => {
  it("is what was written and what cellsOf reads, in order, whatever the cells and the dialect", async () => {
    let copies = 0;
    await withImporter(aside, async (connection) => {
      await fc.assert(
        fc.asyncProperty(written, async ({ rows, text }) => {
          const file = folder.write("t.csv", text);
          const table = await textTable(file, aside);
          if (table.file !== file) copies++;
          expect(table.malformed).toEqual([]);
          expect(table.records).toBe(rows.length);
          const places = await table.places(rows.map((_, i) => i + 1));
          const width = table.columns.length;
          expect(places.map(({ raw }) => cellsOf(raw, table.delimiter).slice(0, width))).toEqual(rows);
          expect(await engineRows(connection, table)).toEqual(rows);
        }),
        { seed: 4180, numRuns: 400 },
      );
    });
    expect(copies).toBeGreaterThan(80);
    expect(copies).toBeLessThan(395);
  });

  it("leaves out malformed records and no others, whatever stands in them", async () => {
    const bad = fc.constantFrom('x"', '"x"y,1', "1", "1,2,3", '"a" ,1', '1,x"\r', '"\n"x,2').map((text) => ({ text }));
    const good = fc.tuple(cell, cell).map((cells) => ({
      cells,
      text: cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(","),
    }));
    await withImporter(aside, async (connection) => {
      const records = fc.array(fc.oneof(good, bad), { maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(records, async (drawn) => {
          const table = await textTable(
            folder.write("t.csv", `a,b\n${drawn.map(({ text }) => `${text}\n`).join("")}`),
            aside,
          );
          const kept = drawn.flatMap((one) => ("cells" in one ? [one.cells] : []));
          expect(table.records - table.malformed.length).toBe(kept.length);
          expect(await engineRows(connection, table)).toEqual(kept);
          const raws = await table.places(kept.map((_, index) => table.rowOf(index)));
          expect(raws.map(({ raw }) => cellsOf(raw, ","))).toEqual(kept);
        }),
        { seed: 4181, numRuns: 150 },
      );
    });
  });

  it("is empty where there is no record", async () => {
    await withImporter(aside, async (connection) => {
      for (const text of ["a,b", "a,b\n", "a,b\r\n", "a,b\r", "a,b\n\n\n", "a,b\n#x,#y"])
        expect(await engineRows(connection, await textTable(folder.write("t.csv", text), aside))).toEqual([]);
    });
  });

  it.each<[string, string, (i: number, next: () => number) => string[]]>([
    ["long cells that look like rows", "\n", (i, next) => [`${i}`, '\n1,2,3\nx,"y",z'.repeat(3000 * next()), "e"]],
    ["such cells with Windows line ends", "\r\n", (i, next) => [`${i}`, '\r\n1,2,3\r\n","'.repeat(3000 * next()), "e"]],
    ["cells of quotes and delimiters", "\n", (i, next) => [`${i}`, '","",",x,",'.repeat(900 * next()), '"']],
    ["plain cells", "\r\n", (i, next) => [`${i}`, "x".repeat(9000 * next()), ""]],
  ])("is whole and in order where several threads would read it: %s", async (_, end, make) => {
    const file = join(folder.path, "big.csv");
    const hashes: string[] = [];
    const out = openSync(file, "w");
    const next = random(7);
    let bytes = writeSync(out, `a,b,c${end}`);
    while (bytes < 52e6) {
      const cells = make(hashes.length, next);
      hashes.push(createHash("md5").update(cells.join("\x01")).digest("hex"));
      const record = cells.map((one) => (/[",\r\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(",");
      bytes += writeSync(out, record + end);
    }
    closeSync(out);
    const table = await textTable(file, aside);
    expect(table).toMatchObject({ file, records: hashes.length, malformed: [] });
    await withImporter(aside, async (connection) => {
      const sql = "SELECT md5(c0 || chr(1) || c1 || chr(1) || c2) AS hash FROM";
      await connection.run(`CREATE TABLE narrow AS ${sql} ${tableSql(table)}`);
      const found = await connection.runAndReadAll("SELECT hash FROM narrow ORDER BY rowid");
      expect(found.getRows().map(([hash]) => hash)).toEqual(hashes);
      const numbered = await connection.runAndReadAll(
        `SELECT count(*)::INT FROM (SELECT row_number() OVER () - 1 AS place, c0 FROM ${tableSql(table)}) WHERE place::VARCHAR <> c0`,
      );
      expect(numbered.getRows()).toEqual([[0]]);
    });
    rmSync(file);
  });
});

describe("sqlText", () => {
  it("is the text itself to the engine", async () => {
    const texts = ["", "it's", "''", "\\'", "a\nb", "$1", "é漢😀"];
    await withImporter(aside, async (connection) => {
      const reader = await connection.runAndReadAll(`SELECT ${texts.map(sqlText).join(", ")}`);
      expect(reader.getRows()).toEqual([texts]);
    });
  });
});
