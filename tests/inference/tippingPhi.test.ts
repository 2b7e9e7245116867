import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

const tipping = hc.tippingPhi();

describe("the tipping dispersion", () => {
  it("of the report's three drops is 3.08, 3.44 and 3.65", () => {
    for (const [before, after, phi] of [
      [228, 84, "3.08"],
      [144, 44, "3.44"],
      [101, 25, "3.65"],
    ] as const) {
      expect(tipping.compare(frozen([before], [7]), frozen([after], [4]), 0.95).reading).toBe(
        `stops being clear when the variance is ${phi} times the mean`,
      );
    }
  });

  it("is where an interval widened by its root just touches 1", () => {
    const found = tipping.compare(frozen([144], [7]), frozen([44], [4]), 0.95);
    const reach = hc.normalQuantile(0.975) * Math.sqrt((found.estimate ?? 0) * (1 / 144 + 1 / 44));
    expectDigits(Math.exp(Math.log(44 / 4 / (144 / 7)) + reach), 1, 13);
  });

  it("does not depend on the direction, and falls as more sureness is asked", () => {
    const of = (first: hc.Stretch, last: hc.Stretch, level: number): number =>
      tipping.compare(first, last, level).estimate ?? Number.NaN;
    const [one, other] = [frozen([60], [7]), frozen([20], [4])];
    expectDigits(of(one, other, 0.95), of(other, one, 0.95), 13);
    expect(of(one, other, 0.99)).toBeLessThan(of(one, other, 0.95));
  });

  it("says when not even Poisson counts would show it", () => {
    expect(tipping.compare(frozen([5]), frozen([4]), 0.95).reading).toBe(
      "not clear even if the counts vary as Poisson counts (phi 0.03)",
    );
  });

  it("gives no estimate without an event on one side", () => {
    const found = tipping.compare(frozen([0]), frozen([4]), 0.95);
    expect(found.reading).toBe("no ratio without events on both sides");
    expect(found.estimate).toBeUndefined();
  });
});
