import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { count, manifestOf, open, select } from "../../src/index.js";
import { checkedName, parquetOf, sha256, snapshotFolder } from "../../src/store/snapshots.js";
import { fault, stored, trialFolder } from "./trial.js";

const folder = trialFolder();
const rows = [{ day: "2023-01-05" }, { day: "2023-03-05", deaths: 4 }];
const store = (name: string) => join(folder.path, name);

describe("a snapshot", () => {
  it("is addressed by its content: the same file read twice is the same hash and the same bytes", async () => {
    const one = await stored(folder, rows, { store: store("one") });
    const two = await stored(folder, rows, { store: store("two") });
    expect({ ...two, store: "" }).toEqual({ ...one, store: "" });
    for (const file of ["events.parquet", "manifest.json", "rejects.csv", "repairs.csv"]) {
      const [first, second] = [one, two].map((snapshot) => readFileSync(join(parquetOf(snapshot), "..", file)));
      expect(first.equals(second)).toBe(true);
    }
  });

  it("has another hash when a row, the as-of day, the coverage or the codebook is another", async () => {
    const at = { store: store("hashes") };
    const codebook = { ...(await manifestOf(await stored(folder, rows, at))).codebook, note: "changed" };
    const hashes = [
      await stored(folder, rows, at),
      await stored(folder, [rows[0], { ...rows[1], deaths: 5 }], at),
      await stored(folder, [...rows].reverse(), at),
      await stored(folder, rows, { ...at, asOf: "2024-01-02" }),
      await stored(folder, rows, { ...at, covers: { since: "2022-01-01", until: "2024-01-01" } }),
      await stored(folder, rows, { ...at, codebook }),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(6);
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it("survives JSON, and still counts", async () => {
    const snapshot = await stored(folder, rows, { store: store("json") });
    const [series] = await count(JSON.parse(JSON.stringify(snapshot)), { every: "quarter" });
    expect(series.values).toEqual([2, 0, 0, 0]);
  });
});

describe("open", () => {
  it("gives the handle that reading gave", async () => {
    const snapshot = await stored(folder, rows, { store: store("open") });
    expect(await open("diary", { store: store("open") })).toEqual(snapshot);
  });

  it("takes the newest as-of day that is not after the one asked for", async () => {
    const at = { store: store("days") };
    for (const asOf of ["2023-06-01", "2024-03-01", "2024-02-01"]) await stored(folder, rows, { ...at, asOf });
    const opened = async (asOf?: string) => (await open("diary", { ...at, asOf })).asOf;
    expect(await opened()).toBe("2024-03-01");
    expect(await opened("2024-02-29")).toBe("2024-02-01");
    expect(await opened("2024-02-01")).toBe("2024-02-01");
    expect(await opened("2024-01-31")).toBe("2023-06-01");
    await expect(opened("2023-05-31")).rejects.toThrow(
      fault("InputError", `open: no snapshot diary as of 2023-05-31 in ${at.store}`),
    );
  });

  it("asks for a hash where two snapshots are of one day, and takes its beginning", async () => {
    const at = { store: store("two-of-a-day") };
    const one = await stored(folder, rows, at);
    const two = await stored(folder, rows.slice(1), at);
    const hashes = [one, two].map(({ hash }) => hash.slice(0, 8)).sort();
    await expect(open("diary", at)).rejects.toThrow(
      fault("InputError", `open: 2 snapshots of diary are of 2024-01-01; name one with { hash }: ${hashes.join(", ")}`),
    );
    expect(await open("diary", { ...at, hash: one.hash.slice(0, 8) })).toEqual(one);
    expect(await open("diary", { ...at, hash: two.hash })).toEqual(two);
    await expect(open("diary", { ...at, hash: "nosuch" })).rejects.toThrow(
      fault("InputError", `open: no snapshot diary in ${at.store}`),
    );
  });

  it("refuses an as-of day that is none, rather than take the newest", async () => {
    await stored(folder, rows, { store: store("as-of") });
    await expect(open("diary", { store: store("as-of"), asOf: "yesterday" })).rejects.toThrow(
      fault("InputError", 'open: asOf needs a day as YYYY-MM-DD, got "yesterday"'),
    );
  });

  it("says so where there is no such dataset or no store", async () => {
    const none = fault("InputError", `open: no snapshot diary in ${store("none")}`);
    await expect(open("diary", { store: store("none") })).rejects.toThrow(none);
  });

  it.each(["../open", "a/b", "", "A", ".hidden", "-x", "a b", "a\\b", "x".repeat(65)])(
    "refuses the name %j",
    async (name) => {
      const message = `open: name needs lower-case letters, digits, ".", "-" or "_", got ${JSON.stringify(name)}`;
      await expect(open(name, { store: store("open") })).rejects.toThrow(fault("InputError", message));
    },
  );

  it("does not mind a draft that a killed writer left", async () => {
    const snapshot = await stored(folder, rows, { store: store("draft") });
    const home = snapshotFolder(snapshot);
    await cp(home, join(home, "..", ".0123456789abcdef.draft"), { recursive: true });
    rmSync(join(home, "..", ".0123456789abcdef.draft", "manifest.json"));
    expect(await open("diary", { store: store("draft") })).toEqual(snapshot);
  });
});

describe("damage", () => {
  const lostRows = (at: string) => `open: the rows of diary are not those that were saved (${at}); read the file again`;
  const otherManifest = (file: string) =>
    `open: the manifest is not the one that was saved (${file}); read the file again`;

  /** Damages a file of a fresh snapshot, sees it refused, and reads the rows again. */
  async function damaged(name: string, file: string, damage: (path: string) => void): Promise<unknown> {
    const at = { store: store(name) };
    const snapshot = await stored(folder, rows, at);
    const path = join(snapshotFolder(snapshot), file);
    const before = readFileSync(path);
    damage(path);
    const refusal = await open("diary", at).catch((error) => error);
    expect(await stored(folder, rows, at)).toEqual(snapshot);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await open("diary", at)).toEqual(snapshot);
    return refusal;
  }

  const changed = (from: string, to: string) => (path: string) => {
    const text = readFileSync(path, "latin1");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to), "latin1");
  };

  it.each<[string, (path: string) => void]>([
    ["cut", (path) => writeFileSync(path, readFileSync(path).subarray(0, -10))],
    [
      "of one other byte",
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
        ),
    ],
    ["empty", (path) => writeFileSync(path, "")],
    ["gone", (path) => rmSync(path)],
  ])("of the rows is refused and mended by reading again: %s", async (what, damage) => {
    const name = `rows-${what.replaceAll(" ", "-")}`;
    expect(await damaged(name, "events.parquet", damage)).toEqual(fault("DataError", lostRows(store(name))));
  });

  it.each<[string, (path: string) => void]>([
    ["cut", (path) => writeFileSync(path, readFileSync(path).subarray(0, -10))],
    ["empty", (path) => writeFileSync(path, "")],
    ["an empty object", (path) => writeFileSync(path, "{}")],
    ["null", (path) => writeFileSync(path, "null")],
    ["with another coverage", changed('"until": "2024-01-01"', '"until": "2023-07-01"')],
    ["with another tally", changed('"kept": 2', '"kept": 3')],
    ["without its seal", changed('"seal"', '"seel"')],
  ])("of the manifest is refused and mended by reading again: %s", async (what, damage) => {
    const name = `manifest-${what.replaceAll(" ", "-")}`;
    const refusal = await damaged(name, "manifest.json", damage);
    const file = join(snapshotFolder(await open("diary", { store: store(name) })), "manifest.json");
    expect(refusal).toEqual(fault("DataError", otherManifest(file)));
  });

  it("of a manifest that is gone is refused and mended by reading again", async () => {
    const refusal = await damaged("manifest-gone", "manifest.json", (path) => rmSync(path));
    const file = join(snapshotFolder(await open("diary", { store: store("manifest-gone") })), "manifest.json");
    const message = `open: the snapshot has lost its manifest (${file}); read the file again`;
    expect(refusal).toEqual(fault("DataError", message));
  });
});

