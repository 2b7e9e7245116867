import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableColumns, tableRows } from "../../src/store/tableRows.js";
import { trialFolder } from "../store/trial.js";
import { utf16, written } from "./entry.js";

const folder = trialFolder();

/** How a random table is written down. */
interface Written {
  readonly delimiter: string;
  readonly end: string;
  readonly quoteAll: boolean;
  readonly final: boolean;
  readonly encoding: "utf8" | "utf8 with a mark" | "utf16le" | "utf16be";
  readonly gzip: boolean;
}

const dialect: fc.Arbitrary<Written> = fc.record({
  delimiter: fc.constantFrom(",", "\t", ";", "|"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  quoteAll: fc.boolean(),
  final: fc.boolean(),
  encoding: fc.constantFrom("utf8", "utf8 with a mark", "utf16le", "utf16be"),
  gzip: fc.boolean(),
});

/** What trips readers of tables, alone and in a row. */
const piece = fc.constantFrom(
  ...['"', '""', ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "\\", "'", "#", "=", "\uFEFF", "\u2028", "\u0085", "é"],
  ...["e\u0301", "平", "😀", "\u001b", "\u200B", "NULL", "a", "1", "sep=;", "__proto__"],
);
const plain = fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.replaceAll("\0", ""));
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")) },
  { weight: 2, arbitrary: plain },
  { weight: 1, arbitrary: fc.constant("") },
);
const grid = fc.integer({ min: 2, max: 9 }).chain((width) =>
  fc.record({
    header: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  }),
);

/** A first row in which nothing but hashtags stands is left out by intent: it is a row of tags. */
function isTags(cells: readonly string[]): boolean {
  return cells.every((one) => one === "" || one.startsWith("#"));
}

function bytesOf(table: readonly (readonly string[])[], { encoding, gzip, ...how }: Written): Uint8Array {
  const text = written(table, how);
  const marked = encoding === "utf8" ? text : `\uFEFF${text}`;
  const encoded = encoding.startsWith("utf16")
    ? utf16(marked, encoding === "utf16be" ? "be" : "le")
    : Buffer.from(marked);
  return gzip ? gzipSync(encoded) : encoded;
}

async function readBack(
  content: Uint8Array,
): Promise<{ columns: readonly string[]; rows: string[][]; numbers: number[]; lines: number[] }> {
  const file = folder.write("table", content);
  const found = {
    columns: await tableColumns(file),
    rows: [] as string[][],
    numbers: [] as number[],
    lines: [] as number[],
  };
  for (const { row, line, cells } of await tableRows(file, Number.MAX_SAFE_INTEGER)) {
    found.rows.push([...cells]);
    found.numbers.push(row);
    found.lines.push(line);
  }
  return found;
}

describe("a table in any dialect", () => {
  it("is read back whole", async () => {
    await fc.assert(
      fc.asyncProperty(grid, dialect, async ({ header, rows }, how) => {
        fc.pre(!isTags(rows[0]));
        const found = await readBack(bytesOf([header, ...rows], how));
        expect(found.columns).toEqual(header);
        expect(found.rows).toEqual(rows);
        expect(found.numbers).toEqual(rows.map((_, i) => i + 1));
        expect(found.lines).toEqual([...found.lines].sort((one, other) => one - other));
        expect(new Set(found.lines).size).toBe(rows.length);
      }),
      { seed: 20_231_213, numRuns: 600 },
    );
  });

  it("is the same table in every dialect", async () => {
    const how = fc.tuple(dialect, dialect);
    await fc.assert(
      fc.asyncProperty(grid, how, async ({ header, rows }, [one, other]) => {
        fc.pre(!isTags(rows[0]));
        const [first, second] = [one, other].map((way) => bytesOf([header, ...rows], way));
        expect((await readBack(first)).rows).toEqual((await readBack(second)).rows);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("is read back whole where it is larger than any chunk", async () => {
    const wide = fc.array(
      fc.array(piece, { minLength: 20_000, maxLength: 30_000, size: "max" }).map((all) => all.join("")),
      {
        minLength: 2,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(wide, dialect, async (cells, how) => {
        const header = cells.map((_, i) => `column${"abcd"[i]}`);
        const rows = [["first", ...cells.slice(1)], cells, cells.toReversed()];
        const found = await readBack(bytesOf([header, ...rows], how));
        expect(found.rows.length).toBe(3);
        rows.forEach((row, i) => {
          expect(
            found.rows[i].every((text, k) => text === row[k]),
            `row ${i + 1}`,
          ).toBe(true);
          expect(found.rows[i].length).toBe(row.length);
        });
      }),
      { seed: 11, numRuns: 25, endOnFailure: true },
    );
  });

  it("is told from its neighbours by the header alone, also where names hold other delimiters", async () => {
    const names = fc
      .array(fc.string({ unit: fc.constantFrom("a", "b", ",", ";", "\t", "|", " "), minLength: 1, maxLength: 8 }), {
        ...{ minLength: 3, maxLength: 6 },
      })
      .map((all) => all.map((name, i) => `column${i}${name}`));
    await fc.assert(
      fc.asyncProperty(names, dialect, async (header, how) => {
        const row = header.map((_, i) => `cell ${i}`);
        const found = await readBack(bytesOf([header, row], { ...how, quoteAll: true }));
        expect(found.rows).toEqual([row]);
        expect(found.columns.length).toBe(header.length);
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});
