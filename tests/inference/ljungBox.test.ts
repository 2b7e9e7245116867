import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

describe("Ljung and Box's test", () => {
  it("of 1, 2, 3, 4 is on paper", () => {
    // gaps -1.5, -.5, .5, 1.5: products .75 - .25 + .75 over 5: r = .25; 4 * 6 * .0625 / 3
    const found = hc.ljungBox({ lag: 1 }).test(frozen([1, 2, 3, 4]), 0.95);
    expect(found.estimate).toBe(0.25);
    expect(found.statistic).toBe(0.5);
    expect(found.reading).toBe("4 periods: autocorrelation 0.25 at lag 1, p = 0.48");
  });

  it("does not take longer months for memory", () => {
    // one event a day throughout, and one more on the last
    const found = hc.ljungBox({ lag: 1 }).test(frozen([10, 40, 10, 40, 10, 41], [10, 40, 10, 40, 10, 40]), 0.95);
    expect(Math.abs(found.estimate ?? 1)).toBeLessThan(0.3);
    expect(hc.ljungBox({ lag: 1 }).test(frozen([10, 40, 10, 40, 10, 41]), 0.95).estimate).toBeLessThan(-0.7);
  });

  it("does not care for the unit of exposure", () => {
    const of = (unit: number): hc.Outcome =>
      hc.ljungBox({ lag: 2 }).test(frozen([3, 8, 5, 11, 4], [unit, unit, 2 * unit, unit, unit]), 0.95);
    expectDigits(of(30).p ?? 0, of(1).p ?? 1, 12);
  });

  it("rejects independent counts about as often as it says", () => {
    const uniform = random(4);
    let rejected = 0;
    for (let run = 0; run < 1000; run++) {
      const values = Array.from({ length: 60 }, () => Math.floor(10 * uniform()));
      if ((hc.ljungBox({ lag: 3 }).test(frozen(values), 0.95).p ?? 1) < 0.05) rejected++;
    }
    expect(rejected).toBeGreaterThan(30);
    expect(rejected).toBeLessThan(75);
  });

  it("says so where all months are alike, and is plain", () => {
    const one = hc.ljungBox({ lag: 1 });
    expect(one.test(frozen([0, 0, 0]), 0.95).reading).toBe("3 periods, all at one rate: nothing to correlate");
    for (const values of [
      [0, 0, 1],
      [1e9, 0, 1e9],
      [2, 2, 2],
    ])
      expectPlain(() => one.test(frozen(values), 0.95));
  });

  it("needs two months more than its lag, and a whole lag", () => {
    expect(hc.ljungBox({ lag: 6 })).toMatchObject({ name: "ljungBox({ lag: 6 })", needs: 8 });
    expect(() => hc.ljungBox({ lag: 1.5 })).toThrow(
      new hc.InputError("ljungBox: lag needs a whole number from 1, got 1.5"),
    );
  });
});
