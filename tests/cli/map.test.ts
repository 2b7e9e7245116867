import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mapped, readMapping } from "../../src/index.js";
import { attacks, dayOf, sigacts, type Table, tracker } from "../sources/tables.js";
import { temporary } from "./madeUp.js";
import { hindcast } from "./spawned.js";

const folder = temporary();
const written = (name: string, { columns, rows }: Table): string => {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  writeFileSync(join(folder, name), `${[columns, ...rows].map(line).join("\n")}\n`);
  return name;
};
const long = (table: Table, times: number): Table => ({
  columns: table.columns,
  rows: Array.from({ length: times }, (_, n) => table.rows.map(([id, ...rest]) => [`${n}-${id}`, ...rest])).flat(),
});

describe("hindcast map", () => {
  it("proposes with reasons, shows rows as they would be read, and names the next command", async () => {
    const ended = await hindcast(folder, "map", written("our sigacts.csv", sigacts));
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toBe(
      [
        "our sigacts.csv: 40 rows",
        "",
        "Proposed",
        "  id              ReportKey (high)",
        "                  named like an id; different in all 40 rows",
        "  day             DTG (fair)",
        "                  named like a date; all 40 cells are written DDHHmm'Z'MMMYY,",
        "                  such as 051530ZJAN23; two-digit years are taken to be 20YY;",
        "                  the time zone's letter is not read",
        "  kind            Category (high)",
        "                  named like a type; all 40 cells hold a text, 2 different;",
        "                  listed to be renamed or put together, others are kept",
        "  deaths          FriendlyKIA + CivilianKIA + EnemyKIA (fair)",
        "                  named like parts of the deaths, which are added up; not if one",
        "                  holds another; all 120 cells are whole numbers",
        "  admin1          Province (high)",
        "                  named like it; all 40 cells hold a text, 1 different",
        "",
        "Undecided",
        "  civilians       no column says whether civilians were targeted; without one,",
        "                  nothing can be asked of it",
        "  country         no column is named like it; the codebook's country stands, or",
        '                  write "country": "…"',
        "",
        "Not used",
        "  EnemyWIA, MGRS",
        "",
        "As it would be read",
        "      row id           day        kind            side 1        deaths where",
        ...[1, 5, 9, 13, 17, 21, 25, 29, 33, 37].map((row) => {
          const start = `  ${String(row).padStart(7)} ${`K${row - 1}`.padEnd(12)} ${dayOf(row - 1)}`;
          return `${start} Direct Fire                   ${1 + ((row - 1) % 3)}      Hill`;
        }),
        "  Of 40 rows 40 are read and 0 refused.",
        "",
        "Write it:  hindcast map 'our sigacts.csv' --out mapping.json",
        "Then:      hindcast check 'our sigacts.csv' --mapping mapping.json",
        "",
      ].join("\n"),
    );
    expect(existsSync(join(folder, "mapping.json"))).toBe(false);
  });

  it("writes a mapping that can be read, and does not write over one unasked", async () => {
    const file = written("attacks.csv", attacks);
    const ended = await hindcast(folder, "map", file, "--out", "own.json");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain('Of 40 rows 32 are read and 8 refused:\n  8 rows, such as row 5: nkill "" is empty\n');
    expect(ended.out).toMatch(
      /\nWritten to own\.json; read it over and edit it\.\nThen: {6}hindcast check attacks\.csv --mapping own\.json\n$/,
    );
    const mapping = await readMapping(join(folder, "own.json"));
    expect(mapped(mapping).name).toBe("attacks");
    const before = readFileSync(join(folder, "own.json"), "utf8");
    const again = await hindcast(folder, "map", file, "--out", "own.json", "--name", "ours");
    expect(again).toEqual({
      ...{ code: 2, out: "" },
      err: "hindcast: map: the file stands already, got own.json; replace it with --force\n",
    });
    expect(readFileSync(join(folder, "own.json"), "utf8")).toBe(before);
    const forced = await hindcast(folder, "map", file, "--out", "own.json", "--name", "ours", "--force");
    expect(forced.code).toBe(0);
    expect((await readMapping(join(folder, "own.json"))).name).toBe("ours");
  });

  it("looks at rows from the whole of a long file, and says at how many", async () => {
    const file = written("long.csv", long(tracker, 30));
    const { out } = await hindcast(folder, "map", file, "--json");
    const { read, sampled, mapping, proposed, undecided, unused, preview } = JSON.parse(out);
    expect({ read, sampled }).toEqual({ read: 1200, sampled: 1000 });
    expect(mapping.name).toBe("long");
    expect(proposed[0]).toMatchObject({ field: "id", columns: ["Incident ID"], confidence: "high" });
    expect([undecided.length, unused]).toEqual([1, ["Created At"]]);
    expect(preview).toMatchObject({ read: 1000, refused: 0, reasons: [] });
    expect(preview.rows.map((one: { row: number }) => one.row)).toEqual([
      1, 121, 241, 361, 481, 601, 721, 841, 961, 1081,
    ]);
    expect(preview.rows[0].event).toMatchObject({ id: "0-INC-0", source: "long", side1: ["Army", "Rebels"] });
    expect((await hindcast(folder, "map", file)).out).toMatch(
      /^long\.csv: 1,200 rows, 1,000 of them looked at, spread over the file\n/,
    );
  });

  it("says what a mapping still needs, and names no next command", async () => {
    const rows = ["03/04/2023", "05/06/2023"].map((date, i) => [`r${i}`, date, "raid"]);
    const file = written("either.csv", { columns: ["id", "date", "type"], rows });
    const { code, out } = await hindcast(folder, "map", file, "--out", "either.json");
    expect(code).toBe(0);
    expect(out).toContain("date: all 2 different dates read as DD/MM/YYYY or MM/DD/YYYY");
    expect(out).toMatch(/edit it\.\nNot complete: the mapping needs day, see above\.\n$/);
    const { columns } = JSON.parse(readFileSync(join(folder, "either.json"), "utf8"));
    expect(Object.keys(columns)).toEqual(["id", "kind"]);
  });

  it("keeps to 80 columns and gives a terminal nothing to obey, whatever stands in the file", async () => {
    const nasty = `\u001b[2J\u202e${"long ".repeat(40)}${"x".repeat(200)}`;
    const rows = [0, 1, 2].map((i) => [`${i}${nasty}`, `2023-01-1${i}`, nasty, i === 1 ? nasty : "4", nasty]);
    const file = written("nasty.csv", { columns: ["id", "date", "type", "killed", `notes ${nasty}`], rows });
    const { out } = await hindcast(folder, "map", file);
    expect(Math.max(...out.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("takes the country from a codebook that is named", async () => {
    const book = { name: "b", note: "", country: "Erewhon", zones: [], regions: {}, actors: {} };
    const zones = [{ name: "z", label: "Z", places: [{ admin1: ["Hill"] }] }];
    writeFileSync(join(folder, "book.json"), JSON.stringify({ ...book, zones }));
    const { out } = await hindcast(folder, "map", written("s.csv", sigacts), "--codebook", "book.json", "--json");
    expect(JSON.parse(out).preview.rows[0].event).toMatchObject({ country: "Erewhon" });
  });

  it("refuses a file without rows, with a column twice, or that is not there", async () => {
    writeFileSync(join(folder, "bare.csv"), "id,date\n");
    writeFileSync(join(folder, "twice.csv"), "Report No,report_no\n1,2\n");
    const errors = [];
    for (const name of ["bare.csv", "twice.csv", "none.csv"]) errors.push((await hindcast(folder, "map", name)).err);
    expect(errors).toEqual([
      "hindcast: map: has a header and no rows (bare.csv)\n",
      'hindcast: map: column "report_no" stands twice (twice.csv)\n',
      "hindcast: read: no such file, got none.csv\n",
    ]);
  });
});
