import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  acled,
  backtest,
  conflictology,
  count,
  InputError,
  open,
  panelsAsKnown,
  read,
  readCodebook,
  type Snapshot,
} from "../../src/index.js";
import { folder as madeUp, vintageDays } from "../fixtures/erewhon.js";
import { trialFolder } from "../store/trial.js";

const store = trialFolder().path;
const every = "month" as const;
const snapshots: Snapshot[] = [];
beforeAll(async () => {
  const codebook = await readCodebook(join(madeUp, "..", "codebooks", "erewhon.json"));
  for (const asOf of vintageDays) {
    const file = join(madeUp, `erewhon-${asOf}.csv`);
    snapshots.push(await read(file, acled(), { name: "erewhon", asOf, codebook, store }));
  }
});
const valueAt = (panel: Awaited<ReturnType<typeof count>>, i: number): number => panel[0].values[i];

describe("panelsAsKnown", () => {
  it("counts from the newest snapshot of the day the forecast is made, and so misses what came later", async () => {
    const at = panelsAsKnown(snapshots, { every, wait: 15 });
    const [january, february] = [await at("2024-01-01"), await at("2024-02-01")];
    expect([january?.[0].from, february?.[0].from]).toEqual([snapshots[1].hash, snapshots[2].hash]);
    expect(january).toEqual(await count(snapshots[1], { every }));
    const now = await count(snapshots[2], { every });
    const place = (january?.[0].values.length ?? 0) - 1;
    // Reports of January that came after 15 February.
    expect(valueAt(now, place)).toBeGreaterThan(valueAt(january ?? [], place));
  });

  it("reads the oldest back where none is as old, as its rows tell", async () => {
    const at = panelsAsKnown(snapshots, { every, wait: 14 });
    const november = await at("2023-11-01");
    const back = await open("erewhon", { store, asOf: "2023-12-15" });
    expect(back.knownBy).toBe("2023-12-15");
    expect(november).toEqual(await count(back, { every }));
  });

  it("is nothing where what was known does not reach the end of the period, or the data begin later", async () => {
    expect(await panelsAsKnown(snapshots, { every })("2024-01-01")).toBeUndefined();
    expect(await panelsAsKnown(snapshots, { every, wait: 15 })("2024-03-01")).toBeUndefined();
    expect(await panelsAsKnown(snapshots, { every })("1999-01-01")).toBeUndefined();
    expect(await panelsAsKnown([], { every })("2024-01-01")).toBeUndefined();
  });

  it("lets a back-test see the counts as they stood", async () => {
    const now = await count(snapshots[2], { every });
    const options = { ahead: 1, since: "2023-10-01", until: "2024-03-01", seed: 1 };
    const at = panelsAsKnown(snapshots, { every, wait: 15 });
    const then = await backtest(now, [conflictology(2)], { ...options, knownAt: at });
    expect([then.warnings, then.failures]).toEqual([[], []]);
    expect(then.forecasts.map((one) => one.from)).toEqual([0, 0, 0, 1, 2].map((i) => snapshots[i].hash));
    const [plain] = (await backtest(now, [conflictology(2)], options)).forecasts.slice(3);
    expect(then.forecasts[3].says).not.toEqual(plain.says);
  });

  it("refuses a wait that cannot be", () => {
    expect(() => panelsAsKnown(snapshots, { every, wait: -1 })).toThrow(
      new InputError("panelsAsKnown: wait needs a whole number of days from 0, got -1"),
    );
  });
});