describe("manifestOf", () => {
  it("is what stands beside the rows, without the seal", async () => {
    const snapshot = await stored(folder, rows, { store: store("manifest") });
    const manifest = await manifestOf(snapshot);
    expect(Object.keys(manifest).sort()).toEqual(
      [
        ...["asOf", "carried", "codebook", "covers", "deleted", "events", "file", "hash", "kept", "name", "notes"],
        ...["parquet", "read", "refused", "rejects", "repaired", "repairs", "revisions", "says", "source", "spellings"],
        "zones",
      ].sort(),
    );
    expect(manifest).toMatchObject({
      name: "diary",
      source: "diary",
      asOf: "2024-01-01",
      read: 2,
      kept: 2,
      refused: 0,
      ...{ repaired: 0, revisions: 0, carried: 0, deleted: 0, events: 2, notes: [], spellings: { army: ["Army"] } },
    });
  });

  it("does not depend on the criteria of the handle", async () => {
    const snapshot = await stored(folder, rows, { store: store("manifest") });
    expect(await manifestOf(select(snapshot, { zone: "hill" }))).toEqual(await manifestOf(snapshot));
  });

  it("keeps the tallies of zones whose names every object has", async () => {
    const zones = ["__proto__", "constructor"].map((name) => ({ name, label: name, places: [{ admin1: [name] }] }));
    const codebook = { name: "hostile", note: "", country: "X", zones, regions: {}, actors: {} };
    const events = [
      { day: "2023-01-05", admin1: "__proto__" },
      { day: "2023-01-05", admin1: "constructor" },
      { day: "2023-01-06", admin1: "__proto__" },
    ];
    const { zones: tally } = await manifestOf(await stored(folder, events, { store: store("hostile"), codebook }));
    expect(Object.entries(tally)).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
    ]);
  });
});

describe("checkedName", () => {
  it("gives back a name that will do for a folder", () => {
    for (const name of ["a", "0", "ucdp-ged_24.1", "x".repeat(64)]) expect(checkedName(name, "read")).toBe(name);
  });
});

describe("sha256", () => {
  it("is the SHA-256 of the text in UTF-8", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
