import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { type Report, rateRatio, ratioOfRatios, type Verdict } from "../../src/index.js";
import { changeSeen } from "../../src/reports/changeSeen.js";
import { ratioLevelVerdict } from "../../src/reports/ratioLevelVerdict.js";
import { temporary } from "../cli/madeUp.js";
import { expectDigits } from "../close.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});

/** Raids counted: 50 in four months, then 76 in three; what the report prints may be changed. */
async function told(before: string, after: string, zone = "coast", some: object = {}): Promise<Verdict> {
  const printed: Readonly<Record<string, string>> = { "raids-spring": before, "raids-summer": after };
  const figures = made.report.figures.map((one) => ({ ...one, printed: printed[one.id] ?? one.printed, ...some }));
  const report: Report = { ...made.report, figures };
  const measured = { on: "wire", label: "raids", where: { zone } };
  const check = { type: "ratio", before: "raids-spring", after: "raids-summer", word: "doubled" } as const;
  const seen = await changeSeen(report, check, [measured, measured], made.snapshots["wire"]);
  return ratioLevelVerdict(report, report.claims[0], check, seen, 0.95);
}

describe("level apart from change", () => {
  it("finds neither apart where the source counts what was printed", async () => {
    const found = await told("12.5", "25.3");
    expect(found).toMatchObject({ id: "raids-double/wire/raids/level", claim: "raids-double", verdict: "agrees" });
    expect(found).toMatchObject({ scale: "ratio of ratios", n: 126, counts: [50, 76], level: 0.95 });
    expect(found.reading).toMatch(
      /^raids: the source counts 1\.00 \[0\.66, 1\.51\] times as many before, 1\.00 \[[^\]]+\] after: neither level nor change clearly differs; its change is 1\.00 \[/,
    );
  });

  it("finds that levels differ and the change does not", async () => {
    const found = await told("50", "101.2");
    expect(found.verdict).toBe("agrees");
    expect(found.reading).toContain(": levels differ, the change does not; its change is 1.00 [");
    expectDigits(found.estimate ?? 0, 76 / 3 / 101.2 / (12.5 / 50), 14);
    const wide = ratioOfRatios([50, 76], [200, 304], { offset: 1, level: 0.95 }).interval;
    expect(found.interval).toEqual(wide);
    const { interval: [low, high] = [0, 0] } = rateRatio("central").compare(
      { values: [200], exposure: [4] },
      { values: [50], exposure: [4] },
      0.95,
    );
    expect(found.reading).toContain(`0.25 [${low.toFixed(2)}, ${high?.toFixed(2)}] times as many before`);
  });

  it("finds that both differ, or the change with one level alone", async () => {
    const both = await told("60", "40");
    expect(both).toMatchObject({ verdict: "differs" });
    expect(both.reading).toContain(": level and change both differ; its change is 3.04 [");
    const one = await told("12.5", "8");
    expect(one.verdict).toBe("differs");
    expect(one.reading).toContain(": one level differs, the change differs;");
  });

  it("cannot tell of a change where the source's own may be none", async () => {
    const found = await told("5", "5.5", "hills");
    expect(found.verdict).toBe("uncertain");
    expect(found.reading).toContain("; of the change it cannot tell, as no change is in its interval too;");
  });

  it("says how often a change half or twice as large would have been told", async () => {
    const { power } = ratioOfRatios([50, 76], [50, 76], { offset: 1, level: 0.95 });
    expect(power).toBeGreaterThan(0.5);
    expect((await told("12.5", "25.3")).couldFail).toContain(`in about ${Math.round(100 * power)}% of such totals`);
  });

  it("has no level for shares or words, and nothing where nothing was counted", async () => {
    for (const some of [{ what: "share" }, { what: "quantity" }]) {
      const found = await told("50", "60", "coast", some);
      expect(found).toMatchObject({ verdict: "cannot be compared", n: 0 });
      expect(found.reading).toBe("raids: a share or words have no level beside their change");
    }
  });

  it("takes the length of each window into account where the source's is cut", async () => {
    const printed = await told("12.5", "25.3", "coast", { what: "count" });
    // 13 and 25 printed in all, 50 and 76 counted in the same windows
    expectDigits(printed.estimate ?? 0, 76 / 25.3 / (50 / 12.5), 13);
  });
});
