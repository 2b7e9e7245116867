import { beforeAll, describe, expect, it } from "vitest";
import type { Report, ReportClaim } from "../../src/index.js";
import { auditRatio } from "../../src/reports/auditRatio.js";
import { readingsOf } from "../../src/reports/readings.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";
import { central, claim, figure, printedReport } from "./central.js";

const folder = temporary();
let other: Report;
beforeAll(async () => {
  other = await readReport(madeUp(folder));
});

function claimOf(report: Report, id: string): { claim: ReportClaim; check: Parameters<typeof auditRatio>[2] } {
  const claim = report.claims.find((one) => one.id === id);
  if (claim?.check?.type !== "ratio") throw new Error(`no ratio ${id}`);
  return { claim, check: claim.check };
}

const printing = (before: string, after: string, word: string): Report => ({
  ...other,
  figures: other.figures.map((one) => ({
    ...one,
    printed: { "raids-spring": before, "raids-summer": after }[one.id] ?? one.printed,
  })),
  claims: other.claims.map((one) => (one.check?.type === "ratio" ? { ...one, check: { ...one.check, word } } : one)),
});

function audited(report: Report, id = "raids-double"): ReturnType<typeof auditRatio> {
  const { claim, check } = claimOf(report, id);
  return auditRatio(report, claim, check, 0.95);
}

describe("the audit of a change", () => {
  it("reads 20.5 and 11 a month as 144 and 44, and their ratio as nearly a half", () => {
    const found = audited(central, "part");
    expect(found.reading).toBe(
      'about 144 in 7 months, then 44 in 4: 0.5347 [0.3725, 0.7542] times the rate; "nearly halved" fits 3 of 4 possible readings of the months and their rounding; counts that print so give 0.5104 to 0.5590; stops being clear when the variance is 3.44 times the mean; or when 17 later events were missed',
    );
    expect(found).toMatchObject({ verdict: "uncertain", n: 188, counts: [144, 44], scale: "ratio", level: 0.95 });
    expect(found.couldFail).toBe(
      "yes: a halving would be told from no change in 99% of so many events if they are Poisson",
    );
    expect(found.matters).toEqual({
      weight: "high",
      why: "impossible means stand behind it, and under a possible reading its word does not fit",
    });
  });

  it("lists what the ratio becomes under each number of months and rule of rounding that fits", () => {
    const { check } = claimOf(central, "part");
    const readings = readingsOf(central, check, 0.95);
    const rows = readings.map(({ label, ratio, before, fits, possible }) => [
      ...[label, before.count, ratio.toFixed(4), fits, possible],
    ]);
    expect(rows).toEqual([
      ["as printed", 144, "0.5347", true, true],
      ["8 and 3.39 months, cut where the report closes", 164, "0.6337", false, true],
      ["10 and 4 months, which run past the close", 205, "0.5366", true, false],
      ["11 and 4 months, which run past the close", 226, "0.5354", true, false],
      ["12 and 4 months, which run past the close", 246, "0.5366", true, false],
      // 11, cut off, is 44 to 47 in four months: 46 of 144.
      ["7 and 4 months, digits cut off and not rounded", 144, "0.5590", true, true],
      ["7 and 4 months, rounded to halves", 144, "0.5347", true, true],
    ]);
    const cut = readings[1];
    // 44 events in 3 months and 12 of December's 31 days
    expect(cut.after.periods).toBeCloseTo(3 + 12 / 31, 12);
    expect(cut.interval[1]).toBeLessThan(1);
    expect(readings[5].range[0]).toBeCloseTo(44 / 4 / (144 / 7), 12);
    expect(readings[5].range[1]).toBeCloseTo(47 / 4 / (144 / 7), 12);
    expect(audited(central, "part").under).toHaveLength(6);
  });

  it("finds that more than halved does not fit 8 months and a cut December", () => {
    const { check } = claimOf(central, "own");
    const [, cut] = readingsOf(central, check, 0.95);
    // 6.25 a month over 4 is 25, in 3.39 months 7.4 a month; 115 in 8 months are 14.4.
    expect(cut.ratio).toBeCloseTo(25 / (3 + 12 / 31) / (115 / 8), 12);
    expect(cut).toMatchObject({ fits: false, possible: true });
  });

  it("reads means of weeks by the week, and cuts the last where the report closes", () => {
    const weekly = printedReport({
      ...{ every: "week", cutoff: "2020-03-05" },
      windows: {
        one: { since: "2020-01-06", until: "2020-02-17", label: "six weeks" },
        two: { since: "2020-02-17", until: "2020-03-02", label: "two weeks" },
      },
      figures: [figure("a", "20.4", "one", { per: "week" }), figure("b", "10.5", "two", { per: "week" })],
      claims: [claim("c", { type: "ratio", before: "a", after: "b", word: "halved" })],
    });
    const found = audited(weekly, "c");
    expect(found.reading).toMatch(/^about 122 in 6 weeks, then 21 in 2: 0\.5164 /);
    expect(found.under?.map((one) => [one.label, one.possible])).toEqual([
      ["5 and 2 weeks", true],
      ["7 and 1.43 weeks, cut where the report closes", true],
      ["8 and 2 weeks, which run past the close", false],
      ["9 and 2 weeks, which run past the close", false],
      ["10 and 2 weeks, which run past the close", false],
      ["11 and 2 weeks, which run past the close", false],
      ["12 and 2 weeks, which run past the close", false],
      ["6 and 2 weeks, rounded up always", true],
    ]);
  });

  it("has no other readings where the printed months can be", () => {
    expect(readingsOf(other, claimOf(other, "raids-double").check, 0.95)).toHaveLength(1);
    expect(audited(other)).toMatchObject({ verdict: "holds", counts: [50, 76], n: 126, under: [] });
  });

  it("fails a word that the printed means do not fit", () => {
    expect(audited(printing("12.5", "25.3", "nearly halved")).verdict).toBe("fails");
  });

  it("is uncertain about a word that fits a change which is not clear", () => {
    const found = audited(printing("2.5", "3.3", "increased"));
    expect(found.verdict).toBe("uncertain");
    expect(found.reading).toContain("not clear even if the counts vary as Poisson counts");
  });

  it("takes a fall to none, and a rise from none, for what they are", () => {
    const fall = audited(printing("12.5", "0", "more than halved"));
    expect(fall).toMatchObject({ estimate: 0, counts: [50, 0] });
    expect(fall.couldFail).toMatch(/^yes: a halving would be told from no change in \d+% of so many events/);
    const rise = audited(printing("0", "25.3", "increased"));
    expect(rise).toMatchObject({ verdict: "holds", counts: [0, 76] });
    expect(rise.estimate).toBeUndefined();
    expect(rise.interval?.[0]).toBeGreaterThan(1);
    expect(rise.interval?.[1]).toBeNull();
  });
});
