import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import type { Report, Series, Verdict } from "../../src/index.js";
import { changeOf } from "../../src/reports/changeOf.js";
import { changeSeen } from "../../src/reports/changeSeen.js";
import { holds, ratioVerdict } from "../../src/reports/ratioVerdict.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});

async function compared(printed: Readonly<Record<string, string>>, zone = "coast"): Promise<Verdict> {
  const report: Report = {
    ...made.report,
    figures: made.report.figures.map((one) => ({ ...one, printed: printed[one.id] ?? one.printed })),
  };
  const measured = { on: "wire", label: "all raids", where: { zone } };
  const check = { type: "ratio", before: "raids-spring", after: "raids-summer", word: "doubled" } as const;
  const seen = await changeSeen(report, check, [measured, measured], made.snapshots["wire"]);
  return ratioVerdict(report, report.claims[0], check, seen, 0.95);
}

function monthly(values: readonly number[]): Series {
  return {
    ...{ key: {}, recipe: { where: [], by: [], every: "month", measure: "events" }, from: "x", start: "2020-01-01" },
    ...{ values, exposure: values.map(() => 1) },
  };
}

describe("a change beside its count", () => {
  it("agrees where the printed ratio is in the interval and no change is not", async () => {
    const found = await compared({});
    expect(found).toMatchObject({ id: "raids-double/wire/all raids", verdict: "agrees", n: 126, counts: [50, 76] });
    expect(found.reading).toMatch(/^all raids: 76 in 3 months after 50 in 4: 2\.0267 \[/);
    expect(found.reading).toMatch(/the report's 2\.02 is within the interval$/);
  });

  it("differs where the printed ratio is outside", async () => {
    const found = await compared({ "raids-summer": "5.0" });
    expect(found.verdict).toBe("differs");
    expect(found.reading).toMatch(/the report's 0\.40 is outside the interval$/);
  });

  it("is uncertain where no change is in the interval too", async () => {
    const found = await compared({ "raids-summer": "12.0" }, "hills");
    expect(found.verdict).toBe("uncertain");
    expect(found.reading).toMatch(/the report's 0\.96 is within the interval, and so is no change$/);
  });

  it("says how often such counts would have ruled out no change", async () => {
    expect((await compared({})).couldFail).toBe(
      "yes: a halving would be told from no change in about 95% of so many events with this spread",
    );
  });
});

describe("a change between two stretches", () => {
  it("has the wider of the exact interval and the one for the spread seen", () => {
    const even = changeOf(monthly([10, 10, 10, 11]), monthly([5, 5, 6]), 0.95);
    expect(even.reading).toBe(
      "16 in 3 months after 41 in 4: 0.5203 [0.2726, 0.9475] times the rate with the spread seen, [0.2726, 0.9475] if Poisson; stops being clear when the variance is 1.28 times the mean",
    );
    const lumpy = changeOf(monthly([2, 20, 1, 18]), monthly([1, 14, 1]), 0.95);
    expect(even.counts).toEqual([41, 16]);
    expect(lumpy.counts).toEqual([41, 16]);
    expect(lumpy.interval[0]).toBeLessThan(even.interval[0]);
    expect(lumpy.interval[1]).toBeGreaterThan(even.interval[1] ?? Infinity);
    const poisson = /\[(\S+), (\S+)\] if Poisson/.exec(lumpy.reading)?.slice(1).map(Number);
    expect(poisson?.[0]).toBeCloseTo(even.interval[0], 4);
    expect(poisson?.[1]).toBeCloseTo(even.interval[1] ?? 0, 4);
  });

  it("falls back on the exact interval where no spread was seen, and says so", () => {
    for (const [before, after] of [
      [[12], [30]],
      [
        [4, 4],
        [9, 9],
      ],
    ]) {
      const found = changeOf(monthly(before), monthly(after), 0.95);
      expect(found.reading).toMatch(/times the rate if Poisson, no spread seen; /);
      expect(found.interval.every((end) => Number.isFinite(end))).toBe(true);
    }
  });

  it("says that there is no event where neither side has one", () => {
    const none = changeOf(monthly([0, 0]), monthly([0, 0]), 0.95);
    expect(none).toMatchObject({
      n: 0,
      interval: [0, null],
      reading: "0 in 2 months after 0 in 2: no event on either side",
    });
    expect(none.estimate).toBeUndefined();
  });
});

describe("an interval", () => {
  it("holds its ends, and everything above where it has no bound", () => {
    expect([0.5, 1, 2].map((value) => holds([0.5, 2], value))).toEqual([true, true, true]);
    expect([0.49, 2.01].map((value) => holds([0.5, 2], value))).toEqual([false, false]);
    expect(holds([0.5, null], 1e9)).toBe(true);
  });
});
