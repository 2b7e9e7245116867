import { describe, expect, it } from "vitest";
import type { Check, Report, Verdict } from "../../src/index.js";
import { auditLeads } from "../../src/reports/auditLeads.js";
import fixture from "../fixtures/fisherPower.json" with { type: "json" };
import { central, claim } from "./central.js";

const check = {
  type: "leads",
  part: { before: "part-before", after: "part-after" },
  whole: { before: "whole-before", after: "whole-after" },
} as const satisfies Check;

function audited(printed: Readonly<Record<string, string>> = {}, report: Report = central): Verdict {
  const figures = report.figures.map((one) => ({ ...one, printed: printed[one.id] ?? one.printed }));
  return auditLeads({ ...report, figures }, claim("leads", check), check, 0.95);
}

describe("the audit of a part that leads", () => {
  it("finds p = .09 for Mopti against the rest of central Mali", () => {
    const found = audited();
    expect(found).toMatchObject({
      verdict: "uncertain",
      n: 312,
      counts: [228, 84],
      scale: "odds ratio",
      claim: "leads",
    });
    expect(fixture.p[0]).toBeCloseTo(0.0912, 4);
    expect(found.reading).toBe(
      "the part went to 0.535 [0.373, 0.754] times its rate, the rest went to 0.833 [0.557, 1.228] times its rate; the part was about 44 of 84 against 144 of 228: 0.6426 [0.3809, 1.0758] times the odds, p = 0.091",
    );
    expect(found.estimate).toBeCloseTo(0.6426266, 4);
    expect(found.couldFail).toBe(
      "yes: a part that fell to half of what the rest did would have been told in 74% of so many events",
    );
    expect(found.matters?.weight).toBe("medium");
  });

  it("asks the same under every other reading of the means", () => {
    const { under = [] } = audited();
    expect(under.map((one) => [one.label, one.estimate.toFixed(3), one.fits, one.possible])).toEqual([
      ["8 and 3.39 months, cut where the report closes", "0.645", true, true],
      ["10 and 4 months, which run past the close", "0.645", true, false],
      ["11 and 4 months, which run past the close", "0.643", true, false],
      ["12 and 4 months, which run past the close", "0.645", true, false],
      ["7 and 4 months, digits cut off and not rounded", "0.672", true, true],
      ["7 and 4 months, rounded to halves", "0.643", true, true],
    ]);
  });

  it("holds where the part fell clearly more, and fails where the rest did", () => {
    expect(audited({ "part-after": "3" }).verdict).toBe("holds");
    expect(audited({ "part-after": "19" }).verdict).toBe("fails");
  });

  it("asks of a rise whether the part rose more", () => {
    const found = audited({ "whole-after": "65", "part-after": "58" });
    expect(found.verdict).toBe("holds");
    expect(found.couldFail).toMatch(/^yes: a part that rose to twice of what the rest did/);
  });

  it("says what cannot be compared", () => {
    expect(audited({ "part-before": "40" })).toMatchObject({
      ...{ verdict: "fails", n: 0, reading: "the part is more than its whole" },
    });
    expect(audited({ "whole-after": "0", "part-after": "0" })).toMatchObject({
      ...{ verdict: "cannot be compared", reading: "no event before, or none after" },
    });
    const figures = central.figures.map((one) => (one.id === "part-after" ? { ...one, window: "july" } : one));
    expect(audited({}, { ...central, figures })).toMatchObject({
      ...{ verdict: "cannot be compared", reading: "the part and its whole are not printed of the same windows" },
    });
  });

  it("takes a part that is the whole, and one of which nothing is left", () => {
    const all = audited({ "part-before": "32.5", "part-after": "21" });
    expect(all).toMatchObject({ verdict: "uncertain" });
    expect(all.reading).toBe(
      "the part went to 0.645 [0.496, 0.831] times its rate, the rest had no event; the part was about 84 of 84 against 228 of 228: all of the kind, nothing known of the odds",
    );
    const none = audited({ "part-after": "0" });
    expect(none).toMatchObject({ verdict: "holds", estimate: 0 });
  });
});
