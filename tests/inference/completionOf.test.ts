import { describe, expect, it } from "vitest";
import { logNegbin } from "../../src/index.js";
import { completionOf } from "../../src/inference/completionOf.js";
import { random } from "../../src/math/random.js";

function made(period: Parameters<typeof completionOf>[0]): number[] {
  const uniform = random(4);
  return Array.from({ length: 40_000 }, () => completionOf(period, uniform));
}

function momentsOf(numbers: readonly number[]): { mean: number; variance: number } {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return { mean, variance: numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length };
}

describe("what a half-reported period comes to", () => {
  it("is for Poisson counts what is in and a negative binomial count of its size and a half", () => {
    const found = made({ observed: 3, share: 0.4, stays: 1, phi: 1 });
    for (let k = 0; k < 12; k++) {
      const chance = Math.exp(logNegbin(k, (3.5 * 0.6) / 0.4, 3.5));
      expect(Math.abs(found.filter((one) => one === 3 + k).length / found.length - chance), `${k}`).toBeLessThan(0.012);
    }
  });

  it("varies as much more as the dispersion says", () => {
    const { mean, variance } = momentsOf(made({ observed: 400, share: 0.5, stays: 1, phi: 4 }));
    expect(mean / (400 + 400 + 2)).toBeCloseTo(1, 2);
    // phi of what is to come over the share in: 4 x 402 / .5.
    expect(variance / (4 * 402 * 2)).toBeGreaterThan(0.95);
    expect(variance / (4 * 402 * 2)).toBeLessThan(1.05);
  });

  it("may come to more than 0 from 0", () => {
    expect(Math.max(...made({ observed: 0, share: 0.5, stays: 1, phi: 1 }))).toBeGreaterThan(2);
  });

  it("loses what is taken back", () => {
    const { mean, variance } = momentsOf(made({ observed: 100, share: 1, stays: 0.9, phi: 1 }));
    expect(mean).toBeCloseTo(90, 0);
    expect(variance).toBeCloseTo(10, 0);
    expect(Math.min(...made({ observed: 1, share: 1, stays: 0, phi: 3 }))).toBe(0);
  });
});
