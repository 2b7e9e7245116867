import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.js";
import { auditMeans } from "../../src/reports/auditMeans.js";
import { auditTogether } from "../../src/reports/auditTogether.js";
import { central, figure, printedReport } from "./central.js";

function reportOf(printed: readonly string[], since: string, until: string, per: "week" | "month" = "month"): Report {
  return printedReport({
    windows: { w: { since, until, label: "the stretch" } },
    figures: printed.map((one, i) => figure(`f${i}`, one, "w", { per, at: { paragraph: 3 } })),
  });
}

const judged = (...some: Parameters<typeof reportOf>): ReturnType<typeof auditMeans> =>
  auditMeans(reportOf(...some), 0.95);

describe("the audit of printed means", () => {
  it("fails means that so many whole counts cannot have, and says how many could", () => {
    const [found] = judged(["32.5", "20.5", "14.4"], "2023-01-01", "2023-08-01");
    expect(found).toMatchObject({ id: "means/w", by: "audit", verdict: "fails", n: 3, at: { paragraph: 3 } });
    expect(found.reading).toBe(
      [
        "32.5 and 20.5 cannot be a mean of 7 whole counts",
        "8 is the smallest number of months that fits all (sums 260, 164, 115)",
        "with digits cut off and not rounded, 7 months can print so (sums 228, 144, 101)",
        "rounded to halves, 7 months can print so (sums 226 to 229, 142 to 145, 101)",
      ].join("; "),
    );
    expect(found.couldFail).toBe("yes: 4 of the numbers of months from 1 to 12 pass (33%)");
    expect(found.data).toEqual({ name: "r, as printed" });
    expect(found.matters).toEqual({ weight: "medium", why: "a number of the report is not what it says it is" });
  });

  it("matters most where a claim's word fits no longer under a possible reading", () => {
    const [found] = auditMeans(central, 0.95);
    expect(found.matters).toEqual({
      weight: "high",
      why: "under a possible reading of the means the word no longer fits (part, own)",
    });
  });

  it("holds means that whole counts can have", () => {
    const [found] = judged(["21", "11", "6.25"], "2023-08-01", "2023-12-01");
    expect(found).toMatchObject({ verdict: "holds", reading: "whole counts over 4 months can print so" });
    expect(found.matters?.weight).toBe("low");
  });

  it("counts weeks where the means are of weeks, beside those of months", () => {
    const [weeks] = judged(["3.3", "2.5"], "2020-01-06", "2020-02-17", "week");
    expect(weeks).toMatchObject({ id: "means/w/week", verdict: "holds", label: "Means of 6 weeks: 3.3, 2.5" });
    const [fails] = judged(["3.4"], "2020-01-06", "2020-02-17", "week");
    expect(fails.reading).toBe(
      "3.4 cannot be a mean of 6 whole counts; 5 is the smallest number of weeks that fits all (sums 17); rounded up always, 6 weeks can print so (sums 20)",
    );
  });

  it("holds possible means of more months than it tries", () => {
    const [found] = judged(["12.5"], "2020-01-01", "2023-01-01");
    expect(found.verdict).toBe("holds");
  });

  it("says that a whole number as a mean could not have failed", () => {
    const [found] = judged(["12"], "2023-01-01", "2023-08-01");
    expect(found.couldFail).toBe("no: 12 of the numbers of months from 1 to 12 pass (100%)");
  });

  it("says so when no number of months fits", () => {
    const [found] = judged(["1.01", "1.50"], "2023-01-01", "2023-02-01");
    expect(found.verdict).toBe("fails");
    expect(found.reading).toBe(
      "1.01 and 1.50 cannot be a mean of 1 whole counts; no number of months up to 24 fits all",
    );
  });

  it("does not judge a stretch of broken months, a hedged mean, nor a window without means", () => {
    expect(judged(["32.5"], "2023-01-15", "2023-08-01")).toEqual([]);
    expect(judged(["3.5"], "2020-01-06", "2020-02-16", "week")).toEqual([]);
    expect(judged([], "2023-01-01", "2023-08-01")).toEqual([]);
    const report = reportOf(["20.5"], "2023-01-01", "2023-08-01");
    const hedged = { ...report, figures: report.figures.map((one) => ({ ...one, hedge: "about" })) };
    expect(auditMeans(hedged, 0.95)).toEqual([]);
  });
});

describe("the audit of means of two windows together", () => {
  it("lists what fits all and the calendar, by rule of rounding", () => {
    const [found] = auditTogether(central);
    expect(found).toMatchObject({ id: "means/early+late", verdict: "uncertain", n: 6 });
    expect(found.reading).toBe(
      "what fits all and the calendar: to the nearest, 8 and 4 (3.39 of it passed) months; digits cut off, 7 and 4 months; rounded up, 6 and 4 or 8 and 4 (3.39 of it passed) months; to halves, 5 and 4 or 7 and 4 or 8 and 4 (3.39 of it passed) months; 59 other ways need months that had not begun when the report closed",
    );
    expect(found.couldFail).toBe("yes: 12 of the 144 pairs of numbers of months pass, rounded to the nearest");
  });

  it("fails where nothing fits, and is silent where the means can be as printed", () => {
    const printing = (...printed: readonly string[]): Report => ({
      ...central,
      figures: central.figures.slice(0, 6).map((one, i) => ({ ...one, printed: printed[i] })),
    });
    const [found] = auditTogether(printing("1.01", "1.50", "2.33", "21", "11", "6.25"));
    expect(found.verdict).toBe("fails");
    expect(found.reading).toBe("no way fits all and the calendar, up to 12 months each");
    expect(auditTogether(printing("1", "2", "3", "4", "5", "6.25"))).toEqual([]);
  });
});
