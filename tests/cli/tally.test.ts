import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acled, tally } from "../../src/index.js";
import { erewhon, exportFile } from "../events/exported.js";
import { temporary } from "./madeUp.js";
import { bytesOf, hindcast } from "./spawned.js";
import { acledText, nasty, obeyed, withBook } from "./stores.js";

const folder = temporary();
const file = exportFile("2024-01-15");
const dated = ["--as-of", "2024-01-15", ...withBook];
const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe("hindcast tally", () => {
  it("prints a table of rows, events and deaths, and stores nothing", async () => {
    const before = bytesOf(folder);
    expect(await hindcast(folder, "tally", file, ...dated)).toEqual({
      ...{ code: 0, err: "" },
      out: `period      admin1       rows  events  deaths
2023-01-01  Lower Delta   130     130     283
2023-01-01  Plateau        60      60     150
2023-01-01  Plâteau        57      57     123
2023-01-01  Saltmarsh      51      51     122
2024-01-01  Lower Delta     4       4       3
2024-01-01  Plateau         1       1       6
2024-01-01  Plâteau         2       2       0
2024-01-01  Saltmarsh       1       1       0
306 rows counted; 3 left out (why: hindcast check)
`,
    });
    const none = await hindcast(folder, "tally", exportFile("2024-02-15"), "--by", "", ...withBook);
    expect(none.out).toMatch(/^period +rows +events +deaths\n2023-01-01 .*\n2024-01-01 .*\n333 rows counted\n$/);
    expect(bytesOf(folder)).toEqual(before);
  });

  it("prints the same as JSON and as CSV", async () => {
    const asked = ["tally", file, ...dated, "--by", "zone,kind", "--every", "quarter"];
    const options = { by: ["zone", "kind"], every: "quarter", asOf: "2024-01-15", codebook: erewhon } as const;
    const found = await tally(file, acled(), options);
    expect(JSON.parse((await hindcast(folder, ...asked, "--json")).out)).toEqual(found);
    const { out } = await hindcast(folder, ...asked, "--csv");
    expect(out.trimEnd().split("\n")).toEqual([
      "period,zone,kind,rows,events,deaths",
      ...found.rows.map((row) => Object.values(row).join(",")),
    ]);
  });

  it("reads a table of one's own by its mapping", async () => {
    const mapping = { name: "ours", columns: { id: "id", day: "date", kind: "type", deaths: "killed" } };
    written("mapping.json", JSON.stringify(mapping));
    const own = written("own.csv", "id,date,type,killed\n1,2023-01-01,raid,2\n2,2023-06-01,raid,3\n3,x,raid,3\n");
    const { out } = await hindcast(folder, "tally", own, "--mapping", "mapping.json", "--by", "kind");
    expect(out).toBe(
      "period      kind  rows  events  deaths\n2023-01-01  raid     2       2       5\n2 rows counted; 1 left out (why: hindcast check)\n",
    );
  });

  it("gives a terminal nothing to obey, whatever stands in the file", async () => {
    const own = written("nasty.csv", acledText(nasty));
    const ended = await hindcast(folder, "tally", own, "--by", "country,admin1,subkind");
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain("[2J31mlong long");
    expect(ended.out).not.toMatch(obeyed);
  });

  it("says in one line what was wrong, and ends with 2", async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[file, "--csv", "--json"], "tally: takes --csv or --json, got both"],
      [[file, "--by", "actor"], "tally: by needs some of country, admin1, admin2, zone, kind, subkind, got actor"],
      [[file, "--every", "hour"], "tally: every needs one of day, week, month, quarter, year, got hour"],
      [[file, "--as-of", "May"], 'tally: --as-of: needs a day as YYYY-MM-DD, got "May"'],
      [["nowhere.csv"], "read: no such file, got nowhere.csv"],
      [["nowhere.csv", "--source", "acled"], "read: no such file, got nowhere.csv"],
      [[file, "--codebook", "nowhere.json"], "codebook: no such file, got nowhere.json"],
    ];
    for (const [args, message] of cases)
      expect(await hindcast(folder, "tally", ...args)).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
  });

  it("shows an example in its help", async () => {
    const { out } = await hindcast(folder, "tally", "--help");
    expect(out).toContain("\nExample:\n  hindcast tally acled-mali.csv --by admin1,kind --every month --csv\n");
    for (const option of ["--by <fields>", "--every <period>", "--as-of <day>", "--csv", "--json"])
      expect(out).toContain(`  ${option} `);
  });
});
