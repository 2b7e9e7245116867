import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const one = hc.censoredRate({ atLeast: [true] });

describe("a rate from counts that are lower bounds", () => {
  it("of at least 16 in 24 days is 4.67 or more a week, and above 2.67 (Garwood's lower limit)", () => {
    const found = one.test(frozen([16], [24 / 7]), 0.95);
    expect(found.reading).toBe("at least 16 events: a rate of 4.67 or more; allowing for chance, above 2.67");
    expect(found.estimate).toBeUndefined();
    expect(found.interval?.[1]).toBe(null);
    const garwood = hc.poissonInterval("garwood").test(frozen([16], [24 / 7]), 0.95);
    expect(found.interval?.[0]).toBe(garwood.interval?.[0]);
  });

  it("is as likely as the tail of a Poisson: at least one has chance a half at a mean of log 2", () => {
    expectDigits(hc.censoredLogLikelihood(frozen([1]), [true], Math.LN2), Math.log(0.5), 14);
    expectDigits(hc.censoredLogLikelihood(frozen([0, 3]), [true, false], 2), hc.logPoisson(3, 2), 14);
  });

  it("with every count exact is the plain rate, and lies above it otherwise", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 6 }), fc.nat(4), (values, at) => {
        const plain = hc.censoredRate({ atLeast: values.map(() => false) }).test(frozen(values), 0.95);
        const total = values.reduce((sum, value) => sum + value, 0);
        if (total === 0) expect(plain.estimate).toBe(0);
        else expectDigits(plain.estimate ?? 0, total / values.length, 12);
        const flags = values.map((_, i) => i === at % values.length);
        const bound = hc.censoredRate({ atLeast: flags }).test(frozen(values), 0.95);
        expect(bound.estimate ?? 0).toBeGreaterThanOrEqual((plain.estimate ?? 0) * (1 - 1e-12));
        const [low, high] = bound.interval ?? [1, 0];
        expect(low <= (bound.estimate ?? -1) && (bound.estimate ?? 0) < (high ?? 0)).toBe(true);
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it("follows the unit of exposure, and not the order", () => {
    const of = (unit: number): hc.Outcome =>
      hc.censoredRate({ atLeast: [true, false] }).test(frozen([5, 3], [unit, 2 * unit]), 0.95);
    expectDigits(7 * (of(7).interval?.[0] ?? 0), of(1).interval?.[0] ?? 1, 11);
    const back = hc.censoredRate({ atLeast: [false, true] }).test(frozen([3, 5], [2, 1]), 0.95);
    expectDigits(back.estimate ?? 0, of(1).estimate ?? 1, 12);
  });

  it("covers the true rate when all are lower bounds, whatever was cut off", () => {
    // At most 5 events are ever reported: the limit from min(count, 5) lies under a mean of 8 with chance of .975 or more.
    let under = 0;
    for (let count = 0; count <= 60; count++) {
      const low = one.test(frozen([Math.min(count, 5)]), 0.95).interval?.[0] ?? 0;
      if (low <= 8) under += Math.exp(hc.logPoisson(count, 8));
    }
    expect(under).toBeGreaterThanOrEqual(0.975);
  });

  it("knows nothing from at least 0", () => {
    const found = one.test(frozen([0]), 0.95);
    expect(found.reading).toBe("at least 0 events: nothing is known of the rate");
    expect(found.interval).toEqual([0, null]);
    for (const values of [
      [0, 0],
      [0, 9],
      [1e6, 4],
    ])
      for (const atLeast of [
        [true, true],
        [true, false],
        [false, false],
      ])
        expectPlain(() => hc.censoredRate({ atLeast }).test(frozen(values), 0.95));
  });

  it("needs a flag for each count", () => {
    expect(() => one.test(frozen([1, 2]), 0.95)).toThrow(
      new hc.InputError("censoredRate: needs a flag for each of 2 counts, got 1"),
    );
    expect(() => one.test(frozen([1.5]), 0.95)).toThrow(
      new hc.InputError("censoredRate: needs whole counts from 0, got 1.5 (period 1)"),
    );
  });
});
