import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { diff, open } from "../../src/index.js";
import { temporary } from "./madeUp.js";
import { bytesOf, hindcast } from "./spawned.js";
import { acledText, filled, obeyed, withBook } from "./stores.js";

const folder = temporary();
const store = join(folder, ".hindcast", "store");
beforeAll(async () => await filled(folder));

describe("hindcast diff", () => {
  it("says what changed from the snapshot before the newest, and how far counts move", async () => {
    const hashes = [];
    for (const asOf of ["2024-02-15", "2024-03-15"])
      hashes.push((await open("erewhon", { store, asOf })).hash.slice(0, 8));
    const before = bytesOf(folder);
    const ended = await hindcast(folder, "diff", "erewhon");
    expect(ended).toEqual({
      ...{ code: 0, err: "" },
      out: `erewhon: as of 2024-02-15 (${hashes[0]}) and as of 2024-03-15 (${hashes[1]})
       30  rows added
        7  revised (deaths 7, notes 7)
        0  removed
      326  unchanged

By month of the event (the last twelve that changed)
  month        added  revised  removed
  2023-12          0        2        0
  2024-01          5        4        0
  2024-02         18        1        0
  2024-03          7        0        0

Counts over the months that both cover
  events                 235 to      237  (+2; 1 of 11 months; most in 2024-01, 21 to 23)
  deaths                 534 to      546  (+12; 2 of 11 months; most in 2023-12, 38 to 44)
  engagement             172 to      174  (+2; 1 of 11 months; most in 2024-01, 16 to 18)
  state-initiated         67 to       68  (+1; 1 of 11 months; most in 2024-01, 5 to 6)
  civilian-share       0.353 to    0.350  (-0.003; 1 of 11 months; most in 2024-01, 0.429 to 0.391)
  ied                     68 to       70  (+2; 1 of 11 months; most in 2024-01, 4 to 6)
  siege                    0 to        0  the same in all 11 months
`,
    });
    expect(ended.out).not.toMatch(obeyed);
    expect(bytesOf(folder)).toEqual(before);
  });

  it("compares what was known on other days, and prints the difference as JSON", async () => {
    const [older, newer] = [
      await open("erewhon", { store, asOf: "2024-01-31" }),
      await open("erewhon", { store, asOf: "2024-02-20" }),
    ];
    const { out } = await hindcast(folder, "diff", "erewhon", "--from", "2024-01-31", "--to", "2024-02-20", "--json");
    const { moves, ...rest } = JSON.parse(out);
    const { moves: _, ...expected } = await diff(older, newer);
    expect(rest).toEqual(expected);
    expect(rest.older.asOf).toBe("2024-01-15");
    expect(Object.keys(rest)).toEqual([
      "older",
      "newer",
      "added",
      "revised",
      "removed",
      "unchanged",
      "fields",
      "months",
    ]);
    expect(moves.map((one: { indicator: string }) => one.indicator)).toEqual([
      ...["events", "deaths", "engagement", "state-initiated", "civilian-share", "ied", "siege"],
    ]);
    const early = await hindcast(folder, "diff", "erewhon", "--from", "2023-12-01", "--json");
    expect(JSON.parse(early.out)).toMatchObject({ older: { asOf: "2023-12-01" }, newer: { asOf: "2024-03-15" } });
  });

  it("says in one line what was wrong, and ends with 2", async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["nothing"], "diff: nothing has 0 snapshots in .hindcast/store; name an earlier day with --from"],
      [["erewhon", "--from", "May"], 'diff: --from: needs a day as YYYY-MM-DD, got "May"'],
      [["erewhon", "--to", "2024-02-30"], 'diff: --to: needs a day as YYYY-MM-DD, got "2024-02-30"'],
      [["erewhon", "--to", "2024-01-20"], "diff: needs the older snapshot first, got 2024-02-15 and 2024-01-15"],
      [["erewhon", "--from", "2020-01-01"], "open: no snapshot erewhon as of 2020-01-01 in .hindcast/store"],
      [["../x"], 'open: name needs lower-case letters, digits, ".", "-" or "_", got "../x"'],
      [[], "missing required argument 'name'"],
    ];
    for (const [args, message] of cases)
      expect(await hindcast(folder, "diff", ...args)).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
    const { hash } = await open("erewhon", { store });
    expect((await hindcast(folder, "diff", "erewhon", "--from", "2024-03-15")).err).toBe(
      `hindcast: diff: both are the same snapshot of erewhon (${hash.slice(0, 8)})\n`,
    );
  });

  it("still says which rows changed where no whole month is covered by both", async () => {
    const own = join(folder, "short");
    mkdirSync(own);
    for (const [asOf, fatalities] of [
      ["2023-05-20", "3"],
      ["2023-05-25", "4"],
    ]) {
      const file = join(own, `${asOf}.csv`);
      writeFileSync(file, acledText("x", { fatalities }));
      const ended = await hindcast(own, "read", file, "--name", "short", "--as-of", asOf, ...withBook);
      expect([ended.code, ended.err]).toEqual([0, ""]);
    }
    const { code, out } = await hindcast(own, "diff", "short");
    expect(code).toBe(0);
    expect(out).toContain("        1  revised (deaths 1)\n");
    expect(out).toMatch(/\nNo counts to compare: no whole month is covered by both, .*\n$/);
  });

  it("shows an example in its help", async () => {
    const { out } = await hindcast(folder, "diff", "--help");
    expect(out).toContain("\nExample:\n  hindcast diff acled-mali --from 2023-12-13 --to 2024-03-01\n");
    for (const option of ["--from <day>", "--to <day>", "--store <folder>", "--json"])
      expect(out).toContain(`  ${option} `);
  });
});
