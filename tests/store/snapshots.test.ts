import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { count, manifestOf, open, type Snapshot, save, select } from "../../src/index.js";
import { query } from "../../src/store/engine.js";
import { checkedName, parquetOf, sha256, snapshotFolder } from "../../src/store/snapshots.js";
import { storedStamped } from "./stamped.js";
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

describe("open, of a publisher that says when its rows were changed", () => {
  const first = ["a 2023-02-01 1 Hill 2023-03-01T10:00", "b 2023-02-02 2 Hill 2023-05-01T10:00"];
  const second = ["a 2023-02-01 10 Hill 2024-02-01T10:00", "c 2024-01-05 4 Hill 2024-02-15T10:00"];
  const deleted = [{ id: "b", day: "2024-02-20" }];

  /** The deaths that count by a handle, and where its coverage ends. */
  async function known(handle: Snapshot): Promise<string> {
    const [rows] = await query(handle, [], [(all) => `SELECT id, deaths FROM ${all} ORDER BY id`]);
    return `${rows.map(({ id, deaths }) => `${id}${deaths}`).join(" ")} until ${handle.covers.until}`;
  }

  it("takes the newest vintage of the day, between vintages the one before", async () => {
    const at = { store: store("vintages") };
    const onto = await storedStamped(folder, first, { ...at, asOf: "2023-06-01" });
    await storedStamped(folder, second, { ...at, asOf: "2024-03-01", onto, deleted });
    const on = async (asOf?: string) => await known(await open("stamped", { ...at, asOf }));
    expect(await on()).toBe("a10 c4 until 2024-03-01");
    expect(await on("2024-02-29")).toBe("a1 b2 until 2023-06-01");
    expect(await on("2023-06-01")).toBe("a1 b2 until 2023-06-01");
    expect((await open("stamped", { ...at, asOf: "2024-02-29" })).knownBy).toBeUndefined();
  });

  it("reads the oldest vintage back in time where all are newer: revisions and deletions as known on the day", async () => {
    const at = { store: store("back") };
    const onto = await storedStamped(folder, first, { name: "other", ...at, asOf: "2023-06-01" });
    const whole = await storedStamped(folder, second, { ...at, asOf: "2024-03-01", onto, deleted });
    const on = async (asOf: string) => await known(await open("stamped", { ...at, asOf }));
    expect(await on("2024-02-29")).toBe("a10 c4 until 2024-02-29");
    expect(await on("2024-02-20")).toBe("a10 c4 until 2024-02-20");
    expect(await on("2024-02-19")).toBe("a10 b2 c4 until 2024-02-19");
    expect(await on("2024-02-14")).toBe("a10 b2 until 2024-02-14");
    expect(await on("2024-02-01")).toBe("a10 b2 until 2024-02-01");
    expect(await on("2024-01-31")).toBe("a1 b2 until 2024-01-31");
    expect(await on("2023-04-30")).toBe("a1 until 2023-04-30");
    expect(await on("2023-02-28")).toBe(" until 2023-02-28");
    const back = await open("stamped", { ...at, asOf: "2023-04-30" });
    expect(back).toEqual({ ...whole, asOf: "2023-04-30", knownBy: "2023-04-30", covers: back.covers });
    expect(back.covers).toEqual({ since: "2023-01-01", until: "2023-04-30" });
  });

  it("does not fill what was changed since and whose older form nobody recorded", async () => {
    const at = { store: store("unrecorded"), asOf: "2024-03-01" };
    await storedStamped(folder, second, at);
    expect(await known(await open("stamped", { ...at, asOf: "2024-01-31" }))).toBe(" until 2024-01-31");
  });

  it("counts, selects and saves by what was known", async () => {
    const at = { store: store("counted") };
    const onto = await storedStamped(folder, first, { name: "other", ...at, asOf: "2023-06-01" });
    await storedStamped(folder, second, { ...at, asOf: "2024-03-01", onto, deleted });
    const back = await open("stamped", { ...at, asOf: "2024-01-31" });
    const options = { every: "year", measure: "deaths" } as const;
    expect((await count(back, options))[0]).toMatchObject({ values: [3], exposure: [365] });
    expect((await count(select(back, { minDeaths: 2 }), options))[0].values).toEqual([2]);
    await expect(count(select(back, { until: "2024-02-01" }), options)).rejects.toThrow(
      fault("InputError", "count: stamped covers 2023-01-01 to 2024-01-31, got until 2024-02-01"),
    );
    const saved = await save(back, { name: "saved", ...at });
    expect((await count(saved, options))[0].values).toEqual([3]);
    expect(saved).toMatchObject({ asOf: "2024-01-31", covers: back.covers });
    const now = await save({ ...back, knownBy: "2024-02-01" }, { name: "saved", ...at });
    expect(now.hash).not.toBe(saved.hash);
    expect((await open("saved", { ...at, hash: saved.hash })).knownBy).toBeUndefined();
  });

  it("refuses a day on which the file speaks for nothing yet, a hash that is not there, and days where two stand", async () => {
    const at = { store: store("none-yet") };
    const one = await storedStamped(folder, first, { ...at, asOf: "2024-01-01" });
    for (const asOf of ["2023-01-01", "2022-06-01"])
      await expect(open("stamped", { ...at, asOf })).rejects.toThrow(
        fault("InputError", `open: no snapshot stamped as of ${asOf} in ${at.store}`),
      );
    expect((await open("stamped", { ...at, asOf: "2023-01-02" })).covers.until).toBe("2023-01-02");
    const two = await storedStamped(folder, first.slice(1), { ...at, asOf: "2024-01-01" });
    const hashes = [one, two].map(({ hash }) => hash.slice(0, 8)).sort();
    await expect(open("stamped", { ...at, asOf: "2023-06-01" })).rejects.toThrow(
      fault(
        "InputError",
        `open: 2 snapshots of stamped are of 2024-01-01; name one with { hash }: ${hashes.join(", ")}`,
      ),
    );
    const back = await open("stamped", { ...at, asOf: "2023-06-01", hash: two.hash.slice(0, 12) });
    expect(back).toMatchObject({ hash: two.hash, knownBy: "2023-06-01" });
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
