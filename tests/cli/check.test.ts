import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkText } from "../../src/cli/checkText.js";
import { acled, check } from "../../src/index.js";
import { erewhon, exportFile } from "../events/exported.js";
import { temporary } from "./madeUp.js";
import { bytesOf, hindcast } from "./spawned.js";
import { acledText, nasty, obeyed, widthOf, withBook } from "./stores.js";

const folder = temporary();
const file = exportFile("2024-01-15");
const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe("hindcast check", () => {
  it("prints what check finds, in 80 columns and without colour into a pipe, and writes nothing", async () => {
    const report = await check(file, acled(), { asOf: "2024-01-15", codebook: erewhon });
    const before = bytesOf(folder);
    const ended = await hindcast(folder, "check", file, "--as-of", "2024-01-15", ...withBook);
    expect(ended).toEqual({ code: 0, out: checkText(report, { colour: false }), err: "" });
    expect(widthOf(ended.out)).toBeLessThanOrEqual(80);
    expect(ended.out).not.toMatch(obeyed);
    expect(bytesOf(folder)).toEqual(before);
    const { out } = await hindcast(folder, "check", file, "--as-of", "2024-01-15", ...withBook, "--json");
    expect(JSON.parse(out)).toEqual(report);
    expect(Object.keys(JSON.parse(out))).toEqual([
      ...[
        "file",
        "source",
        "asOf",
        "codebook",
        "delimiter",
        "rows",
        "reasons",
        "repairs",
        "notes",
        "columns",
        "covers",
      ],
      ...["days", "emptyMonths", "precision", "kinds", "deaths", "zones", "unknownPlaces", "groups", "unknownActors"],
    ]);
  });

  it("takes a mapping, and refuses days that are not before the as-of day", async () => {
    const mapping = { name: "ours", columns: { id: "id", day: "date", kind: "type", deaths: "killed" } };
    written("mapping.json", JSON.stringify(mapping));
    const own = written("own.csv", "id,date,type,killed\n1,2023-01-01,raid,2\n2,2023-06-01,raid,3\n");
    const args = ["check", own, "--mapping", "mapping.json", "--as-of", "2023-06-01", "--json"];
    const report = JSON.parse((await hindcast(folder, ...args)).out);
    expect(report).toMatchObject({
      source: "ours",
      rows: { read: 2, kept: 1, refused: 1 },
      deaths: { total: 2, most: 2 },
    });
    expect(report.reasons).toEqual([
      { column: "date", reason: "is not before the as-of day 2023-06-01", n: 1, row: 2, value: "2023-06-01" },
    ]);
  });

  it("gives a terminal nothing to obey, whatever stands in the file", async () => {
    const own = written("nasty.csv", acledText(nasty));
    const ended = await hindcast(folder, "check", own);
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain("[2J31mlong long");
    expect(ended.out).not.toMatch(obeyed);
    expect(widthOf(ended.out)).toBeLessThanOrEqual(80);
    const none = await hindcast(folder, "check", written("none.csv", acledText(nasty, { event_date: nasty })));
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(none.err).toMatch(
      /^hindcast: check: kept none of 2 rows; row 1: event_date ".{100}" is not a day \(none\.csv\)\n$/,
    );
    expect(none.err.trimEnd()).not.toMatch(obeyed);
    const book = written("book.json", JSON.stringify({ [nasty]: 1 }));
    const odd = await hindcast(folder, "check", own, "--codebook", book);
    expect(odd.err).toMatch(/^hindcast: codebook: .*Unrecognized key.*\n$/);
    expect(odd.err.trimEnd()).not.toMatch(obeyed);
  });

  it("says in one line what was wrong, and ends with 2", async () => {
    const errors = [];
    for (const args of [
      ["nowhere.csv"],
      [file, "--as-of", "May"],
      [file, "--source", "x"],
      [],
      [file, "--dates", "iso"],
    ]) {
      const { code, out, err } = await hindcast(folder, "check", ...args);
      expect([code, out]).toEqual([2, ""]);
      errors.push(err);
    }
    expect(errors).toEqual([
      "hindcast: read: no such file, got nowhere.csv\n",
      'hindcast: check: --as-of: needs a day as YYYY-MM-DD, got "May"\n',
      'hindcast: read: source "x" is not known (there are acled, hapi, hdx, totals, ucdp)\n',
      "hindcast: missing required argument 'file'\n",
      'hindcast: read: --dates needs day-first or month-first, got "iso"\n',
    ]);
  });

  it("shows examples in its help", async () => {
    const { code, out, err } = await hindcast(folder, "check", "--help");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Usage: hindcast check [options] <file>\n");
    expect(out).toContain("\nExamples:\n  hindcast check acled-mali.csv\n");
    for (const option of ["--source <name>", "--mapping <json>", "--dates <order>", "--kind <kind>", "--candidate"])
      expect(out).toContain(`  ${option} `);
  });
});
