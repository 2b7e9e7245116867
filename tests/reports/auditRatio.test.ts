import { beforeAll, describe, expect, it } from "vitest";
import type { Report, ReportClaim } from "../../src/index.js";
import { auditRatio, readingsOf } from "../../src/reports/auditRatio.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";

const folder = temporary();
let shipped: Report;
let other: Report;
beforeAll(async () => {
  shipped = await readReport("data/reports/ctp-2023-12-13/report.json");
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
    const found = audited(shipped, "forces-halve-mopti");
    expect(found.reading).toBe(
      'about 144 in 7 months, then 44 in 4: 0.5347 [0.3725, 0.7542] times the rate; "nearly halved" fits 1 of 2 possible readings of the months; stops being clear when the variance is 3.44 times the mean',
    );
    expect(found).toMatchObject({ verdict: "uncertain", n: 188, counts: [144, 44], scale: "ratio", level: 0.95 });
    expect(found.couldFail).toBe(
      "yes: a halving would be told from no change in 99% of so many events if they are Poisson",
    );
  });

  it("lists what the ratio becomes under each number of months that fits, and where the report closes", () => {
    const { check } = claimOf(shipped, "forces-halve-mopti");
    const readings = readingsOf(shipped, check, 0.95);
    const rows = readings.map(({ label, ratio, before, fits, possible }) => [
      ...[label, before.count, ratio.toFixed(4), fits, possible],
    ]);
    expect(rows).toEqual([
      ["as printed", 144, "0.5347", true, true],
      ["8 and 3.39 months, cut where the report closes", 164, "0.6337", false, true],
      ["10 and 4 months, which run past the close", 205, "0.5366", true, false],
      ["11 and 4 months, which run past the close", 226, "0.5354", true, false],
      ["12 and 4 months, which run past the close", 246, "0.5366", true, false],
    ]);
    const cut = readings[1];
    // 44 events in 3 months and 12 of December's 31 days
    expect(cut.after.months).toBeCloseTo(3 + 12 / 31, 12);
    expect(cut.interval[1]).toBeLessThan(1);
    expect(audited(shipped, "forces-halve-mopti").under).toHaveLength(4);
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
