import { describe, expect, it } from "vitest";
import { checkText } from "../../src/cli/checkText.js";
import type { DataReport } from "../../src/index.js";

const report: DataReport = {
  file: { name: "raids.csv", bytes: 12_345, sha256: "0123456789abcdef".repeat(4) },
  ...{ source: "acled", asOf: "2024-01-15", codebook: "trial", delimiter: "," },
  rows: { read: 1200, kept: 1000, refused: 200, repaired: 3, revisions: 2 },
  reasons: [{ column: "fatalities", reason: "is not a whole number", n: 200, row: 7, value: "3 to 5" }],
  repairs: [{ rule: "none is 0", n: 3, row: 9 }],
  notes: ["event_date is read day first"],
  columns: [
    { name: "id", fields: ["id"], filled: 1200, distinct: 1190, least: "a", most: "z" },
    { name: "fatalities", fields: ["deaths"], filled: 600, distinct: 12, least: "0", most: "31" },
    { name: "iso", fields: [], filled: 3, distinct: 2, least: "999", most: "999" },
    { name: "tags", fields: [], filled: 0, distinct: 1 },
  ],
  covers: { since: "2023-01-01", until: "2024-01-01" },
  days: { first: "2023-01-01", last: "2023-12-31" },
  emptyMonths: ["2023-02-01", "2023-03-01"],
  precision: [
    { name: "day", n: 900 },
    { name: "month", n: 100 },
  ],
  kinds: [{ name: "raid", n: 1500 }],
  deaths: { total: 4321, most: 31 },
  zones: [{ name: "hill", n: 800 }],
  unknownPlaces: [{ name: "Erewhon / Far / East", n: 200 }],
  groups: [{ name: "@army", n: 700 }],
  unknownActors: [{ name: "Clan", n: 5 }],
};
const plain = (change: Partial<DataReport> = {}): string => checkText({ ...report, ...change }, { colour: false });
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));

describe("checkText", () => {
  it("tells the whole report", () => {
    expect(plain()).toBe(`raids.csv
read as acled, as of 2024-01-15, codebook trial
12,345 bytes, SHA-256 0123456789abcdef

Rows
      1,200  read
      1,000  kept
          3    of these repaired
          2    of these older forms
        200  refused

Why rows were refused
        200  fatalities is not a whole number
             first: row 7, "3 to 5"

Repaired by rule
          3  none is 0
             first: row 9

Decided while reading
  event_date is read day first

Columns
  id             100%  a … z                           id
  fatalities      50%  0 … 31                          deaths
  iso        under 1%  999                             not used
  tags             0%  empty                           not used

Days
  2023-01-01 to 2023-12-31; the file speaks for 2023-01-01 up to 2024-01-01
  months without a row: 2023-02, 2023-03
  known to the day 90%, month 10%

Kinds (events)
      1,500  raid

Deaths
  4,321 in all, at most 31 in a row

Zones of the codebook (rows)
        800  hill

Places in no zone (rows)
        200  Erewhon / Far / East

Groups of actors (rows named in)
        700  @army

Actors in no group (rows named in)
          5  Clan
`);
  });

  it("leaves out sections that hold nothing", () => {
    const none = { reasons: [], repairs: [], notes: [], emptyMonths: [], zones: [], unknownPlaces: [], groups: [] };
    const rows = { read: 5, kept: 5, refused: 0, repaired: 0, revisions: 0 };
    const titles = plain({ ...none, unknownActors: [], rows })
      .split("\n")
      .filter((line) => /^[A-Z]/.test(line));
    expect(titles).toEqual(["Rows", "Columns", "Days", "Kinds (events)", "Deaths"]);
    expect(plain({ ...none, rows })).not.toMatch(/repaired|older forms|months without/);
  });

  it("counts what a list has more than eight of, and months beyond five", () => {
    const unknownActors = Array.from({ length: 1009 }, (_, i) => ({ name: `Clan ${i}`, n: 1 }));
    const emptyMonths = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, "0")}-01`);
    const text = plain({ unknownActors, emptyMonths });
    expect(text).toMatch(/ Clan 7\n {13}and 1,001 more \(--json\)\n$/);
    expect(text).not.toContain("Clan 8");
    expect(text).toContain("  months without a row: 2023-01, 2023-02, 2023-03, 2023-04, 2023-05 and 7 more\n");
    expect(plain({ unknownActors: unknownActors.slice(0, 8) })).not.toContain("more (--json)");
  });

  it("keeps to 80 columns and gives a terminal nothing to obey, whatever a file holds", () => {
    const nasty = `\u001b[2J\u009b31m\u202e\r\n\u0007${"long ".repeat(30)}${"😀".repeat(99)}`;
    const named = [{ name: nasty, n: 9_999_999 }];
    const month = Array.from({ length: 999 }, () => "2023-02-01");
    const text = plain({
      file: { name: `${nasty}.csv`, bytes: 999_999_999_999, sha256: "0".repeat(64) },
      ...{ source: nasty, codebook: nasty, notes: [nasty], emptyMonths: month },
      reasons: [{ column: nasty, reason: nasty, n: 9_999_999, row: 9_999_999, value: nasty }],
      repairs: [{ rule: nasty, n: 9_999_999, row: 9_999_999 }],
      columns: [
        {
          name: nasty,
          fields: ["country", "admin1", "admin2", "zone"],
          filled: 999,
          distinct: 1,
          least: nasty,
          most: "z",
        },
        { name: "a", fields: [], filled: 1, distinct: 1, least: nasty, most: nasty },
      ],
      precision: ["day", "week", "month", "quarter", "year"].map((name, i) => ({ name, n: i === 0 ? 996 : 1 })),
      ...{ kinds: named, zones: named, unknownPlaces: named, groups: named, unknownActors: named },
    });
    expect(widest(text)).toBeLessThanOrEqual(80);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("says the same in colour", () => {
    const text = checkText(report, { colour: true });
    expect(text).toContain("\u001b[1mRows\u001b[22m");
    expect(text).toContain("\u001b[31m        200  refused\u001b[39m");
    expect(text).toContain("\u001b[33m      1,000  kept\u001b[39m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours
    expect(text.replace(/\u001b\[\d+m/g, "")).toBe(plain());
  });
});
