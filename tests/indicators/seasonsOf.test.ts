import { describe, expect, it } from "vitest";
import { seasonsOf } from "../../src/indicators/seasonsOf.js";

describe("seasonsOf", () => {
  it("names months, quarters and days alike in every year", () => {
    expect(seasonsOf("2023-12-01", "month", 2)).toEqual({ days: [31, 31], years: [2023, 2024], seasons: ["12", "01"] });
    expect(seasonsOf("2023-10-01", "quarter", 2)).toEqual({
      days: [92, 91],
      years: [2023, 2024],
      seasons: ["10", "01"],
    });
    expect(seasonsOf("2024-02-28", "day", 3).seasons).toEqual(["02-28", "02-29", "03-01"]);
    expect(seasonsOf("2023-01-01", "year", 2)).toEqual({
      days: [365, 366],
      years: [2023, 2024],
      seasons: ["year", "year"],
    });
  });

  it("gives a week to the year of its Thursday", () => {
    expect(seasonsOf("2019-12-30", "week", 1)).toEqual({ days: [7], years: [2020], seasons: ["1"] });
    expect(seasonsOf("2020-12-28", "week", 2)).toEqual({ days: [7, 7], years: [2020, 2021], seasons: ["53", "1"] });
  });

  it("counts a grid from its period where the first day lies inside one", () => {
    expect(seasonsOf("2023-11-19", "month", 1)).toEqual({ days: [30], years: [2023], seasons: ["11"] });
  });
});
