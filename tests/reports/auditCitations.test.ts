import { describe, expect, it } from "vitest";
import { auditCitations, auditClock, auditDates, auditLanguage, auditSources } from "../../src/index.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";
import { blank, shippedNotes } from "./cited.js";

const folder = temporary();

describe("the audit of citations", () => {
  it("is the clock, the dates and the sources, in this order, the same each time", () => {
    const report = { ...blank, citations: shippedNotes };
    const all = auditCitations(report, { level: 0.95 });
    const parts = [...auditClock(report), ...auditDates(report), ...auditSources(report, { level: 0.95 })];
    expect(all).toEqual(parts);
    expect(JSON.stringify(auditCitations(Object.freeze(report), { level: 0.95 }))).toBe(JSON.stringify(all));
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });

  it("reads another report with no code of its own", async () => {
    const report = await readReport(madeUp(folder));
    const ids = [...auditCitations(report, { level: 0.95 }), ...auditLanguage(report)].map((one) => one.id);
    expect(ids).toEqual([
      "clock/dated",
      "sources/again",
      "sources/unpublished-source",
      "sources/figure-raids-spring",
      "sources/figure-raids-summer",
      "sources/claim-raids-double",
      "sources/no-note",
      "language/confidence",
      "language/forecasts",
      "language/certain",
      "language/indicators",
    ]);
  });

  it.each(["ctp-2023-12-13"])("says of %s what a reader needs to doubt it, each verdict once", async (name) => {
    const report = await readReport(`data/reports/${name}/report.json`);
    const all = [...auditCitations(report, { level: 0.95 }), ...auditLanguage(report)];
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    for (const one of all) {
      expect(one.by).toBe("audit");
      expect(one.couldFail, one.id).toMatch(/^(yes|no): /);
      expect(one.how, one.id).toBeDefined();
      expect(one.matters, one.id).toBeDefined();
      expect(one.n, one.id).toBeGreaterThanOrEqual(0);
      expect(`${one.says} ${one.reading}`, one.id).not.toMatch(/undefined|NaN|null|\[object/);
    }
  });
});
