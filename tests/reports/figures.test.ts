import { describe, expect, it } from "vitest";
import { DataError, type Report } from "../../src/index.js";
import { figureOf, lengthIn, monthsIn, printOf, weeksIn, windowOf, yearsBack } from "../../src/reports/figures.js";
import { expectDigits } from "../close.js";

const report = {
  id: "r",
  figures: [{ id: "a" }, { id: "b" }],
  windows: { spring: { since: "2020-01-01", until: "2020-05-01", label: "spring" } },
} as unknown as Report;

describe("the figures and windows of a report", () => {
  it("are found by their names", () => {
    expect(figureOf(report, "b")).toBe(report.figures[1]);
    expect(windowOf(report, "spring")).toBe(report.windows["spring"]);
    expect(printOf(report)).toEqual({ name: "r, as printed" });
  });

  it("throw where there is none of that name", () => {
    expect(() => figureOf(report, "c")).toThrow(new DataError("report: r has no figure c"));
    expect(() => windowOf(report, "constructor")).toThrow(new DataError("report: r has no window constructor"));
  });
});

describe("how long a stretch is", () => {
  it("counts whole months as 1, whatever their days", () => {
    expect(monthsIn({ since: "2023-01-01", until: "2023-08-01" })).toBe(7);
    expect(monthsIn({ since: "2024-02-01", until: "2024-03-01" })).toBe(1);
  });

  it("counts a cut month as the part of its days", () => {
    expectDigits(monthsIn({ since: "2023-09-01", until: "2023-12-13" }), 3 + 12 / 31, 14);
    expectDigits(monthsIn({ since: "2023-11-19", until: "2023-12-13" }), 12 / 30 + 12 / 31, 14);
  });

  it("counts weeks of seven days", () => {
    expectDigits(weeksIn({ since: "2023-11-19", until: "2023-12-13" }), 24 / 7, 15);
  });
});

describe("the length of a stretch in a report's periods", () => {
  it("is exact by the day, whichever period", () => {
    const span = { since: "2024-01-29", until: "2024-03-04" };
    expect(lengthIn(span, "week")).toBe(5);
    expectDigits(lengthIn(span, "month"), 3 / 31 + 1 + 3 / 31, 14);
  });
});

describe("the same stretch of another year", () => {
  it("keeps the days of the calendar by months, to either side", () => {
    const span = { since: "2024-02-01", until: "2024-03-01" };
    expect(yearsBack(span, 1, "month")).toEqual({ since: "2023-02-01", until: "2023-03-01" });
    expect(yearsBack(span, -2, "month")).toEqual({ since: "2026-02-01", until: "2026-03-01" });
  });

  it("keeps weeks whole: 52 of them a year, or 53 where that is nearer", () => {
    const span = { since: "2024-01-01", until: "2024-01-29" };
    expect(yearsBack(span, 2, "week")).toEqual({ since: "2022-01-03", until: "2022-01-31" });
    expect(yearsBack(span, 5, "week")).toEqual({ since: "2018-12-31", until: "2019-01-28" });
    expect(yearsBack(span, -1, "week")).toEqual({ since: "2024-12-30", until: "2025-01-27" });
  });
});
