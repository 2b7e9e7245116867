import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { count, type Manifest, manifestOf, read, type Snapshot, type Source, totals } from "../../src/index.js";
import { query } from "../../src/store/engine.js";
import { parquetOf } from "../../src/store/snapshots.js";
import { tableRows } from "../../src/store/tableRows.js";
import { book, diary, fault, made, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const options = { name: "trial", asOf: "2023-06-15", codebook: book, store: join(folder.path, "store") };
const good = "2023-01,hill,2";

async function readText(content: string | Uint8Array, source: Source = totals()): Promise<Snapshot> {
  return await read(folder.write("t.csv", content), source, options);
}

async function rejectsOf(snapshot: Snapshot): Promise<string[][]> {
  const rows = await tableRows(join(parquetOf(snapshot), "..", "rejects.csv"), 1000);
  return rows.map(({ cells }) => [...cells]);
}

/** What became of the rows below a header; kept and refused make up all that were read. */
async function judged(
  rows: readonly string[],
  header = "month,zone,events",
): Promise<{ manifest: Manifest; rejects: string[][] }> {
  const snapshot = await readText(`${header}\n${rows.join("\n")}\n`);
  const manifest = await manifestOf(snapshot);
  expect(manifest.kept + manifest.refused).toBe(manifest.read);
  const rejects = await rejectsOf(snapshot);
  expect(rejects.length).toBe(manifest.refused);
  return { manifest, rejects };
}

describe("read", () => {
  it("keeps the rows of a good file and says what it read", async () => {
    const { manifest, rejects } = await judged([good, "2023-03,river,5", "2023-03,hill,0"]);
    expect(manifest).toMatchObject({
      ...{ name: "trial", source: "totals", asOf: "2023-06-15", read: 3, kept: 3, refused: 0, events: 7 },
      covers: { since: "2023-01-01", until: "2023-04-01" },
      zones: { hill: 2, river: 1 },
      codebook: book,
      file: { name: "t.csv", bytes: 64 },
    });
    expect(rejects).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ["a bad date", "2023-13,hill,1", ["month", "2023-13", "is not a month as YYYY-MM"]],
    ["a number that is none", "2023-02,hill,two", ["events", "two", "is not a whole number"]],
    ["a number with a fraction", "2023-02,hill,1.0", ["events", "1.0", "is not a whole number"]],
    ["a negative number", "2023-02,hill,-1", ["events", "-1", "is not a whole number"]],
    ["no number", "2023-02,hill,", ["events", "", "is not a whole number"]],
    ["an empty zone", "2023-02,,1", ["zone", "", "is empty"]],
    ["a zone that is not in the codebook", "2023-02,Hill,1", ["zone", "Hill", "is not in the codebook trial"]],
    ["a zone that every object has", "2023-02,__proto__,1", ["zone", "__proto__", "is not in the codebook trial"]],
    ["the as-of day's own future", "2023-07,hill,1", ["month", "2023-07", "is not before the as-of day 2023-06-15"]],
    ["a twin", good, ["id", "2023-01/hill", "stands already in row 1"]],
    ["its like", "2023-01,hill,3", ["id", "2023-01/hill", "stands already in row 1 with other content"]],
    ["text behind a closing quote", '2023-02,"hill"s,1', ["", '2023-02,"hill"s,1', "has text after a closing quote"]],
    ["a quote inside a cell", '2023-02,hi"ll,1', ["", '2023-02,hi"ll,1', "has a quote inside an unquoted cell"]],
    ["too few cells", "2023-02,hill", ["events", "", "the row ends after 2 of 3 columns"]],
    ["one cell", "2023-02", ["zone", "", "the row ends after 1 of 3 columns"]],
    ["a cell too many", "2023-02,hill,1,x", ["", "x", "stands beyond the 3 columns"]],
  ])(
    "refuses %s, with row, line, column, value, reason and the record as it stood",
    async (_, row, [column, value, reason]) => {
      const { manifest, rejects } = await judged([good, row, "2023-03,hill,4"]);
      expect(rejects).toEqual([["2", "3", column, value, reason, row]]);
      expect(manifest).toMatchObject({ read: 3, kept: 2, refused: 1, events: 6 });
    },
  );

  it("refuses a day on the as-of day itself, and keeps the one before", async () => {
    const days = ["2023-06-14", "2023-06-15"].map(
      (day, i) => `"${JSON.stringify(made({ day }, i)).replaceAll('"', '""')}"`,
    );
    const covers = { since: "2023-01-01", until: "2024-01-01" };
    const snapshot = await readText(`event\n${days.join("\n")}\n`, diary(covers));
    const event = JSON.stringify(made({ day: "2023-06-15" }, 1));
    expect(await rejectsOf(snapshot)).toEqual([
      ["2", "3", "event", event, "is not before the as-of day 2023-06-15", days[1]],
    ]);
    expect(snapshot.covers).toEqual({ since: "2023-01-01", until: "2023-06-15" });
  });

  it("takes a twin of a refused row, as only kept rows count", async () => {
    const { rejects } = await judged([good, "2023-02,hill,x", "2023-02,hill,1"]);
    expect(rejects.map(([row]) => row)).toEqual(["2"]);
  });

  it("does not mind empty cells beyond the columns, nor a trailing comma in the header", async () => {
    expect((await judged([`${good},`, "2023-02,hill,1,,,"])).manifest.kept).toBe(2);
    expect((await judged([`${good},`, "2023-02,hill,1,"], "month,zone,events,")).manifest.kept).toBe(2);
  });

  it("names the line where the row begins behind cells of several lines", async () => {
    const { rejects } = await judged(['2023-01,hill,2,"a\nb\nc"', '2023-02,hill,x,"d\ne"'], "month,zone,events,note");
    expect(rejects).toEqual([["2", "5", "events", "x", "is not a whole number", '2023-02,hill,x,"d\ne"']]);
  });

  it("writes refused values into rejects.csv as they stood, whatever they hold", async () => {
    const row = '2023-02,"a ""b"", c\nd",1';
    const { rejects } = await judged([good, row]);
    expect(rejects).toEqual([["2", "3", "zone", 'a "b", c\nd', "is not in the codebook trial", row]]);
  });

  it("reads a file with a byte order mark and Windows line ends", async () => {
    const { read: all, kept } = await manifestOf(
      await readText(`\uFEFFmonth,zone,events\r\n${good}\r\n2023-02,hill,1\r\n`),
    );
    expect([all, kept]).toEqual([2, 2]);
  });

  it("reads columns whose names every object has", async () => {
    const { manifest } = await judged([`x,y,${good}`], "__proto__,constructor,month,zone,events");
    expect(manifest).toMatchObject({ kept: 1, events: 2 });
    const source: Source = {
      ...diary({ since: "2023-01-01", until: "2024-01-01" }),
      needs: ["proto", "constructor"],
      parts: () => [
        { copy: "proto", field: "notes" },
        { from: ["constructor"], fields: ["id", "day"], read: ([id]) => ({ event: { id, day: "2023-01-01" } }) },
      ],
    };
    const snapshot = await readText("__proto__,constructor\nheld,x\n", source);
    expect(await query(snapshot, [], [(rows) => `SELECT id, notes FROM ${rows}`])).toEqual([
      [{ id: "x", notes: "held" }],
    ]);
  });

  it("keeps hostile names as data", async () => {
    const names = ["'; DROP TABLE events; --", '"', "__proto__", "constructor", "é 漢 😀", "a;b", "NULL", "$1"];
    const events = names.map((name, i) => made({ day: "2023-01-01", side1: [name], kind: name, admin1: name }, i));
    const cells = events.map((event) => `"${JSON.stringify(event).replaceAll('"', '""')}"`);
    const snapshot = await readText(
      `event\n${cells.join("\n")}\n`,
      diary({ since: "2023-01-01", until: "2023-06-01" }),
    );
    for (const name of names) {
      for (const where of [{ side1: name }, { kind: name }, { admin1: name }, { actor: [name] }]) {
        const [series] = await count({ ...snapshot, where: [where] }, { every: "month" });
        expect(series.values, JSON.stringify(where)).toEqual([1, 0, 0, 0, 0]);
      }
    }
  });

  it("tells two files apart that keep the same rows and refuse others", async () => {
    const one = await readText(`month,zone,events\n${good}\n`);
    const two = await readText(`month,zone,events\n${good}\n2023-02,hill,x\n`);
    expect((await manifestOf(one)).refused).toBe(0);
    expect((await manifestOf(two)).refused).toBe(1);
  });

  it("tells a file that counts no deaths from one that says nothing of deaths", async () => {
    await readText(`month,zone,events\n${good}\n`);
    const { says } = await manifestOf(await readText(`month,zone,events,fatalities\n${good},0\n`));
    expect(says).toContain("deaths");
  });

  it("leaves no snapshot when every row is refused, and gives the first reason", async () => {
    const file = folder.write("bad.csv", "month,zone,events\nx,hill,1\n2023-02,hill,y\n");
    await expect(read(file, totals(), { ...options, name: "none" })).rejects.toThrow(
      fault("DataError", `read: kept none of 2 rows; row 1: month "x" is not a month as YYYY-MM (${file})`),
    );
    expect(() => readFileSync(join(options.store, "none"))).toThrow(/ENOENT/);
  });

  it.each<[string, string | Uint8Array, string]>([
    ["an empty file", "", "read: the file is empty (FILE)"],
    ["a header alone", "month,zone,events\n", "read: kept none of 0 rows (FILE)"],
    ["a header without a line end", "month,zone,events", "read: kept none of 0 rows (FILE)"],
    ["one missing column", "month,zone\n2023-01,hill\n", "read: has no column events, which totals files have (FILE)"],
    ["another kind of file", "a;b;c\n", "read: not a totals file, 3 columns are missing: month, zone, events … (FILE)"],
    ["a column that stands twice", "month,zone,events,zone\n", 'read: column "zone" stands twice (FILE)'],
    ["__proto__ twice", "month,zone,events,__proto__,__proto__\n", 'read: column "proto" stands twice (FILE)'],
    ["two spellings of a column", "month,zone,events,Zone\n", 'read: column "zone" stands twice (FILE)'],
    ["a picture", new Uint8Array([137, 80, 78, 71, 0, 0]), "read: not a table of events but a picture (FILE)"],
    [
      "Latin-1",
      Buffer.from(`month,zone,events\n2023-01,h\xefll,2\n`, "latin1"),
      "read: not in UTF-8 (NAME); save it as UTF-8 first",
    ],
    [
      "a quote that is never closed",
      `month,zone,events\n${good}\n2023-02,"hill,1\n2023-03,hill,1\n`,
      "read: line 3 opens a quote that is never closed (NAME)",
    ],
    [
      "nothing but broken rows",
      'month,zone,events\n2023-02,"hill"s,1\n',
      'read: kept none of 1 rows; row 1:  "2023-02,\\"hill\\"s,1" has text after a closing quote (FILE)',
    ],
  ])("refuses %s", async (_, content, message) => {
    const file = join(folder.path, "t.csv");
    const whole = message.replace("FILE", file).replace("NAME", "t.csv");
    await expect(readText(content)).rejects.toThrow(fault("DataError", whole));
  });

  it("refuses a bad as-of day, a bad name, and a file that is not there", async () => {
    const file = folder.write("t.csv", `month,zone,events\n${good}\n`);
    await expect(read(file, totals(), { ...options, asOf: "2023-02-30" })).rejects.toThrow(
      fault("InputError", 'read: asOf needs a day as YYYY-MM-DD, got "2023-02-30"'),
    );
    await expect(read(file, totals(), { ...options, name: "../x" })).rejects.toThrow(
      fault("InputError", 'read: name needs lower-case letters, digits, ".", "-" or "_", got "../x"'),
    );
    await expect(read(`${file}.gz`, totals(), options)).rejects.toThrow(
      fault("InputError", `read: no such file, got ${file}.gz`),
    );
  });
});
