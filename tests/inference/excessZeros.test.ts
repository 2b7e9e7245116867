import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const zeros = hc.excessZeros();

describe("excess zeros", () => {
  it("are counted against those of Poisson counts", () => {
    // mean 1: e zeros weigh e - 1 each, the other -1; variance 4 (e - 1) - 4
    const found = zeros.test(frozen([0, 0, 0, 4]), 0.95);
    expectDigits(found.statistic ?? 0, (3 * Math.E - 4) / Math.sqrt(4 * (Math.E - 2)), 14);
    expectDigits(found.estimate ?? 0, 3 / (4 / Math.E), 14);
    expect(found.reading).toBe("3 of 4 periods without an event, where 1.5 are expected, p = 0.0071");
  });

  it("are expected more often in shorter periods", () => {
    const [short, long] = [
      zeros.test(frozen([0, 4, 5, 6], [0.1, 1, 1, 1]), 0.95),
      zeros.test(frozen([0, 4, 5, 6]), 0.95),
    ];
    expect(short.p ?? 0).toBeGreaterThan(0.2);
    expect(long.p ?? 1).toBeLessThan(0.01);
  });

  it("do not care for the unit of exposure", () => {
    const of = (unit: number): number => zeros.test(frozen([0, 3, 1, 0], [unit, unit, unit, 2 * unit]), 0.95).p ?? 0;
    expectDigits(of(30), of(1), 12);
  });

  it("are none where every month had events, and nothing where none had", () => {
    expect(zeros.test(frozen([3, 4, 5]), 0.95).p ?? 0).toBeGreaterThan(0.5);
    expect(zeros.test(frozen([0, 0]), 0.95).reading).toBe("no events in 2 periods: nothing to expect");
  });

  it("stay plain at means whose chance of none no machine holds", () => {
    for (const values of [
      [0, 1e6],
      [1e9, 1e9],
      [0, 0, 1],
      [0, 1500],
    ])
      expectPlain(() => zeros.test(frozen(values), 0.95));
    expect(zeros.test(frozen([0, 1e6]), 0.95).p).toBe(0);
  });
});
