import { describe, expect, it } from "vitest";
import { roundings } from "../../src/index.js";
import { printableAs } from "../../src/reports/rounding.js";

describe("what prints as a number", () => {
  it("is half a unit on either side, with the ends that the rule leaves", () => {
    expect(printableAs("2.5", "either", "x")).toEqual({ low: 98, high: 102, unit: 40, hasLow: true, hasHigh: true });
    expect(printableAs("2.5", "half up", "x")).toMatchObject({ low: 98, high: 102, hasLow: true, hasHigh: false });
    expect(printableAs("2.5", "half down", "x")).toMatchObject({ low: 98, high: 102, hasLow: false, hasHigh: true });
    expect(printableAs("2.4", "half even", "x")).toMatchObject({ hasLow: true, hasHigh: true });
    expect(printableAs("2.5", "half even", "x")).toMatchObject({ hasLow: false, hasHigh: false });
  });

  it("is a whole unit on one side where digits are cut off or rounded up", () => {
    expect(printableAs("2.5", "down", "x")).toMatchObject({ low: 100, high: 104, hasLow: true, hasHigh: false });
    expect(printableAs("2.5", "up", "x")).toMatchObject({ low: 96, high: 100, hasLow: false, hasHigh: true });
  });

  it("is a quarter on either side to halves, for what is a multiple of a half", () => {
    for (const printed of ["2.5", "2.0", "3"]) {
      const { low, high, unit } = printableAs(printed, "to halves", "x");
      expect((high - low) / unit).toBe(0.5);
    }
    expect(printableAs("2.4", "to halves", "x")).toEqual(printableAs("2.4", "either", "x"));
    expect(printableAs("2.50", "to halves", "x")).toEqual(printableAs("2.50", "either", "x"));
  });

  it("holds a number under every rule that would print it so, and no other", () => {
    // In quarters of the last digit, so that ties are exact.
    for (const rounding of roundings.filter((one) => one !== "to halves" && one !== "either")) {
      for (let quarters = 4; quarters < 40; quarters++) {
        const holding = Array.from({ length: 12 }, (_, digit) => digit).filter((digit) => {
          const { low, high, hasLow, hasHigh } = printableAs(`${digit}`, rounding, "x");
          return (hasLow ? quarters >= low : quarters > low) && (hasHigh ? quarters <= high : quarters < high);
        });
        expect(holding).toHaveLength(1);
      }
    }
  });
});
