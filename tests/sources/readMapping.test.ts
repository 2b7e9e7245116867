import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mapped, readMapping } from "../../src/index.js";
import { fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const file = join(folder.path, "mapping.json");
const least = { id: "no", day: "date", kind: "type" };
const readWith = async (columns: unknown, rest: unknown = {}) =>
  await readMapping(
    folder.write(
      "mapping.json",
      JSON.stringify({ name: "own", ...Object(rest), columns: { ...least, ...Object(columns) } }),
    ),
  );
const refused = (...faults: string[]) => fault("DataError", `mapping: ${faults.join("; ")} (${file})`);

describe("readMapping", () => {
  it("gives a mapping with its short forms written out, which reads the same", async () => {
    const mapping = await readWith({ deaths: { columns: ["a", "b"], empty: 0 } }, { note: "of ours", decimal: "," });
    expect(mapping).toEqual({
      ...{ name: "own", note: "of ours", decimal: "," },
      columns: {
        ...{ id: { column: "no" }, day: { column: "date" }, kind: { column: "type" } },
        deaths: { columns: ["a", "b"], empty: 0 },
      },
    });
    expect(mapped(mapping).needs).toEqual(["no", "date", "type", "a", "b"]);
  });

  it("lists every fault of form, with its place", async () => {
    const columns = {
      ...{ day: { colum: "date" }, kind: 7, deaths: { column: "k", empty: 1 }, side1: { always: "Army" }, when: "d" },
      ...{ precision: { column: "p", values: { 1: "hour" } }, lat: { column: "--" } },
    };
    await expect(readWith(columns, { name: "Own files", decimal: ";" })).rejects.toThrow(
      refused(
        "name: needs lower-case letters, digits and dashes",
        'decimal: Invalid option: expected one of "."|","',
        'columns.day: Unrecognized key: "colum"',
        'columns.precision.values.1: Invalid option: expected one of "day"|"week"|"month"|"quarter"|"year"',
        "columns.kind: Invalid input: expected object, received number",
        "columns.side1.always: Invalid input: expected array, received string",
        'columns.deaths.empty: needs "refuse" or 0',
        "columns.lat.column: needs a letter or a digit",
        'columns: Unrecognized key: "when"',
      ),
    );
  });

  it("lists everything that does not go together, with its place", async () => {
    const columns = {
      id: {},
      kind: { column: "type", always: "x", values: { a: "b" } },
      subkind: { column: "type", others: "keep" },
      civilians: { column: "target" },
      day: { column: "date", format: ["DD/MM/YY", "DD/MM", "Q"] },
      until: { columns: ["y", "m", "d"], format: "YYYY" },
      known: { column: "u", century: 2000, months: Array(12).fill("x"), unknown: "coarser" },
      country: "land",
      lat: "y",
      position: { column: "gps", separator: ",", first: "lat" },
    };
    const rest = { country: "Erewhon", covers: { since: "2020-01-01", until: "2020-01-01" } };
    await expect(readWith(columns, rest)).rejects.toThrow(
      refused(
        "columns.id: names no column",
        "columns.kind: has column and always, of which one is enough",
        "columns.kind: has values for what is always the same",
        "columns.subkind: has others without values",
        "columns.day: format DD/MM/YY has a two-digit year and needs century",
        "columns.day: format DD/MM has no year",
        "columns.day: format Q has Q, which is no token; text stands in quotes",
        "columns.until: has format, but year, month and day stand in columns of their own",
        "columns.known: has unknown, which is for a year, month and day in columns of their own",
        "columns.known: has century, but no two-digit year",
        "columns.known: has months, but no MMM",
        "columns.civilians: needs values",
        "country: stands already in columns.country",
        "covers: ends before it begins",
        "columns.lat: lat and lon need each other",
        "columns.position: lat and lon say it already",
      ),
    );
  });

  it("refuses a coarse date where the day is needed, or where precision is said twice", async () => {
    await expect(readWith({ until: { column: "end", format: "YYYY-MM" } })).rejects.toThrow(
      refused("columns.until: needs the day, not the month or year alone"),
    );
    await expect(readWith({ known: { columns: ["y", "m", "d"], unknown: "coarser" } })).rejects.toThrow(
      refused("columns.known: needs the day, not the month or year alone"),
    );
    const day = { columns: ["y", "m", "d"], unknown: "coarser" };
    await expect(readWith({ day, precision: { always: "week" } })).rejects.toThrow(
      refused("columns.precision: columns.day says already how exactly the day is known"),
    );
  });

  it("refuses coordinates of which one may be empty", async () => {
    await expect(readWith({ lat: { column: "y", empty: "absent" }, lon: "x" })).rejects.toThrow(
      refused("columns.lon: needs the same empty as columns.lat"),
    );
  });

  it("refuses a file that is not there, and what is not JSON", async () => {
    await expect(readMapping(`${file}x`)).rejects.toThrow(fault("InputError", `mapping: no such file, got ${file}x`));
    folder.write("mapping.json", "{");
    await expect(readMapping(file)).rejects.toThrow(refused("not JSON"));
  });
});
