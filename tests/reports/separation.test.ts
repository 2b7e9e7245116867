import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { type Separation, separation } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { expectDigits } from "../close.js";
import { madeUpCase, shippedCase } from "./cases.js";

const folder = temporary();

describe("what a weighing can promise of a made-up case", () => {
  let opened: Case;
  let found: Separation;
  beforeAll(async () => {
    opened = await madeUpCase(folder);
    found = await separation(opened.report, opened.snapshots["wire"], { draws: 200, seed: 3 });
  });

  it("has rows that add to 1, and for each pair how often the true one of the two comes out", () => {
    for (const row of found.matrix) {
      expectDigits(
        row.reduce((sum, share) => sum + share, 0),
        1,
        12,
      );
    }
    expect(found).toMatchObject({ zones: ["coast", "hills"], together: false, draws: 200, seed: 3 });
    expect(found.hypotheses.map((one) => one.id)).toEqual(["tide", "surge"]);
    const [pair] = found.pairs;
    expect(pair).toMatchObject({ one: "tide", other: "surge" });
    expectDigits(pair.accuracy, (found.matrix[0][0] + found.matrix[1][1]) / 2, 12);
    expect(pair.accuracy).toBeGreaterThan(0.6);
  });

  it("is less with one period than with both, and where only the sum of the zones is seen", async () => {
    const { report, snapshots } = opened;
    const first = await separation(report, snapshots["wire"], { periods: ["2020-08-01"], draws: 200, seed: 3 });
    expect(first.periods).toEqual(["2020-08-01"]);
    expect(first.pairs[0].accuracy).toBeLessThan(found.pairs[0].accuracy + 0.03);
    const sum = await separation(report, snapshots["wire"], { together: true, draws: 200, seed: 3 });
    expect(sum.pairs[0].accuracy).toBeLessThan(found.pairs[0].accuracy + 0.03);
    expect(sum.pairs[0].accuracy).toBeGreaterThan(0.5);
  });

  it("of one zone together is that of the zone, within simulation error", async () => {
    const { report, snapshots } = opened;
    const some = { zones: ["coast"], draws: 400, seed: 5 };
    const [alone, together] = await Promise.all(
      [false, true].map((together) => separation(report, snapshots["wire"], { ...some, together })),
    );
    expect(Math.abs(alone.pairs[0].accuracy - together.pairs[0].accuracy)).toBeLessThan(0.05);
  });

  it("needs no count of what is forecast, and does not change with it", async () => {
    const { report, snapshots } = opened;
    const ahead = { since: "2021-01-01", until: "2021-03-01", label: "Early 2021" };
    const unseen = { ...report, windows: { ...report.windows, autumn: ahead } };
    const found = await separation(unseen, snapshots["wire"], { draws: 20, seed: 1 });
    expect(found.periods).toEqual(["2021-01-01", "2021-02-01"]);
  });

  it("is the same for the same seed and no other", async () => {
    const { report, snapshots } = opened;
    const again = await separation(report, snapshots["wire"], { draws: 200, seed: 3 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(found));
    expect(await separation(report, snapshots["wire"], { draws: 200, seed: 4 })).not.toEqual({ ...found, seed: 4 });
  });

  it("refuses zones and periods that are not forecast", async () => {
    const { report, snapshots } = opened;
    const some = { draws: 10, seed: 1 };
    await expect(separation(report, snapshots["wire"], { ...some, zones: ["capital"] })).rejects.toThrow(
      "separation: needs zones among coast, hills, got capital",
    );
    await expect(separation(report, snapshots["wire"], { ...some, periods: [] })).rejects.toThrow(
      "separation: needs periods among 2020-08-01, 2020-09-01, got none",
    );
  });
});

describe("flooding and redeployment in the shipped case", () => {
  it("are told apart far better with the zones and the north than by the one number a month of their region", async () => {
    const { report, snapshots } = await shippedCase(folder);
    const accuracy = async (some: { zones?: readonly string[]; together?: boolean }): Promise<number> => {
      const found = await separation(report, snapshots["acled-hdx-mali"], { ...some, draws: 400, seed: 11 });
      return found.pairs.find((pair) => pair.one === "flooding" && pair.other === "redeployment")?.accuracy ?? 0;
    };
    const region = await accuracy({ zones: ["mopti-delta", "mopti-plateau"], together: true });
    const all = await accuracy({});
    expect(region).toBeLessThan(0.68);
    expect(all).toBeGreaterThan(0.7);
    expect(all).toBeLessThan(0.85);
    expect(all - region).toBeGreaterThan(0.06);
  }, 60_000);
});
