import { beforeAll, describe, expect, it } from "vitest";
import type { Figure, Report, ReportClaim, Verdict } from "../../src/index.js";
import { clopperPearson } from "../../src/inference/share.js";
import { auditShare } from "../../src/reports/auditShare.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";
import { central } from "./central.js";

const folder = temporary();
let report: Report;
beforeAll(async () => {
  report = await readReport(madeUp(folder));
});

const most = { type: "share", figure: "civil-now", word: "more" } as const;

function claimNamed(id: string): ReportClaim {
  return central.claims.find((one) => one.id === id) ?? central.claims[0];
}

function audited(printed: string, whole: string, against: string, some: Partial<Figure> = {}): Verdict {
  const prints: Readonly<Record<string, string>> = {
    ...{ "share-night": printed, "raids-fortnight": whole, "share-night-spring": against },
  };
  const figures = report.figures.map((one) => ({
    ...one,
    printed: prints[one.id] ?? one.printed,
    ...(one.id === "share-night" && some),
  }));
  const claim = report.claims.find((one) => one.id === "by-night") ?? report.claims[0];
  const check = { type: "share", figure: "share-night", against: ["share-night-spring"], word: "more" } as const;
  return auditShare({ ...report, figures }, claim, check, 0.95);
}

describe("the audit of a share", () => {
  it("finds the count behind a percentage and cannot tell it from a near one", () => {
    const found = audited("69", "16", "58");
    expect(found).toMatchObject({ verdict: "uncertain", n: 16, scale: "share", level: 0.95, estimate: 11 / 16 });
    expect(found.reading).toBe("11 of 16 is 0.69 [0.41, 0.89]: it cannot be told from 58%, taken as exact");
    expect(found.couldFail).toBe("only shares below 41% or above 89% would have been told from it");
  });

  it("holds where the other share lies outside the interval on the side the word says, and fails on the other", () => {
    expect(audited("69", "16", "90")).toMatchObject({ verdict: "fails" });
    expect(audited("69", "16", "40")).toMatchObject({ verdict: "holds" });
    expect(audited("69", "16", "40").reading).toBe("11 of 16 is 0.69 [0.41, 0.89]: apart from 40%, taken as exact");
  });

  it("fails a percentage that no whole number can be", () => {
    const found = audited("68", "16", "58");
    expect(found.verdict).toBe("fails");
    expect(found.reading).toBe("no whole number out of 16 is 68%");
    expect(found.estimate).toBeUndefined();
  });

  it("says the same of a whole that is printed as a range", () => {
    const figures = report.figures.map((one) => (one.id === "raids-fortnight" ? { ...one, to: "9" } : one));
    const claim = report.claims.find((one) => one.id === "by-night") ?? report.claims[0];
    const check = { type: "share", figure: "share-night", against: [90], word: "less" } as const;
    const found = auditShare({ ...report, figures }, claim, check, 0.95);
    expect(found).toMatchObject({ verdict: "uncertain", n: 0 });
    expect(found.reading).toMatch(
      /^33% of a whole of 6 to 9: 3 is the smallest that prints so; it would take about \d+ /,
    );
    expect(found.couldFail).toBe("no: the report does not say exactly of how many");
  });

  it("says how large a whole would have to be, where the report does not print it", () => {
    const found = audited("69", "16", "58", { whole: undefined });
    expect(found).toMatchObject({ verdict: "uncertain", n: 0 });
    expect(found.reading).toMatch(
      /^69% of a whole that is not printed: 13 is the smallest that prints so; it would take about \d+ to tell it from 58%, taken as exact$/,
    );
    const needed = Number(/about (\d+)/.exec(found.reading)?.[1]);
    const low = (n: number): number => clopperPearson(Math.round(0.69 * n), n, 0.95)[0];
    expect(low(needed)).toBeGreaterThan(0.58);
    expect(low(needed - 1)).toBeLessThanOrEqual(0.58);
    expect(found.couldFail).toBe("no: the report does not say of how many");
  });

  it("takes a hedged percentage one point further, and says so", () => {
    expect(audited("68", "16", "58", { hedge: "roughly" }).reading).toBe(
      '11 of 16 is 0.69 [0.41, 0.89], only as "roughly 68%": it cannot be told from 58%, taken as exact',
    );
  });

  it("is held against a number as well as a figure", () => {
    const found = auditShare(central, claimNamed("most"), { ...most, against: [50] }, 0.95);
    expect(found.reading).toBe("10 of 16 is 0.63 [0.35, 0.85]: it cannot be told from 50%, taken as exact");
  });
});
