import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { manifestOf, open, type Snapshot } from "../../src/index.js";
import { query, withEngine } from "../../src/store/engine.js";
import { fingerprint } from "../../src/store/files.js";
import { parquetOf, snapshotFolder } from "../../src/store/snapshots.js";
import { copyEvents } from "../../src/store/writeEvents.js";
import { type Draft, writeSnapshot } from "../../src/store/writeSnapshot.js";
import { eventsIn, type Made, made, manifest, trialFolder } from "./trial.js";

const folder = trialFolder();
const store = join(folder.path, "it's; a store");
const { parquet: _, rejects: __, repairs: ___, ...draft } = manifest;

async function written(events: readonly Made[], changes: Partial<Draft> = {}, rejects = "row\n"): Promise<Snapshot> {
  const whole = { ...draft, ...changes };
  return await writeSnapshot({ store, name: whole.name }, async (home) => {
    await withEngine(async (connection) => {
      await eventsIn(connection, events.map(made));
      const rows = "SELECT *, CAST(NULL AS DATE) AS gone, 'current' AS form FROM events";
      await copyEvents(connection, rows, join(home, "events.parquet"));
    });
    return { draft: whole, rejects, repairs: "" };
  });
}

describe("writeSnapshot", () => {
  it("puts rows, manifest and rejects into a folder named by the hash", async () => {
    const snapshot = await written([{ day: "2023-01-02" }], {}, "row,line\n1,2\n");
    const home = snapshotFolder(snapshot);
    expect(parquetOf(snapshot)).toBe(join(store, "trial", "0123456789abcdef", "events.parquet"));
    expect(readdirSync(home)).toEqual(["events.parquet", "manifest.json", "rejects.csv", "repairs.csv"]);
    expect(readFileSync(join(home, "rejects.csv"), "utf8")).toBe("row,line\n1,2\n");
    expect(await open("trial", { store })).toMatchObject({ hash: draft.hash, where: [], codebook: "trial" });
  });

  it("seals each file with its bytes and its SHA-256", async () => {
    const snapshot = await written([{ day: "2023-01-02" }], { name: "sealed" }, "row,line\n1,2\n");
    const found = await manifestOf(snapshot);
    for (const [name, file] of Object.entries({
      parquet: "events.parquet",
      rejects: "rejects.csv",
      repairs: "repairs.csv",
    })) {
      const { bytes, sha256 } = await fingerprint(join(snapshotFolder(snapshot), file));
      expect(found).toMatchObject({ [name]: { bytes, sha256 } });
    }
  });

  it("keeps the order of the rows", async () => {
    const days = ["2023-03-01", "2023-01-01", "2023-03-01", "1969-12-31"];
    const snapshot = await written(
      days.map((day, i) => ({ day, id: `r${4 - i}` })),
      { name: "ordered" },
    );
    const [answers] = await query(snapshot, [], [(rows) => `SELECT id FROM ${rows}`]);
    expect(answers.map(({ id }) => id)).toEqual(["r4", "r3", "r2", "r1"]);
  });

  it("leaves nothing when filling fails", async () => {
    const failing = writeSnapshot({ store, name: "failed" }, async () => {
      throw new Error("full");
    });
    await expect(failing).rejects.toThrow("full");
    expect(readdirSync(join(store, "failed"))).toEqual([]);
  });

  it("never changes a snapshot that stands whole under the same hash", async () => {
    const home = snapshotFolder(await written([{ day: "2023-01-02" }], { name: "kept" }));
    const before = ["events.parquet", "manifest.json", "rejects.csv"].map((file) => readFileSync(join(home, file)));
    await written([{ day: "2023-01-02" }, { day: "2023-01-03" }], { name: "kept" }, "other\n");
    const after = ["events.parquet", "manifest.json", "rejects.csv"].map((file) => readFileSync(join(home, file)));
    expect(after.map((bytes, i) => bytes.equals(before[i]))).toEqual([true, true, true]);
  });

  it("can be written by several at once, and is whole for each when its own writing is done", async () => {
    const counts = Array.from({ length: 12 }, async () => {
      const snapshot = await written([{ day: "2023-01-02" }], { name: "race" });
      const found: unknown[] = [];
      for (let i = 0; i < 4; i++)
        found.push(...(await query(snapshot, [], [(rows) => `SELECT count(*) AS n FROM ${rows}`])));
      return found;
    });
    expect((await Promise.all(counts)).flat(2)).toEqual(Array(48).fill({ n: 1 }));
    expect(readdirSync(join(store, "race"))).toEqual(["0123456789abcdef"]);
  });
});
