import { beforeAll, describe, expect, it } from "vitest";
import type { Check, Report, Verdict } from "../../src/index.js";
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

  it("says how often twice the pace would have been told, more often in a longer stretch", () => {
    const power = (window: string): number =>
      Number(/in (?:over )?(\d+)% of such windows/.exec(audited({}, { window }).couldFail)?.[1]);
    expect(audited({}).couldFail).toMatch(/^only by a large gap: 8 a week would have been told from 2 to 4 in /);
    expect(power("fortnight")).toBeGreaterThan(20);
    expect(power("spring")).toBeGreaterThan(power("fortnight"));
  });
});
