import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectPlain, frozen } from "./contract.js";

const runs = hc.runs();

describe("runs", () => {
  it("of three quiet months and three busy ones are 2 of the 20 orders, on either side", () => {
    const found = runs.test(frozen([1, 2, 3, 7, 8, 9]), 0.95);
    expect(found.p).toBeCloseTo(4 / 20, 14);
    expect(found.estimate).toBe(0.5);
    expect(found.reading).toBe("2 runs about the median in 6 periods where 4.0 are expected, p = 0.2");
  });

  it("leave out the months at the median", () => {
    expect(runs.test(frozen([1, 5, 9, 5, 1, 9, 5]), 0.95).n).toBe(4);
  });

  it("are as many backwards, and upside down", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 40 }), (values) => {
        const found = runs.test(frozen(values), 0.95);
        expect(runs.test(frozen([...values].reverse()), 0.95)).toEqual(found);
        expect(runs.test(frozen(values.map((value) => 20 - value)), 0.95).p ?? 2).toBeCloseTo(found.p ?? 2, 12);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("have a p that is not below its size, in every order of four and four", () => {
    const ps: number[] = [];
    for (let mask = 0; mask < 256; mask++) {
      const values = Array.from({ length: 8 }, (_, i) => (mask >> i) & 1);
      if (values.reduce((sum, one) => sum + one, 0) === 4) ps.push(runs.test(frozen(values), 0.95).p ?? 1);
    }
    expect(ps).toHaveLength(70);
    for (const level of [0.03, 0.06, 0.25]) expect(ps.filter((p) => p <= level).length / 70).toBeLessThanOrEqual(level);
    expect(Math.min(...ps)).toBeCloseTo(4 / 70, 14);
  });

  it("say so where none are on one side, and are plain", () => {
    expect(runs.test(frozen([0, 0, 0, 4]), 0.95).reading).toBe(
      "4 periods, none on one side of the median: no runs to count",
    );
    for (const values of [
      [0, 1],
      [0, 0],
      [1e9, 0, 3],
    ])
      expectPlain(() => runs.test(frozen(values), 0.95));
  });
});
