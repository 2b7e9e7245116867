import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { open } from "../../src/index.js";
import { query, withEngine } from "../../src/store/engine.js";
import { eventsTable } from "../../src/store/eventsTable.js";
import { parquetOf, snapshotFolder } from "../../src/store/snapshots.js";
import { type Draft, writeSnapshot } from "../../src/store/writeSnapshot.js";
import { book, type Made, made, trialFolder } from "./trial.js";

const folder = trialFolder();
const store = join(folder.path, "it's; a store");
const draft: Draft = {
  name: "trial",
  source: "diary",
  asOf: "2024-01-01",
  covers: { since: "2023-01-01", until: "2024-01-01" },
  hash: "0123456789abcdef".repeat(4),
  codebook: book,
  file: { name: "f.csv", bytes: 1, sha256: "x" },
  ...{ read: 2, kept: 2, refused: 0, events: 2, says: ["day"], zones: {} },
};

async function written(events: readonly Made[], changes: Partial<Draft> = {}, rejects = "row\n"): Promise<string> {
  return await withEngine(async (connection) => {
    const table = await eventsTable(connection);
    events.forEach((one, i) => {
      table.add(made(one, i));
    });
    table.close();
    return parquetOf(await writeSnapshot(connection, { ...draft, ...changes }, { store, rejects }));
  });
}

describe("writeSnapshot", () => {
  it("puts rows, manifest and rejects into a folder named by the hash", async () => {
    const parquet = await written([{ day: "2023-01-02" }], {}, "row,line\n1,2\n");
    const home = snapshotFolder(store, "trial", draft.hash);
    expect(parquet).toBe(join(store, "trial", "0123456789abcdef", "events.parquet"));
    expect(readdirSync(home)).toEqual(["events.parquet", "manifest.json", "rejects.csv"]);
    expect(readFileSync(join(home, "rejects.csv"), "utf8")).toBe("row,line\n1,2\n");
    expect(await open("trial", { store })).toMatchObject({ hash: draft.hash, where: [], codebook: "trial" });
  });

  it("orders the rows by day, then id", async () => {
    const days = ["2023-03-01", "2023-01-01", "2023-03-01", "1969-12-31"];
    const parquet = await written(
      [...days].reverse().map((day, i) => ({ day, id: `r${4 - i}` })),
      { name: "ordered" },
    );
    const [answers] = await query(parquet, [], [(rows) => `SELECT id FROM ${rows}`]);
    expect(answers.map(({ id }) => id)).toEqual(["r4", "r2", "r1", "r3"]);
  });

  it("never changes a snapshot that stands whole under the same hash", async () => {
    const parquet = await written([{ day: "2023-01-02" }], { name: "kept" });
    const before = ["events.parquet", "manifest.json", "rejects.csv"].map((file) =>
      readFileSync(join(parquet, "..", file)),
    );
    await written([{ day: "2023-01-02" }, { day: "2023-01-03" }], { name: "kept" }, "other\n");
    const after = ["events.parquet", "manifest.json", "rejects.csv"].map((file) =>
      readFileSync(join(parquet, "..", file)),
    );
    expect(after.map((bytes, i) => bytes.equals(before[i]))).toEqual([true, true, true]);
  });

  it("can be written by several at once, and is whole for each when its own writing is done", async () => {
    const counts = Array.from({ length: 12 }, async () => {
      const parquet = await written([{ day: "2023-01-02" }], { name: "race" });
      const found: unknown[] = [];
      for (let i = 0; i < 4; i++)
        found.push(...(await query(parquet, [], [(rows) => `SELECT count(*) AS n FROM ${rows}`])));
      return found;
    });
    expect((await Promise.all(counts)).flat(2)).toEqual(Array(48).fill({ n: 1 }));
    expect(readdirSync(join(store, "race"))).toEqual(["0123456789abcdef"]);
  });
});
