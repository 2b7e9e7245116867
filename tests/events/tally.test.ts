import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { acled, count, type FileTally, read, select, type TallyOptions, tally, totals } from "../../src/index.js";
import { stamped, stampedText } from "../store/stamped.js";
import { book, diary, diaryText, fault, type Made, trialFolder } from "../store/trial.js";
import { type Exported, erewhon, exported, exportFile } from "./exported.js";

const folder = trialFolder();
const asOf = "2024-02-15";
const file = exportFile(asOf);
const { columns, cells, current } = exported(asOf);
const csv = (rows: readonly (readonly string[])[], lineEnd = "\n"): string =>
  [columns, ...rows]
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}${lineEnd}`)
    .join("");
const monthly = { by: ["admin1"], every: "month", asOf, codebook: erewhon } as const;

/** Rows of an export added up in plain code. */
function byHand(rows: readonly Exported[], names: readonly string[], period: (day: string) => string): unknown[] {
  const sums = new Map<string, { rows: number; deaths: number }>();
  for (const one of rows) {
    const key = JSON.stringify([period(one["event_date"]), ...names.map((name) => one[name])]);
    const found = sums.get(key) ?? { rows: 0, deaths: 0 };
    sums.set(key, { rows: found.rows + 1, deaths: found.deaths + Number(one["fatalities"]) });
  }
  return [...sums]
    .map(([key, sum]) => [...JSON.parse(key), sum.rows, sum.rows, sum.deaths])
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

const plain = ({ rows }: FileTally): unknown[] =>
  rows.map((row) => Object.values(row)).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
const month = (day: string): string => `${day.slice(0, 7)}-01`;
const inMonths = byHand(current, ["admin1"], month);

describe("tally of a regular file", () => {
  it("adds up rows, events and deaths by period and names", async () => {
    const found = await tally(file, acled(), monthly);
    expect(plain(found)).toEqual(inMonths);
    expect([found.counted, found.left]).toEqual([current.length, 0]);
    expect(Object.keys(found.rows[0])).toEqual(["period", "admin1", "rows", "events", "deaths"]);
    const several = await tally(file, acled(), { ...monthly, by: ["country", "kind", "subkind"], every: "year" });
    const names = ["country", "event_type", "sub_event_type"];
    expect(plain(several)).toEqual(byHand(current, names, (day) => `${day.slice(0, 4)}-01-01`));
    const all = await tally(file, acled(), { ...monthly, by: [], every: "day" });
    expect(plain(all)).toEqual(byHand(current, [], (day) => day));
  });

  it("orders its rows by period, then by names", async () => {
    const { rows } = await tally(file, acled(), monthly);
    const keys = rows.map((row) => `${row["period"]} ${row["admin1"]}`);
    expect(keys).toEqual([...keys].sort());
  });

  it.each(["week", "quarter"] as const)("begins each %s where counts do", async (every) => {
    const { rows } = await tally(file, acled(), { ...monthly, by: ["kind"], every });
    const snapshot = await read(file, acled(), {
      name: "e",
      asOf,
      codebook: erewhon,
      store: join(folder.path, "store"),
    });
    const keys = [...new Set(current.map((one) => one["event_type"]))].sort().map((kind) => ({ kind }));
    const cellOf = new Map(rows.map((row) => [`${row["period"]} ${row["kind"]}`, row]));
    const until = { week: "2024-02-12", quarter: "2024-01-01" }[every];
    const since = { week: "2023-03-06", quarter: "2023-04-01" }[every];
    for (const measure of ["events", "deaths"] as const) {
      const panel = await count(select(snapshot, { since, until }), { every, by: ["kind"], keys, measure });
      let sum = 0;
      for (const { key, values, start } of panel) {
        expect(start).toBe(since);
        let day = new Date(`${start}T00:00:00Z`);
        for (const value of values) {
          const cell = cellOf.get(`${day.toISOString().slice(0, 10)} ${key["kind"]}`);
          expect(cell?.[measure] ?? 0).toBe(value);
          if (measure === "events") expect(cell?.["rows"] ?? 0).toBe(value);
          sum += value;
          day = new Date(
            Date.UTC(
              day.getUTCFullYear(),
              day.getUTCMonth() + (every === "week" ? 0 : 3),
              day.getUTCDate() + (every === "week" ? 7 : 0),
            ),
          );
        }
      }
      const within = current.filter((one) => one["event_date"] >= since && one["event_date"] < until);
      expect(sum).toBe(within.reduce((n, one) => n + (measure === "events" ? 1 : Number(one["fatalities"])), 0));
    }
  });

  it("adds up by zone as reading does, with an empty name where a place is in none", async () => {
    const { rows } = await tally(file, acled(), { ...monthly, by: ["zone"], every: "year" });
    const snapshot = await read(file, acled(), {
      name: "e",
      asOf,
      codebook: erewhon,
      store: join(folder.path, "store"),
    });
    const over = { since: "2023-03-01", until: "2024-01-01" };
    const keys = [{ zone: "delta" }, { zone: "plateau" }];
    const panel = await count(select(snapshot, over), { every: "month", by: ["zone"], keys });
    const in2023 = rows.filter((row) => row["period"] === "2023-01-01");
    expect(in2023.map((row) => [row["zone"], row["events"]])).toEqual([
      ["delta", panel[0].values.reduce((sum, n) => sum + n, 0)],
      ["plateau", panel[1].values.reduce((sum, n) => sum + n, 0)],
      ["", current.filter((one) => one["admin1"] === "Saltmarsh" && one["event_date"] < "2024").length],
    ]);
  });

  it("adds up events where a row stands for many, and gives no deaths where the file says none", async () => {
    const own = folder.write("t.csv", "month,zone,events\n2023-11,hill,2\n2023-12,hill,3\n2023-12,river,0\n");
    const options = { by: ["zone"], every: "year", asOf: "2024-01-01", codebook: book } as const;
    const { rows, counted } = await tally(own, totals(), options);
    expect(rows).toEqual([
      { period: "2023-01-01", zone: "hill", rows: 2, events: 5, deaths: 0 },
      { period: "2023-01-01", zone: "river", rows: 1, events: 0, deaths: 0 },
    ]);
    expect(counted).toBe(3);
  });
});

describe("tally of an irregular file", () => {
  const same = async (name: string, content: string | Uint8Array, options: TallyOptions = monthly): Promise<void> => {
    const found = await tally(folder.write(name, content), acled(), options);
    expect(plain(found)).toEqual(inMonths);
    expect([found.counted, found.left]).toEqual([current.length, 0]);
  };

  it("is that of the regular one, whatever it is written in", async () => {
    const text = readFileSync(file);
    await same("crlf.csv", csv(cells, "\r\n"));
    await same("mixed.csv", csv(cells).replace(/\n(?=[^\n]*\n$)/, "\r\n"));
    await same("e.csv.gz", gzipSync(text));
    await same("tabs.tsv", csv(cells).replaceAll('","', '"\t"'));
    await same("blank.csv", csv(cells).replaceAll("\n", "\n\n"));
    await same("marked.csv", `\uFEFF${csv(cells)}`);
    await same("utf16.csv", Buffer.from(`\uFEFF${csv(cells)}`, "utf16le"));
    const objects = cells.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    await same("e.json", JSON.stringify({ status: 200, data: objects }));
  });

  it("reads cells of several lines", async () => {
    const notes = columns.indexOf("notes");
    const several = cells.map((row) => row.map((cell, i) => (i === notes ? `one\n"two",\r\n\n${cell}` : cell)));
    await same("lines.csv", csv(several));
    await same("lines-crlf.csv", csv(several, "\r\n"));
    const admin1 = columns.indexOf("admin1");
    const odd = cells.map((row) => row.map((cell, i) => (i === admin1 ? `${cell}\nregion` : cell)));
    const { rows } = await tally(folder.write("odd.csv", csv(odd)), acled(), monthly);
    expect(rows.map((row) => String(row["admin1"]).replace("\nregion", ""))).toEqual(
      inMonths.map((row) => (row as string[])[1]),
    );
  });

  it("leaves out malformed rows, and the rows at fault in a column looked at, and says how many", async () => {
    const damaged = exportFile("2024-01-15");
    const { good, cells: all } = exported("2024-01-15");
    const found = await tally(damaged, acled(), { ...monthly, asOf: "2024-01-15" });
    // Twins and older forms are counted, and so is the row whose latitude is none: that is not looked at.
    expect(found.counted).toBe(good.length + 1);
    expect(found.left).toBe(all.length - good.length - 1);
    expect(found.left).toBe(3);
    expect(found.rows.reduce((sum, row) => sum + Number(row["rows"]), 0)).toBe(found.counted);
    const inYear = found.rows.filter((row) => String(row["period"]).startsWith("2024"));
    expect(inYear.reduce((sum, row) => sum + Number(row["deaths"]), 0)).toBe(
      good.filter((one) => one["event_date"] >= "2024").reduce((sum, one) => sum + Number(one["fatalities"]), 0),
    );
  });

  it("judges each row by itself where one cell of it is at fault", async () => {
    const rows = [
      "a 2023-05-01 3 Hill 2023-05-02T10:00",
      "b 2023-05-01 x Hill x",
      "c never 3 Hill x",
      "d 2023-05-03 none Far x",
    ];
    const own = folder.write("s.csv", stampedText(rows));
    const options = { by: ["admin1"], every: "month", asOf: "2024-01-01", codebook: book } as const;
    expect(await tally(own, stamped(), options)).toEqual({
      rows: [
        { period: "2023-05-01", admin1: "Far", rows: 1, events: 1, deaths: 0 },
        { period: "2023-05-01", admin1: "Hill", rows: 1, events: 1, deaths: 3 },
      ],
      ...{ counted: 2, left: 2 },
    });
    const late = await tally(own, stamped(), { ...options, asOf: "2023-05-02" });
    expect([late.counted, late.left]).toEqual([1, 3]);
  });

  it("is empty where no row is good", async () => {
    const own = folder.write("none.csv", stampedText(["c never 3 Hill x"]));
    const options = { by: ["admin1"], every: "month", asOf: "2024-01-01", codebook: book } as const;
    expect(await tally(own, stamped(), options)).toEqual({ rows: [], counted: 0, left: 1 });
  });

  it("reads a source all of whose fields are one column's", async () => {
    const rows: readonly Made[] = [{ day: "2023-05-01", admin1: "Hill", deaths: 2, events: 3 }, { day: "2023-05-02" }];
    const own = folder.write("d.csv", diaryText(rows));
    const source = diary({ since: "2023-01-01", until: "2024-01-01" });
    const options = { by: ["admin1", "kind"], every: "year", asOf: "2024-01-01", codebook: book } as const;
    expect((await tally(own, source, options)).rows).toEqual([
      { period: "2023-01-01", admin1: "Hill", kind: "battle", rows: 1, events: 3, deaths: 2 },
      { period: "2023-01-01", admin1: "", kind: "battle", rows: 1, events: 1, deaths: 0 },
    ]);
  });
});

describe("tally refuses", () => {
  const refused = async (options: object, message: string): Promise<void> =>
    await expect(tally(file, acled(), { ...monthly, ...options } as TallyOptions)).rejects.toThrow(
      fault("InputError", message),
    );

  it("names, periods and days that there are not", async () => {
    await refused({ by: ["notes"] }, "tally: by needs some of country, admin1, admin2, zone, kind, subkind, got notes");
    await refused({ every: "hour" }, "tally: every needs one of day, week, month, quarter, year, got hour");
    await refused({ asOf: "today" }, 'tally: asOf needs a day as YYYY-MM-DD, got "today"');
  });

  it("to add up by what the file does not say", async () => {
    const own = folder.write("t.csv", "month,zone,events\n2023-11,hill,2\n");
    const options = { by: ["kind"], every: "year", asOf: "2024-01-01", codebook: book } as const;
    await expect(tally(own, totals(), options)).rejects.toThrow(
      fault("InputError", `tally: totals files say nothing of kind (${own})`),
    );
  });

  it("a file that is not there, not its source's, or no table, though the engine has begun to read it", async () => {
    await expect(tally("nowhere.csv", acled(), monthly)).rejects.toThrow(
      fault("InputError", "read: no such file, got nowhere.csv"),
    );
    const own = folder.write("t.csv", "month,zone,events\n2023-11,hill,2\n");
    await expect(tally(own, acled(), monthly)).rejects.toThrow(
      fault(
        "DataError",
        `read: not a acled file, 12 columns are missing: event_date, time_precision, event_type, actor1, actor2 … (${own})`,
      ),
    );
    await expect(tally(folder.write("open.csv", `${csv(cells)}"open`), acled(), monthly)).rejects.toThrow(
      fault("DataError", `read: line ${cells.length + 2} opens a quote that is never closed (open.csv)`),
    );
    await expect(tally(folder.write("zero.csv", `${csv(cells)}\0`), acled(), monthly)).rejects.toThrow(
      fault("DataError", "read: not a text table, it holds a zero byte (zero.csv)"),
    );
  });
});
