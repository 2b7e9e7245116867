import { describe, expect, it } from "vitest";
import { numberOf, supportOf } from "../../src/core/verdictText.js";

describe("a verdict's number", () => {
  it("has two decimals and its interval, percent for a probability, and nothing where there is none", () => {
    const some = { estimate: 0.53472, interval: [0.1, null] } as const;
    expect(numberOf({ ...some, scale: "ratio" })).toBe("0.53 [0.10, no bound]");
    expect(numberOf({ ...some, scale: "probability", interval: [0.001, 0.999] })).toBe("53%, under 1% to over 99%");
    expect(numberOf({ interval: [0, 1] })).toBe("");
  });
});

describe("what supports a verdict", () => {
  it("is its power, what earlier years answered, both or nothing", () => {
    const power = { chance: 0.117, of: "a rise by half" };
    expect(supportOf({ power })).toBe("12% for a rise by half");
    expect(supportOf({ power, usual: { yes: 2, years: 7 } })).toBe("12% for a rise by half; yes in 2 of 7 years");
    expect(supportOf({})).toBe("");
  });
});
