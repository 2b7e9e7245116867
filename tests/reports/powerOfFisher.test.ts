import { describe, expect, it } from "vitest";
import { powerOfFisher } from "../../src/reports/powerOfFisher.js";
import fixture from "../fixtures/fisherPower.json" with { type: "json" };

describe("the power of Fisher's exact test", () => {
  it("is the sum over both binomials that R makes", () => {
    for (const { wholes, shares, level, power } of fixture.power) {
      expect(powerOfFisher([wholes[0], wholes[1]], [shares[0], shares[1]], level)).toBeCloseTo(power, 10);
    }
  });

  it("is below the level's complement for equal shares, and grows with the events", () => {
    expect(powerOfFisher([40, 40], [0.5, 0.5], 0.95)).toBeLessThan(0.05);
    expect(powerOfFisher([400, 400], [0.5, 0.4], 0.95)).toBeGreaterThan(powerOfFisher([100, 100], [0.5, 0.4], 0.95));
    expect(powerOfFisher([5, 5], [1, 1], 0.95)).toBe(0);
  });
});
