import { describe, expect, it } from "vitest";
import { hurdleFamily } from "../../src/distributions/hurdleFamily.js";
import { climb } from "../../src/models/climb.js";
import { negbinAbove } from "../../src/models/negbinAbove.js";
import { negbinTerm } from "../../src/models/negbinTerm.js";
import { expectDigits } from "../close.js";

describe("climb", () => {
  it("finds the top of a bent ridge, from afar", () => {
    const f = ([x, y]: readonly number[]) => ({
      height: -((1 - x) ** 2) - 100 * (y - x * x) ** 2,
      slopes: [2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)],
    });
    const { at, height, bends } = climb(f, [-1.2, 1]);
    expectDigits(at[0], 1, 7);
    expectDigits(at[1], 1, 7);
    expect(height).toBeGreaterThan(-1e-13);
    expectDigits(bends[0], 802, 5);
  });

  it("ends where nothing more is to be gained, on a slope without a top", () => {
    const { at, height } = climb(([x]) => ({ height: -Math.exp(-x), slopes: [Math.exp(-x)] }), [0]);
    expect(at[0]).toBeGreaterThan(20);
    expect(height).toBeGreaterThan(-1e-9);
  });
});

describe("negbinTerm", () => {
  it.each([
    [0, 3, 0.5],
    [7, 3, 0.5],
    [7, 3, 0.06],
    [7, 3, 1e-3],
    [40, 3, 1e-6],
    [1e6, 1.01e6, 1e-3],
    [1e9, 1.2e9, 0.3],
  ])("slopes as its height does (%d, %d, %d)", (k, mean, alpha) => {
    const { byLogMean, byAlpha } = negbinTerm(k, mean, alpha);
    const between = (f: (x: number) => number, step: number): number => (f(step) - f(-step)) / (2 * step);
    const scale = Math.max(alpha, 1 / mean);
    const byMean = between((x) => negbinTerm(k, mean * Math.exp(x), alpha).height, 1e-4);
    expect(byLogMean / byMean).toBeCloseTo(1, 5);
    const step = Math.min(1e-3 * scale, alpha / 10);
    const bySpread = between((x) => negbinTerm(k, mean, alpha + x).height, step);
    expect(Math.abs(byAlpha - bySpread) * scale).toBeLessThan(1e-4 * Math.max(1, Math.abs(byAlpha * scale)));
  });

  it("nears the Poisson's slope in alpha as alpha nears 0", () => {
    for (const [k, mean] of [
      [0, 2],
      [9, 2],
      [1000, 900],
    ])
      expectDigits(negbinTerm(k, mean, 1e-10).byAlpha, negbinTerm(k, mean, 0).byAlpha, 5);
  });
});

describe("negbinAbove", () => {
  it.each([
    [1.5, 0.9],
    [3, 4],
    [40, 900],
    [1e6, 1e12],
    [1.001, 0.0010012],
  ])("has counts above 0 with mean %d and variance %d", (mean, variance) => {
    const behind = { family: "hurdle", zero: 0, of: negbinAbove(mean, variance) } as const;
    expectDigits(hurdleFamily.mean(behind), mean, 8);
    expectDigits(hurdleFamily.variance(behind), variance, 5);
  });

  it("is the Poisson where less spread than its own is asked for, and the widest where too much", () => {
    expect(negbinAbove(5, 1).family).toBe("poisson");
    const wide = negbinAbove(2, 1e9);
    expect(wide).toMatchObject({ family: "negbin", size: 1e-4 });
    expectDigits(hurdleFamily.mean({ family: "hurdle", zero: 0, of: wide }), 2, 9);
  });

  it("of a mean of 1 has hardly any count above 1", () => {
    const behind = { family: "hurdle", zero: 0, of: negbinAbove(1, 0) } as const;
    expect(hurdleFamily.mean(behind)).toBeCloseTo(1, 8);
  });
});
