import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { count, manifestOf, open, read, save, select, totals } from "../../src/index.js";
import { parquetOf } from "../../src/store/snapshots.js";
import { book, fault, type Made, stored, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const store = join(folder.path, "saved; it's");
const rows: readonly Made[] = [
  { day: "2023-01-31", zone: "river", deaths: 3 },
  { day: "2023-02-01", zone: "river", side1: ["'; DROP TABLE events; --"] },
  { day: "2023-02-28", zone: "hill", side1: ["Guard"], events: 4 },
  { day: "2023-04-30", zone: "hill", civilians: true },
  { day: "2023-04-30", admin1: "Elsewhere" },
];
const zones = { every: "month", by: ["zone"], keys: [{ zone: "river" }, { zone: "hill" }] } as const;

describe("save", () => {
  it("writes a selection that opens to the same counts", async () => {
    const diary = await stored(folder, rows);
    for (const where of [
      {},
      { zone: "inhabited" },
      { side1: "@army" },
      { not: { civilians: true } },
      { side1: "'; DROP TABLE events; --" },
    ]) {
      const selection = select(diary, where);
      const saved = await save(selection, { name: "part", store });
      const opened = await open("part", { store, hash: saved.hash });
      expect(opened).toEqual({ ...selection, name: "part", store, where: [], hash: saved.hash });
      const [before, after] = [await count(selection, zones), await count(opened, zones)];
      expect(after.map((series) => series.values)).toEqual(before.map((series) => series.values));
      expect(after.map((series) => series.exposure)).toEqual(before.map((series) => series.exposure));
    }
  });

  it("tallies the rows that are left, all of them kept", async () => {
    const saved = await save(select(await stored(folder, rows), { zone: "hill" }), { name: "hill", store });
    expect(await manifestOf(saved)).toMatchObject({
      ...{ read: 2, kept: 2, refused: 0, events: 5, zones: { "": 0, hill: 2, river: 0 } },
      ...{ covers: { since: "2023-01-01", until: "2024-01-01" }, file: { name: "diary.csv" }, codebook: book },
    });
    expect(readFileSync(join(parquetOf(saved), "..", "rejects.csv"), "utf8")).toBe(
      "row,line,column,value,reason,raw\n",
    );
    expect(readFileSync(join(parquetOf(saved), "..", "repairs.csv"), "utf8")).toBe("row,line,rule,cells,raw\n");
  });

  it("keeps a quiet place quiet: zeros in the selection are zeros when it is opened", async () => {
    const selection = select(await stored(folder, rows), { side1: "Nobody" });
    const saved = await save(selection, { name: "nobody", store });
    for (const snapshot of [selection, saved]) {
      const panel = await count(snapshot, zones);
      expect(panel.map((series) => series.values.reduce((sum, n) => sum + n, 0))).toEqual([0, 0]);
    }
  });

  it("gives other criteria another hash, and the same criteria the same bytes", async () => {
    const diary = await stored(folder, rows);
    const one = await save(select(diary, { zone: "hill" }), { name: "one", store: join(folder.path, "1") });
    const again = await save(select(diary, { zone: "hill" }), { name: "one", store: join(folder.path, "2") });
    const other = await save(select(diary, { zone: "river" }), { name: "one", store });
    expect(again.hash).toBe(one.hash);
    expect(other.hash).not.toBe(one.hash);
    expect(one.hash).not.toBe(diary.hash);
    for (const file of ["events.parquet", "manifest.json"]) {
      const [first, second] = [one, again].map((snapshot) => readFileSync(join(parquetOf(snapshot), "..", file)));
      expect(first.equals(second)).toBe(true);
    }
  });

  it("refuses a name that will not do for a folder", async () => {
    await expect(save(await stored(folder, rows), { name: "../x", store })).rejects.toThrow(
      fault("InputError", 'save: name needs lower-case letters, digits, ".", "-" or "_", got "../x"'),
    );
  });

  it("refuses criteria that the publisher says nothing of, rather than save nothing", async () => {
    const file = folder.write("t.csv", "month,zone,events\n2023-01,hill,2\n");
    const options = { name: "monthly", asOf: "2023-06-01", codebook: book, store };
    const monthly = await read(file, totals(), options);
    await expect(save(select(monthly, { side1: "@army" }), { name: "army", store })).rejects.toThrow(
      fault("InputError", "save: monthly says nothing of side1"),
    );
    await expect(save(select(monthly, { zone: "nowhere" }), { name: "x", store })).rejects.toThrow(
      fault(
        "InputError",
        'select: zone "nowhere" is not in the codebook trial (there are river, hill, waste, inhabited)',
      ),
    );
  });
});
