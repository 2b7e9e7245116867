import { beforeAll, describe, expect, it } from "vitest";
import type { Check, Report, Verdict } from "../../src/index.js";
import { poissonInterval } from "../../src/inference/poissonInterval.js";
import { auditPace } from "../../src/reports/auditPace.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";

const folder = temporary();
let report: Report;
beforeAll(async () => {
  report = await readReport(madeUp(folder));
});

function audited(
  some: Partial<Extract<Check, { type: "pace" }>>,
  figure: Partial<Report["figures"][number]> = {},
): Verdict {
  const changed = {
    ...report,
    figures: report.figures.map((one) => (one.id === "raids-fortnight" ? { ...one, ...figure } : one)),
  };
  const claim = changed.claims.find((one) => one.id === "pace") ?? changed.claims[0];
  const check = { type: "pace", figure: "raids-fortnight", word: "about three", from: 2, to: 4, ...some } as const;
  return auditPace(changed, claim, check, 0.95);
}

describe("the audit of a pace", () => {
  it("cannot tell 6 in 14 days from two to four a week", () => {
    const found = audited({});
    expect(found).toMatchObject({ verdict: "uncertain", n: 6, estimate: 3, scale: "rate", level: 0.95 });
    expect(found.reading).toBe(
      '6 in 14 days is 3.00 [1.10, 6.53] a week: neither within nor apart from 2 to 4; "about three" fits',
    );
  });

  it("holds where the whole interval is within, fails where it is apart", () => {
    expect(audited({ from: 1, to: 7 }).verdict).toBe("holds");
    expect(audited({ from: 7, to: 9 })).toMatchObject({ verdict: "fails" });
    expect(audited({ from: 0, to: 1 })).toMatchObject({ verdict: "fails" });
    expect(audited({ from: 7, to: 9 }).reading).toContain("apart from 7 to 9");
  });

  it("says when the word does not fit, and that at least is a lower bound", () => {
    const found = audited({ word: "nearly five" }, { atLeast: true });
    expect(found.reading).toMatch(/"nearly five" does not fit; "at least" makes 6 a lower bound$/);
  });

  it("counts by the month where the figure is by the month", () => {
    const found = audited({ word: "about twelve" }, { per: "month", window: "spring", printed: "50" });
    expect(found.estimate).toBe(12.5);
    expect(found.reading).toContain("50 in 121 days is 12.50 [9.28, 16.48] a month");
  });

  it("takes a count in words, a range or a hedge at both its ends", () => {
    const words = audited({ word: "several" }, { printed: "several", what: "quantity" });
    expect(words.reading).toBe(
      '3 to 9 in 14 days is 3.00 [0.31, 8.54] a week: neither within nor apart from 2 to 4; "several" fits',
    );
    const ends = [3, 9].map((k) => poissonInterval("garwood").test({ values: [k], exposure: [2] }, 0.95).interval);
    expect(words.interval).toEqual([ends[0]?.[0], ends[1]?.[1]]);
    expect(audited({}, { printed: "4", to: "8" }).reading).toContain("4 to 8 in 14 days is 3.00 ");
    expect(audited({}, { printed: "20", hedge: "roughly" }).reading).toContain("18 to 22 in 14 days is 10.00 ");
    expect(audited({}, { printed: "dozens", atLeast: true }).reading).toContain('"at least" makes 24 a lower bound');
  });

  it("takes a printed mean as what it would be in events", () => {
    const found = audited({}, { printed: "3", what: "mean", per: "week" });
    expect(found).toMatchObject({ n: 6, estimate: 3 });
    expect(found.reading).toMatch(/^about 6 in 14 days is 3.00 /);
  });

  it("cannot score words that say nothing of how many", () => {
    const found = audited({}, { printed: "countless", what: "quantity" });
    expect(found).toMatchObject({ verdict: "not scoreable", n: 0 });
    expect(found.reading).toBe('"countless" is no quantity we have a range for');
  });

  it("says how often twice the pace would have been told, more often in a longer stretch", () => {
    const power = (window: string): number =>
      Number(/in (?:over )?(\d+)% of such windows/.exec(audited({}, { window }).couldFail)?.[1]);
    expect(audited({}).couldFail).toMatch(/^only by a large gap: 8 a week would have been told from 2 to 4 in /);
    expect(power("fortnight")).toBeGreaterThan(20);
    expect(power("spring")).toBeGreaterThan(power("fortnight"));
  });
});
