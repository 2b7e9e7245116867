import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { acled, check, type DataReport, manifestOf, read, totals } from "../../src/index.js";
import { stamped, stampedText } from "../store/stamped.js";
import { book, diary, diaryText, fault, type Made, trialFolder } from "../store/trial.js";
import { erewhon, exported, exportFile, tallied, zoneOf } from "./exported.js";

const folder = trialFolder();
const asOf = "2024-01-15";
const file = exportFile(asOf);

describe("check of an export with defects", () => {
  const { columns, cells, good, current } = exported(asOf);
  // Of two rows with the same id and time the second is refused; of those left, all but the newest are older forms.
  const kept = good.filter(
    (one, i) => !good.slice(0, i).some((other) => ["event_id_cnty", "timestamp"].every((k) => other[k] === one[k])),
  );
  let report: DataReport;
  beforeAll(async () => {
    report = await check(file, acled(), { asOf, codebook: erewhon });
  });

  it("says which file it is, and as what it was read", () => {
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(report).toMatchObject({
      file: { name: "erewhon-2024-01-15.csv", bytes: statSync(file).size, sha256 },
      ...{ source: "acled", asOf, codebook: "erewhon", delimiter: ",", notes: [] },
    });
  });

  it("accounts for every row: kept and refused are what was read", () => {
    expect(report.rows).toEqual({
      ...{ read: cells.length, kept: kept.length, refused: cells.length - kept.length },
      ...{ repaired: 1, revisions: kept.length - current.length },
    });
    expect(report.rows).toEqual({ read: 309, kept: 303, refused: 6, repaired: 1, revisions: 1 });
  });

  it("gives each reason for a refusal once, with how many rows it holds for and the first of them", () => {
    const of = (row: number, column: string): string => cells[row - 1][columns.indexOf(column)];
    expect(report.reasons).toEqual([
      { column: "event_date", reason: "is not a day", n: 1, row: 9, value: "2023-11-31" },
      { column: "fatalities", reason: "is not a whole number of fatalities", n: 1, row: 15, value: "3 to 5" },
      { column: "latitude", reason: "is not within 90 degrees", n: 1, row: 21, value: "1452" },
      { column: "admin3", reason: "the row ends after … of 31 columns", n: 1, row: 27, value: "" },
      { column: "id", reason: "stands already in row …", n: 1, row: 40, value: of(40, "event_id_cnty") },
      {
        ...{ column: "id", reason: "stands already in row … with other content", n: 1, row: 60 },
        value: of(60, "event_id_cnty"),
      },
    ]);
    expect(report.repairs).toEqual([
      { rule: "a year served without its century, 0025 or 25, is of the years 2000 to 2099", n: 1, row: 4 },
    ]);
  });

  it("says of each column how full it is, from what to what it goes and what is read from it", () => {
    const regular = cells.filter((row) => row.length === columns.length);
    expect(report.columns.map(({ name }) => name)).toEqual(columns);
    for (const [i, column] of report.columns.entries()) {
      const filled = regular.map((row) => row[i]).filter((cell) => cell !== "");
      const isNumeric = filled.length > 0 && filled.every((cell) => /^-?\d+(\.\d+)?$/.test(cell));
      const sorted = [...new Set(filled)].sort(isNumeric ? (one, other) => Number(one) - Number(other) : undefined);
      const shown = (text: string | undefined): string | undefined => text?.slice(0, 40);
      expect(column.filled, column.name).toBe(filled.length);
      expect([column.least, column.most], column.name).toEqual([shown(sorted.at(0)), shown(sorted.at(-1))]);
      const different = new Set(regular.map((row) => row[i])).size;
      expect(Math.abs(column.distinct - different), column.name).toBeLessThanOrEqual(Math.max(1, different / 2));
    }
    const fields = Object.fromEntries(report.columns.map((column) => [column.name, column.fields]));
    expect(fields).toMatchObject({
      ...{ event_id_cnty: ["id"], event_date: ["day"], year: ["day"], sub_event_type: ["subkind"], tags: [] },
      ...{ actor1: ["side1"], assoc_actor_1: ["side1"], civilian_targeting: ["civilians"], latitude: ["lat", "lon"] },
      ...{ admin1: ["country", "admin1", "admin2", "zone"], location: ["place"], timestamp: ["known", "stamp"] },
      ...{ fatalities: ["deaths"], notes: ["notes"], iso: [], interaction: [] },
    });
  });

  it("says from when to when, with the months without a row and how exactly days are known", () => {
    const days = kept.map((one) => one["event_date"]).sort();
    expect(report.days).toEqual({ first: days[0], last: days.at(-1) });
    expect(report.covers).toEqual({ since: "2023-03-01", until: "2024-01-11" });
    const months = new Set(days.map((day) => day.slice(0, 7)));
    const all = Array.from({ length: 11 }, (_, i) => new Date(Date.UTC(2023, 2 + i, 1)).toISOString().slice(0, 10));
    expect(report.emptyMonths).toEqual(all.filter((month) => !months.has(month.slice(0, 7))));
    expect(report.emptyMonths).toEqual([]);
    expect(report.precision).toEqual([{ name: "day", n: kept.length }]);
  });

  it("counts events by kind and deaths, of an event with two forms the newer alone", async () => {
    expect(report.kinds).toEqual(tallied(current.map((one) => `${one["event_type"]} / ${one["sub_event_type"]}`)));
    const deaths = current.map((one) => Number(one["fatalities"]));
    expect(report.deaths).toEqual({ total: deaths.reduce((sum, n) => sum + n, 0), most: Math.max(...deaths) });
    const store = join(folder.path, "store");
    const manifest = await manifestOf(await read(file, acled(), { name: "e", asOf, codebook: erewhon, store }));
    expect(report.kinds.reduce((sum, { n }) => sum + n, 0)).toBe(manifest.events);
    expect(report.rows).toMatchObject({ kept: manifest.kept, refused: manifest.refused, repaired: manifest.repaired });
    expect([report.covers, report.rows.revisions]).toEqual([manifest.covers, manifest.revisions]);
  });

  it("counts rows by zone, and by place where the codebook has none", () => {
    expect(report.zones).toEqual(tallied(kept.flatMap((one) => zoneOf(one["admin1"]) ?? [])));
    const outside = kept.filter((one) => zoneOf(one["admin1"]) === undefined);
    expect(report.unknownPlaces).toEqual(
      tallied(outside.map((one) => `${one["country"]} / ${one["admin1"]} / ${one["admin2"]}`)),
    );
  });

  it("counts the rows that name a group of the codebook, and those with actors of none", () => {
    const named = (one: Readonly<Record<string, string>>): string[] =>
      [one["actor1"], one["actor2"]].filter((actor) => actor !== "");
    const count = (start: string): number =>
      kept.filter((one) => named(one).some((actor) => actor.startsWith(start))).length;
    expect(report.groups).toEqual([
      { name: "@stateForces", n: count("Military Forces of Erewhon") },
      { name: "@brotherhood", n: count("Marsh Brotherhood") },
    ]);
    const known = /^(Military Forces of Erewhon|Marsh Brotherhood$)/;
    expect(report.unknownActors).toEqual(tallied(kept.flatMap(named).filter((actor) => !known.test(actor))));
  });

  it("survives JSON, and is the same again", async () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(await check(file, acled(), { asOf, codebook: erewhon })).toEqual(report);
  });

  it("stores nothing, nor leaves anything where it put things aside", async () => {
    const aside = join(folder.path, "aside");
    mkdirSync(aside);
    vi.stubEnv("TMPDIR", aside);
    try {
      const notes: string[] = [];
      const before = readdirSync(join(file, ".."));
      const seen: string[][] = [];
      const note = (step: string) => {
        notes.push(step);
        seen.push(readdirSync(aside));
      };
      await check(file, acled(), { asOf, codebook: erewhon, note });
      expect(notes).toEqual([`going through ${file}`, `reading 309 rows of ${file}`]);
      expect(seen[1]).toHaveLength(1);
      expect(readdirSync(aside)).toEqual([]);
      expect(readdirSync(join(file, ".."))).toEqual(before);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe("check", () => {
  const checked = async (rows: readonly Made[], codebook = book): Promise<DataReport> => {
    const covers = { since: "2023-01-01", until: "2024-01-01" };
    return await check(folder.write("d.csv", diaryText(rows)), diary(covers), { asOf: "2024-01-01", codebook });
  };

  it("finds the actors of a group whatever accents and case, with a star whatever the ending", async () => {
    const codebook = { ...book, actors: { army: ["Armee", "Guard of*"], none: ["Nobody"] } };
    const report = await checked(
      [
        { day: "2023-01-01", side1: ["Armée"], side2: ["Rebels"] },
        { day: "2023-01-02", side1: ["ARMEE"], side2: ["guard of the hill"] },
        { day: "2023-01-03", side1: ["Guard of"], side2: ["Armée (old)"] },
        { day: "2023-01-04", side1: ["Rebels"], side2: ["The Guard of the hill"] },
      ],
      codebook,
    );
    expect(report.groups).toEqual([
      { name: "@army", n: 3 },
      { name: "@none", n: 0 },
    ]);
    expect(report.unknownActors).toEqual([
      { name: "Rebels", n: 2 },
      { name: "Armée (old)", n: 1 },
      { name: "The Guard of the hill", n: 1 },
    ]);
  });

  it("counts a row once for a group, and for an actor, that it names twice", async () => {
    const report = await checked([
      { day: "2023-01-01", side1: ["Army", "Guard"], side2: ["Clan", "Clan"] },
      { day: "2023-01-02", side1: ["Clan"], side2: ["Clan"] },
    ]);
    expect(report.groups).toEqual([{ name: "@army", n: 1 }]);
    expect(report.unknownActors).toEqual([{ name: "Clan", n: 2 }]);
  });

  it("takes names for what they are, also those that SQL would obey", async () => {
    const odd = "O'Neill'); DROP TABLE kept; --";
    const report = await checked([{ day: "2023-01-01", side1: [odd] }], { ...book, actors: { odd: [odd] } });
    expect(report.groups).toEqual([{ name: "@odd", n: 1 }]);
    expect(report.unknownActors).toEqual([{ name: "Rebels", n: 1 }]);
  });

  it("tells how exactly days are known, and knows places by country, region and district", async () => {
    const report = await checked([
      { day: "2023-01-01", precision: "month", admin1: "Hill", events: 4 },
      { day: "2023-01-01", admin1: "Far", admin2: "East" },
      { day: "2023-05-01", admin1: "Far", admin2: "East", precision: "month" },
      { day: "2023-05-31", admin1: "Far", kind: "raid", subkind: "night", deaths: 7 },
    ]);
    expect(report.precision).toEqual([
      { name: "day", n: 2 },
      { name: "month", n: 2 },
    ]);
    expect(report.kinds).toEqual([
      { name: "battle", n: 6 },
      { name: "raid / night", n: 1 },
    ]);
    expect(report.deaths).toEqual({ total: 7, most: 7 });
    expect(report.zones).toEqual([{ name: "hill", n: 1 }]);
    expect(report.unknownPlaces).toEqual([
      { name: "Erewhon / Far / East", n: 2 },
      { name: "Erewhon / Far", n: 1 },
    ]);
    expect(report.emptyMonths).toEqual(["2023-02-01", "2023-03-01", "2023-04-01"]);
    expect(report.days).toEqual({ first: "2023-01-01", last: "2023-05-31" });
  });

  it("puts refusals of one reason together, the commonest first, with the first row of each", async () => {
    const text = stampedText([
      "a 2023-05-01 3 Hill 2023-05-02T10:00",
      "b 2023-05-01 many Hill 2023-05-02T10:00",
      "c 1.5.2023 3 Hill 2023-05-02T10:00",
      "d 2023-05-01 some Hill 2023-05-02T10:00",
      "e 2023-05-01 none Hill 2023-05-02T10:00",
      "a 2023-05-01 3 Hill 2023-05-02T10:00",
      "e 2023-05-01 none Hill 2023-05-02T10:00",
      "a 2023-05-01 5 Hill 2023-05-03T10:00",
      " 2023-05-01 5 Hill 2023-05-03T10:00",
      "f 2023-05-01 none Hill 2023-05-03T10:00",
    ]);
    const report = await check(folder.write("s.csv", text), stamped(), { asOf: "2024-01-01", codebook: book });
    expect(report.reasons).toEqual([
      { column: "deaths", reason: "is no number", n: 2, row: 2, value: "many" },
      { column: "id", reason: "stands already in row …", n: 2, row: 6, value: "a" },
      { column: "day", reason: "is not a day", n: 1, row: 3, value: "1.5.2023" },
      { column: "id", reason: "is empty", n: 1, row: 9, value: "" },
    ]);
    expect(report.repairs).toEqual([{ rule: "deaths written as none are 0", n: 2, row: 5 }]);
    expect(report.rows).toEqual({ read: 10, kept: 4, refused: 6, repaired: 2, revisions: 1 });
    // The older form of a, 3 deaths, is not added to the newer's 5.
    expect(report.deaths).toEqual({ total: 5, most: 5 });
  });

  it("says what was decided from the whole file, such as the order of dates", async () => {
    const { columns, current } = exported("2024-02-15");
    const dated = current.map((one) => ({ ...one, event_date: one["event_date"].split("-").reverse().join("/") }));
    const text = [columns, ...dated.map((one: Readonly<Record<string, string>>) => columns.map((name) => one[name]))]
      .map((row) => row.map((cell) => JSON.stringify(cell)).join(";"))
      .join("\r\n");
    const options = { asOf: "2024-02-15", codebook: erewhon };
    const report = await check(folder.write("dates.csv", text), acled(), options);
    expect(report.notes).toEqual(['event_date is read day first: "13/01/2024" proves it']);
    expect([report.delimiter, report.rows.kept, report.rows.refused]).toEqual([";", current.length, 0]);
    const plain = await check(exportFile("2024-02-15"), acled(), options);
    expect({ ...report, file: 0, columns: 0, notes: 0, delimiter: 0 }).toEqual({
      ...{ ...plain, file: 0, columns: 0, notes: 0, delimiter: 0 },
    });
  });

  it("does not let a file speak for days after it was made", async () => {
    const text = "month,zone,events\n2023-11,hill,2\n2023-12,hill,3\n";
    const options = { asOf: "2023-12-20", codebook: book };
    const report = await check(folder.write("t.csv", text), totals(), options);
    expect(report.covers).toEqual({ since: "2023-11-01", until: "2023-12-20" });
    expect(report.kinds).toEqual([{ name: "", n: 5 }]);
  });

  it("refuses a day that is none, a file that is not there, empty, of another kind or without one good row", async () => {
    const options = { asOf, codebook: erewhon };
    const refused = async (name: string, content: string, message: string) =>
      await expect(check(folder.write(name, content), acled(), options)).rejects.toThrow(
        fault("DataError", message.replace("FOLDER", folder.path)),
      );
    await expect(check(file, acled(), { ...options, asOf: "2024-02-30" })).rejects.toThrow(
      fault("InputError", 'check: asOf needs a day as YYYY-MM-DD, got "2024-02-30"'),
    );
    await expect(check("nowhere.csv", acled(), options)).rejects.toThrow(
      fault("InputError", "read: no such file, got nowhere.csv"),
    );
    await refused("empty.csv", "", "read: the file is empty (FOLDER/empty.csv)");
    await refused(
      ...(["trees.csv", "tree,height\noak,21\n"] as const),
      "read: not a acled file, 12 columns are missing: event_date, time_precision, event_type, actor1, actor2 … (FOLDER/trees.csv)",
    );
    await expect(
      check(folder.write("late.csv", stampedText(["a 2025-05-01 3 Hill 2023-05-02T10:00"])), stamped(), options),
    ).rejects.toThrow(
      fault(
        "DataError",
        `check: kept none of 1 rows; row 1: day "2025-05-01" is not before the as-of day 2024-01-15 (${folder.path}/late.csv)`,
      ),
    );
  });
});
