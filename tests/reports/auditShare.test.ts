import { beforeAll, describe, expect, it } from "vitest";
import { DataError, type Report, type Verdict } from "../../src/index.js";
import { auditShare } from "../../src/reports/auditShare.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";

const folder = temporary();
let report: Report;
beforeAll(async () => {
  report = await readReport(madeUp(folder));
});

function audited(printed: string, whole: string, against: string): Verdict {
  const prints: Readonly<Record<string, string>> = {
    ...{ "share-night": printed, "raids-fortnight": whole, "share-night-spring": against },
  };
  const figures = report.figures.map((one) => ({ ...one, printed: prints[one.id] ?? one.printed }));
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

  it("throws where the report does not print the whole", () => {
    const figures = report.figures.map(({ whole, ...one }) => one);
    const claim = report.claims[0];
    expect(() =>
      auditShare(
        { ...report, figures },
        claim,
        { type: "share", figure: "share-night", against: [], word: "more" },
        0.95,
      ),
    ).toThrow(DataError);
  });
});
