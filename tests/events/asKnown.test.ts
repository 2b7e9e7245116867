import { beforeAll, describe, expect, it } from "vitest";
import { asKnown, open, read, type Snapshot, totals } from "../../src/index.js";
import { storedStamped } from "../store/stamped.js";
import { book, trialFolder } from "../store/trial.js";

const folder = trialFolder();
const store = folder.path;
let [march, may]: Snapshot[] = [];
beforeAll(async () => {
  march = await storedStamped(folder, ["a 2023-01-05 1 Hill 2023-01-20T10:00"], { store, asOf: "2023-03-20" });
  may = await storedStamped(folder, ["a 2023-01-05 2 Hill 2023-04-20T10:00"], { store, asOf: "2023-05-20" });
});

describe("asKnown", () => {
  it("is the newest snapshot of the day or before, in whatever order they are given", async () => {
    for (const [day, expected] of [
      ["2023-03-20", march],
      ["2023-05-19", march],
      ["2023-05-20", may],
      ["2024-01-01", may],
    ] as const)
      for (const given of [
        [march, may],
        [may, march],
      ])
        expect(await asKnown(given, day)).toBe(expected);
  });

  it("reads the oldest back where all are newer, as open does", async () => {
    const back = await asKnown([may, march], "2023-02-10");
    expect(back).toEqual(await open(march.name, { store, asOf: "2023-02-10" }));
    expect(back).toMatchObject({ hash: march.hash, asOf: "2023-02-10", knownBy: "2023-02-10" });
    expect(back?.covers).toEqual({ since: "2023-01-01", until: "2023-02-10" });
  });

  it("is nothing before the data begin, of no snapshot, or where rows do not say when they were changed", async () => {
    expect(await asKnown([march], "2023-01-01")).toBeUndefined();
    expect(await asKnown([], "2023-03-20")).toBeUndefined();
    const file = folder.write("t.csv", "month,zone,events\n2023-01,hill,2\n");
    const silent = await read(file, totals(), { name: "t", asOf: "2024-01-01", codebook: book, store });
    expect(await asKnown([silent], "2023-06-01")).toBeUndefined();
    expect(await asKnown([silent], "2024-01-01")).toBe(silent);
  });
});
