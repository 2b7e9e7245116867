import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { open, type Snapshot } from "../../src/index.js";
import { query, withEngine } from "../../src/store/engine.js";
import { parquetOf } from "../../src/store/snapshots.js";
import { book, stored, trialFolder } from "./trial.js";

const folder = trialFolder();
const secret = folder.write("secret.csv", "word\nxyzzy\n");
let diary: Snapshot;
let parquet = "";

beforeAll(async () => {
  diary = await stored(folder, [
    { day: "2023-01-05", deaths: 2, admin1: "Hill" },
    { day: "2023-02-05", deaths: 3 },
    { day: "2023-02-06", deaths: 5 },
  ]);
  parquet = parquetOf(diary);
});

describe("query", () => {
  it("answers each question in order, over the rows that all criteria keep", async () => {
    const answers = await query(
      diary,
      [{ since: "2023-01-31" }, { minDeaths: 3 }],
      [(rows) => `SELECT count(*) AS n FROM ${rows}`, (rows) => `SELECT id FROM ${rows} ORDER BY id`],
    );
    expect(answers).toEqual([[{ n: 2 }], [{ id: "e2" }, { id: "e3" }]]);
  });

  it("keeps every row where there are no criteria, and asks nothing where there are no questions", async () => {
    expect(await query(diary, [], [(rows) => `SELECT count(*) AS n FROM ${rows}`])).toEqual([[{ n: 3 }]]);
    expect(await query(diary, [], [])).toEqual([]);
  });

  it("hands whole numbers over as numbers, days as days in UTC, and nothing as null", async () => {
    const [[row]] = await query(
      diary,
      [{ minDeaths: 2, until: "2023-02-01" }],
      [
        (rows) =>
          `SELECT day, deaths, sum(deaths) AS huge, avg(deaths) AS real, admin1, admin2, lat FROM ${rows} GROUP BY ALL`,
      ],
    );
    expect(row).toEqual({ day: "2023-01-05", deaths: 2, huge: 2, real: 2, admin1: "Hill", admin2: null, lat: null });
  });

  it("binds what a question adds as values", async () => {
    const text = "'; DROP TABLE events; --";
    const [[row]] = await query(
      diary,
      [],
      [(rows, bind) => `SELECT ${bind(text)} AS text, count(*) AS n FROM ${rows} GROUP BY 1`],
    );
    expect(row).toEqual({ text, n: 3 });
  });

  it.each([
    ["read_csv", (file: string) => `SELECT word FROM read_csv('${file}')`],
    ["a bare path", (file: string) => `SELECT word FROM '${file}'`],
    ["read_text", (file: string) => `SELECT content FROM read_text('${file}')`],
    ["read_blob", (file: string) => `SELECT content FROM read_blob('${file}')`],
    ["glob", (file: string) => `SELECT file FROM glob('${file}')`],
    ["read_parquet", (file: string) => `SELECT * FROM read_parquet('${file}')`],
  ])("cannot read any other file through %s", async (_, ask) => {
    const asking = query(diary, [], [(rows) => `SELECT 1 FROM ${rows}, (${ask(secret)})`]);
    await expect(asking).rejects.toThrow(/file system operations are disabled by configuration/);
  });

  it("cannot read another file where the stored one's folder is opened by the same path pattern", async () => {
    const pattern = join(parquet, "..", "*");
    const asking = query(diary, [], [(rows) => `SELECT 1 FROM ${rows}, (SELECT content FROM read_text('${pattern}'))`]);
    await expect(asking).rejects.toThrow(/file system operations are disabled by configuration/);
  });

  it("cannot write, neither elsewhere nor over the rows", async () => {
    const out = join(folder.path, "out.csv");
    await expect(query(diary, [], [(rows) => `COPY (SELECT * FROM ${rows}) TO '${out}'`])).rejects.toThrow(/disabled/);
    expect(existsSync(out)).toBe(false);
    await expect(query(diary, [], [(rows) => `COPY (SELECT 1 FROM ${rows}) TO '${parquet}'`])).rejects.toThrow(
      /disabled/,
    );
    const opened = await open("diary", { store: join(folder.path, "store") });
    expect(parquetOf(opened)).toBe(parquet);
  });

  it("cannot be unlocked, and a second sentence in a question is refused", async () => {
    await expect(
      query(diary, [], [(rows) => `SELECT 1 FROM ${rows}; SET enable_external_access = true`]),
    ).rejects.toThrow();
    const ask = (rows: string) =>
      `SELECT current_setting('enable_external_access') AS a, current_setting('lock_configuration') AS b, count(*) AS n FROM ${rows}`;
    expect(await query(diary, [], [ask])).toEqual([[{ a: "false", b: "true", n: 3 }]]);
  });

  it.each(["pl ain'q", "br[ack]et", "st*r", "q?m", "per%20cent", "ünï漢", "semi;--", 'dq"x', "a{b,c}", "$1"])(
    "opens a store whose folder is called %s, and only that",
    async (name) => {
      const store = join(folder.path, name);
      const odd = await stored(folder, [{ day: "2023-01-05" }], { store });
      expect(await query(odd, [], [(rows) => `SELECT count(*) AS n FROM ${rows}`])).toEqual([[{ n: 1 }]]);
    },
  );

  it("does not take the folder's name for a pattern", async () => {
    const [day, covers] = ["2023-01-05", { since: "2023-01-01", until: "2024-01-01" }];
    const two = [{ day }, { day }];
    await stored(folder, two, { store: join(folder.path, "p1"), covers, codebook: book });
    const one = await stored(folder, [{ day }], { store: join(folder.path, "p[1]") });
    expect(await query(one, [], [(rows) => `SELECT count(*) AS n FROM ${rows}`])).toEqual([[{ n: 1 }]]);
  });
});

describe("withEngine", () => {
  it("gives what was made, and each engine its own memory", async () => {
    await withEngine((connection) => connection.run("CREATE TABLE mine (x INT)"));
    const asking = withEngine((connection) => connection.run("SELECT * FROM mine"));
    await expect(asking).rejects.toThrow(/Table with name mine does not exist/);
    expect(await withEngine(async () => 7)).toBe(7);
  });

  it("lets a fault through", async () => {
    const failing = withEngine(async () => {
      throw new Error("mine");
    });
    await expect(failing).rejects.toThrow("mine");
  });
});
