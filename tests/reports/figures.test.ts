import { describe, expect, it } from "vitest";
import { DataError, type Report } from "../../src/index.js";
import { figureOf, printOf, windowOf } from "../../src/reports/figures.js";

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
