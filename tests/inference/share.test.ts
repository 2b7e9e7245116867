import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { clopperPearson } from "../../src/inference/share.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

const exact = hc.share("clopper-pearson");
const wilson = hc.share("wilson");

describe("a share", () => {
  it("of 16 attacks says little (issue: [.41, .89] and [.35, .85])", () => {
    expect(exact.test(frozen([11], [16]), 0.95).reading).toBe("11 of 16: a share of 0.69 [0.41, 0.89]");
    expect(exact.test(frozen([10], [16]), 0.95).reading).toBe("10 of 16: a share of 0.63 [0.35, 0.85]");
  });

  it("has closed-form limits where none or all are of the kind", () => {
    expectDigits(clopperPearson(0, 10, 0.95)[1], 1 - 0.025 ** 0.1, 13);
    expectDigits(clopperPearson(10, 10, 0.95)[0], 0.025 ** 0.1, 13);
    expect(wilson.test(frozen([0], [10]), 0.95).interval?.[0]).toBe(0);
    expect(wilson.test(frozen([10], [10]), 0.95).interval?.[1]).toBe(1);
    // Wilson's upper limit without a success is z² / (n + z²)
    const z2 = hc.normalQuantile(0.975) ** 2;
    expectDigits(wilson.test(frozen([0], [10]), 0.95).interval?.[1] ?? 0, z2 / (10 + z2), 13);
  });

  it("covers as much as it says, or more (Clopper and Pearson, by enumeration)", () => {
    for (const n of [1, 5, 16, 40]) {
      const bounds = Array.from({ length: n + 1 }, (_, k) => clopperPearson(k, n, 0.95));
      for (let p = 0.005; p < 1; p += 0.005) {
        let covered = 0;
        bounds.forEach(([low, high], k) => {
          if (low <= p && p <= high) covered += Math.exp(hc.logBinomial(k, n, p));
        });
        expect(covered, `${n} ${p}`).toBeGreaterThanOrEqual(0.95);
      }
    }
  });

  it("turns over when the kind and the rest trade places", () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), (part, rest) => {
        fc.pre(part + rest > 0);
        for (const one of [exact, wilson]) {
          const [low, high] = one.test(frozen([part], [part + rest]), 0.95).interval ?? [0, 0];
          const other = one.test(frozen([rest], [part + rest]), 0.95).interval ?? [0, 0];
          expect(Math.abs(low - (1 - (other[1] ?? 0)))).toBeLessThan(1e-13);
          expect(Math.abs((high ?? 0) - (1 - other[0]))).toBeLessThan(1e-13);
        }
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("adds up parts and wholes over periods, a month without a whole among them", () => {
    expect(exact.test(frozen([3, 0, 8], [5, 0, 11]), 0.95)).toEqual(exact.test(frozen([11], [16]), 0.95));
  });

  it("throws where there is no part of a whole", () => {
    const wrong = (part: number, whole: number): void =>
      expect(() => exact.test(frozen([part], [whole]), 0.95)).toThrow(
        new hc.InputError(`share: needs a part of a whole in whole numbers, got ${part} of ${whole}`),
      );
    expect(() => exact.test(frozen([0], [0]), 0.95)).toThrow(
      new hc.InputError("inference: needs counts from 0 and exposure above 0, got 0 in 0"),
    );
    wrong(3, 2);
    wrong(1.5, 4);
    wrong(1, 30.5);
  });
});
