import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  count,
  open,
  read,
  reportingTriangle,
  type Snapshot,
  select,
  totals,
  triangleOf,
  triangleOfVintages,
} from "../../src/index.js";
import { storedStamped } from "../store/stamped.js";
import { book, fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const store = join(folder.path, "vintages");
const monthly = { every: "month", maxDelay: 2, start: "2023-01-01" } as const;

/** Events of January to April 2023 in the forms they had; what was recorded at the end of March, and the updates of May. */
const march = [
  "a 2023-01-05 1 Hill 2023-01-20T10:00",
  "b 2023-01-09 1 Hill 2023-02-10T10:00",
  "c 2023-01-30 1 Hill 2023-03-10T10:00",
  "d 2023-02-05 1 Far 2023-02-06T10:00",
  "e 2023-02-07 1 Hill 2023-03-30T10:00",
  "f 2023-03-02 1 Far 2023-03-03T10:00",
];
const may = [
  "b 2023-01-09 9 Hill 2023-04-10T10:00",
  "g 2023-03-15 1 Hill 2023-04-20T10:00",
  "h 2023-04-02 1 Hill 2023-04-12T10:00",
  "i 2023-01-15 1 Hill 2023-04-25T10:00",
];
const deleted = [
  { id: "d", day: "2023-04-15" },
  { id: "f", day: "2023-03-25" },
];

describe("a reporting triangle of one snapshot", () => {
  let snapshot: Snapshot;
  beforeAll(async () => {
    const onto = await storedStamped(folder, march, { store, asOf: "2023-04-01" });
    snapshot = await storedStamped(folder, may, { store, asOf: "2023-05-20", onto, deleted });
  });

  it("counts each event from the month of its first form, and takes it back in the month of its deletion", async () => {
    const triangle = await reportingTriangle(snapshot, monthly);
    expect(triangle.counts).toEqual([
      // a, b and c; i, three months late, lies beyond.
      [1, 1, 1],
      // d, and e a month late; d is taken back two months after.
      [1, 1, -1],
      // f is known and taken back within March; g came in April.
      [0, 1, null],
      // h.
      [1, null, null],
    ]);
    expect(triangle).toMatchObject({ every: "month", start: "2023-01-01", asOf: "2023-05-01", maxDelay: 2 });
    expect(triangle.from).toEqual(Array(4).fill(snapshot.hash));
    expect(triangle.leftOut).toEqual({ before: 0, unfinished: 0, beyond: 1 });
  });

  it("does not take a revised event for one that came late", async () => {
    const { counts } = await reportingTriangle(await only("b"), { ...monthly, maxDelay: 3 });
    expect(counts[0]).toEqual([0, 1, 0, 0]);
    const flat = await storedStamped(folder, [may[0]], { store: join(folder.path, "flat"), asOf: "2023-05-20" });
    // From an export alone, which holds the newest form and no older one, it seems to have come in April.
    expect((await reportingTriangle(flat, { ...monthly, maxDelay: 3 })).counts[0]).toEqual([0, 0, 0, 1]);
  });

  it("is the triangle of the vintages counted as each month ended", async () => {
    const ends = ["2023-02-01", "2023-03-01", "2023-04-01", "2023-05-01"];
    const last = await only(...["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
    for (const where of [{}, { admin1: "Hill" }, { not: { admin1: "Hill" } }]) {
      const vintages = [];
      for (const asOf of ends) {
        const known = await open(last.name, { store: last.store, asOf });
        expect(known.knownBy).toBe(asOf);
        const [{ values, from, start }] = await count(select(known, where), { every: "month" });
        vintages.push({ asOf, start, values, from });
      }
      const { counts, leftOut } = triangleOfVintages(vintages, { every: "month", maxDelay: 2 });
      expect(await reportingTriangle(select(last, where), monthly)).toMatchObject({ counts, leftOut });
    }
  });

  it("of a snapshot read back to a day ends with that day, and knows nothing later", async () => {
    const then = { ...snapshot, asOf: "2023-03-05", knownBy: "2023-03-05" };
    const { counts, asOf } = await reportingTriangle(then, { ...monthly, maxDelay: 1 });
    expect(asOf).toBe("2023-03-01");
    expect(counts).toEqual([
      [1, 1],
      [1, null],
    ]);
  });

  it("is the triangle of the rows where none was revised or taken back", async () => {
    const rows = march.map((row) => row.split(" "));
    const plain = await storedStamped(folder, march, { store: join(folder.path, "plain"), asOf: "2023-05-20" });
    for (const every of ["day", "week", "month"] as const) {
      const options = { every, start: every === "week" ? "2023-01-02" : "2023-01-01", maxDelay: 2 };
      const reported = rows.map(([, reference, , , stamp]) => ({ reference, report: stamp.slice(0, 10), n: 1 }));
      const expected = triangleOf(reported, { ...options, asOf: plain.asOf });
      const found = await reportingTriangle(plain, options);
      expect(found.counts).toEqual(expected.counts);
      expect(found.leftOut).toEqual(expected.leftOut);
    }
  });

  it("leaves out what happened before it starts, and what was first known after the last whole month", async () => {
    const rows = ["x 2022-12-31 1 Hill 2023-01-02T10:00", "y 2023-01-31 1 Hill 2023-03-02T10:00", ...march.slice(0, 1)];
    const one = await storedStamped(folder, rows, { store: join(folder.path, "edges"), asOf: "2023-03-20" });
    const { counts, leftOut } = await reportingTriangle(one, { ...monthly, maxDelay: 1 });
    expect(counts).toEqual([
      [1, 0],
      [0, null],
    ]);
    expect(leftOut).toEqual({ before: 0, unfinished: 0, beyond: 0 });
  });

  it("takes an event recorded before it happened for one known at once", async () => {
    const rows = ["x 2023-02-10 1 Hill 2023-01-02T10:00", "y 2023-02-10 1 Hill 2022-12-02T10:00"];
    const one = await storedStamped(folder, rows, { store: join(folder.path, "odd"), asOf: "2023-03-20" });
    expect((await reportingTriangle(one, { ...monthly, maxDelay: 1 })).counts).toEqual([
      [0, 0],
      [2, null],
    ]);
  });

  it("refuses what cannot be laid out, and a publisher that does not say when rows were changed", async () => {
    const refused = async (options: object, message: string): Promise<void> =>
      await expect(reportingTriangle(snapshot, { ...monthly, ...options })).rejects.toThrow(
        fault("InputError", `reportingTriangle: ${message}`),
      );
    await refused({ every: "hour" }, "every needs one of day, week, month, quarter, year, got hour");
    await refused({ maxDelay: 0 }, "maxDelay needs a whole number from 1, got 0");
    await refused({ start: "2023-01-05" }, 'start needs the first day of a month, got "2023-01-05"');
    await refused({ start: "January" }, 'start needs the first day of a month, got "January"');
    await refused({ start: "2023-04-01" }, "needs 2 whole periods from 2023-04-01 to 2023-05-20, got 1");
    const text = "month,zone,events\n2023-11,hill,2\n";
    const options = { name: "t", asOf: "2024-01-01", codebook: book, store };
    const silent = await read(folder.write("t.csv", text), totals(), options);
    await expect(reportingTriangle(silent, monthly)).rejects.toThrow(
      fault("InputError", "reportingTriangle: t says nothing of known"),
    );
  });

  /** The two exports as one dataset that holds the newest snapshot alone, with these of its events. */
  async function only(...ids: readonly string[]): Promise<Snapshot> {
    const isOne = (row: string): boolean => ids.includes(row.split(" ")[0]);
    const aside = { store: join(folder.path, `aside-${ids.join("")}`), name: "first" };
    const onto = await storedStamped(folder, march.filter(isOne), { ...aside, asOf: "2023-05-19" });
    const rest = deleted.filter(({ id }) => ids.includes(id));
    return await storedStamped(folder, may.filter(isOne), {
      ...aside,
      name: "second",
      asOf: "2023-05-20",
      onto,
      deleted: rest,
    });
  }
});
