import { describe, expect, it } from "vitest";
import { intervalOf } from "../../src/claims/intervalOf.js";
import { expectDigits } from "../close.js";

describe("intervalOf", () => {
  it("of a count is Garwood's, or wider where the periods vary more than Poisson counts", () => {
    // scipy: gamma.ppf(0.025, 16) and gamma.ppf(0.975, 17).
    const even = intervalOf([{ values: [8, 8], exposure: [1, 1] }], "count", 0.95);
    expectDigits(even[0], 9.145382453641524, 11);
    expectDigits(even[1] ?? 0, 25.98299759756094, 11);
    const uneven = intervalOf([{ values: [15, 1], exposure: [1, 1] }], "count", 0.95);
    expect(uneven[0]).toBeLessThan(2);
    expect(uneven[1]).toBeGreaterThan(50);
  });

  it("of a ratio is the report's own where nothing spreads: 44 in 4 months against 144 in 7", () => {
    const whole = (n: number, periods: number) => ({ values: [n], exposure: [periods] });
    const [low, high] = intervalOf([whole(44, 4), whole(144, 7)], "ratio", 0.95);
    expect([low.toFixed(4), high?.toFixed(4)]).toEqual(["0.3725", "0.7542"]);
    expect(intervalOf([whole(3, 4), whole(0, 7)], "ratio", 0.95)[1]).toBeNull();
  });

  it("of a share is Clopper and Pearson's", () => {
    const [low, high] = intervalOf([{ values: [11], exposure: [16] }], "share", 0.95);
    expect([low.toFixed(4), high?.toFixed(4)]).toEqual(["0.4134", "0.8898"]);
  });
});
