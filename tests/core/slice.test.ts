import { describe, expect, it } from "vitest";
import { sliceOf } from "../../src/core/slice.js";
import { during, type Series } from "../../src/index.js";
import { fault } from "../store/trial.js";

const months: Series = Object.freeze({
  key: { zone: "river" },
  recipe: { where: [], by: ["zone"], every: "month", measure: "events" } as const,
  from: "h",
  start: "2023-11-01",
  values: Object.freeze([1, 2, 3, 4]),
  exposure: Object.freeze([30, 31, 31, 29]),
});

describe("sliceOf", () => {
  it("keeps the periods that start inside the stretch, with their exposure and first days", () => {
    expect(sliceOf(months, { since: "2023-12-01", until: "2024-02-01" })).toEqual({
      values: [2, 3],
      exposure: [31, 31],
      periods: ["2023-12-01", "2024-01-01"],
    });
  });

  it("leaves out a period that began before the stretch, and keeps one that the end cuts", () => {
    const { periods } = sliceOf(months, { since: "2023-11-02", until: "2024-01-02" });
    expect(periods).toEqual(["2023-12-01", "2024-01-01"]);
  });

  it("steps by the recipe's period across a year's end", () => {
    const weeks: Series = { ...months, start: "2023-12-18", recipe: { ...months.recipe, every: "week" } };
    const { periods, values } = sliceOf(weeks, { since: "2023-12-25", until: "2024-01-02" });
    expect(periods).toEqual(["2023-12-25", "2024-01-01"]);
    expect(values).toEqual([2, 3]);
  });

  it("is empty where nothing starts", () => {
    const outside = { since: "2025-01-01", until: "2026-01-01" };
    expect(sliceOf(months, outside)).toEqual({ values: [], exposure: [], periods: [] });
  });
});

describe("during", () => {
  it("cuts every series and moves its start", () => {
    const other: Series = { ...months, key: { zone: "hill" }, values: [9, 8, 7, 6] };
    const [river, hill] = during([months, other], { since: "2024-01-01", until: "2025-01-01" });
    expect(river).toEqual({ ...months, start: "2024-01-01", values: [3, 4], exposure: [31, 29] });
    expect(hill.values).toEqual([7, 6]);
    expect(hill.key).toEqual({ zone: "hill" });
  });

  it("refuses a stretch in which no period starts", () => {
    expect(() => during([months], { since: "2023-11-02", until: "2023-12-01" })).toThrow(
      fault("InputError", "during: no period starts in 2023-11-02 to 2023-12-01"),
    );
  });
});
