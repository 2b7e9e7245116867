import { describe, expect, it } from "vitest";
import type { Figure, Report } from "../../src/index.js";
import { auditMeans } from "../../src/reports/auditMeans.js";

function reportOf(printed: readonly string[], since: string, until: string): Report {
  const figures = printed.map(
    (one, i): Figure => ({
      ...{ id: `f${i}`, at: { paragraph: 3 }, notes: [], label: "a mean", printed: one },
      ...{ what: "mean", per: "month", window: "w", measured: [] },
    }),
  );
  return { id: "r", windows: { w: { since, until, label: "the stretch" } }, figures } as unknown as Report;
}

describe("the audit of printed means", () => {
  it("fails means that so many whole counts cannot have, and says how many could", () => {
    const [found] = auditMeans(reportOf(["32.5", "20.5", "14.4"], "2023-01-01", "2023-08-01"));
    expect(found).toMatchObject({ id: "means/w", by: "audit", verdict: "fails", n: 3, at: { paragraph: 3 } });
    expect(found.reading).toBe(
      "32.5 and 20.5 cannot be a mean of 7 whole counts; 8 is the smallest number of months that fits all (sums 260, 164, 115)",
    );
    expect(found.couldFail).toBe("yes: 4 of the numbers of months from 1 to 12 pass (33%)");
    expect(found.data).toEqual({ name: "r, as printed" });
  });

  it("holds means that whole counts can have", () => {
    const [found] = auditMeans(reportOf(["21", "11", "6.25"], "2023-08-01", "2023-12-01"));
    expect(found).toMatchObject({ verdict: "holds", reading: "whole counts over 4 months can print so" });
  });

  it("holds possible means of more months than it tries", () => {
    const [found] = auditMeans(reportOf(["12.5"], "2020-01-01", "2023-01-01"));
    expect(found.verdict).toBe("holds");
  });

  it("says that a whole number as a mean could not have failed", () => {
    const [found] = auditMeans(reportOf(["12"], "2023-01-01", "2023-08-01"));
    expect(found.couldFail).toBe("no: 12 of the numbers of months from 1 to 12 pass (100%)");
  });

  it("says so when no number of months fits", () => {
    const [found] = auditMeans(reportOf(["1.01", "1.50"], "2023-01-01", "2023-02-01"));
    expect(found.verdict).toBe("fails");
    expect(found.reading).toBe(
      "1.01 and 1.50 cannot be a mean of 1 whole counts; no number of months up to 24 fits all",
    );
  });

  it("does not judge a stretch of broken months, nor a window without means", () => {
    expect(auditMeans(reportOf(["32.5"], "2023-01-15", "2023-08-01"))).toEqual([]);
    expect(auditMeans(reportOf([], "2023-01-01", "2023-08-01"))).toEqual([]);
  });
});
