import { describe, expect, it } from "vitest";
import { logNb1 } from "../../src/distributions/nb1.js";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import { random } from "../../src/math/random.js";

const settings = [
  [0.3, 1],
  [2, 1],
  [40, 1],
  [0.3, 4],
  [7, 1.4],
  [40, 11],
] as const;
const almost = 1 - 2 ** -53;

describe("the count that a uniform number stands for", () => {
  it.each(settings)("is the least whose cumulative chance exceeds it, at mean %d and phi %d", (mean, phi) => {
    let below = 0;
    for (let k = 0; below < 0.9999; k++) {
      const to = below + Math.exp(logNb1(k, mean, phi));
      // well inside the step that is k's own, where it is wide enough to be told from rounding
      if (to - below > 1e-9) {
        for (const part of [0.001, 0.5, 0.999]) {
          expect(sampleNb1(mean, phi, below + part * (to - below)), `${k}, ${part}`).toBe(k);
        }
      }
      below = to;
    }
  });

  it("never falls as the number grows", () => {
    for (const [mean, phi] of settings) {
      const drawn = Array.from({ length: 500 }, (_, i) => sampleNb1(mean, phi, i / 500));
      expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    }
  });

  it("is 0 at 0 for small means, and far out, but no endless walk, just below 1", () => {
    for (const [mean, phi] of settings.filter(([mean]) => mean < 10)) expect(sampleNb1(mean, phi, 0)).toBe(0);
    for (const [mean, phi] of settings) {
      const most = sampleNb1(mean, phi, almost);
      expect(most, `${mean}, ${phi}`).toBeGreaterThan(mean + 6 * Math.sqrt(phi * mean));
      expect(logNb1(most, mean, phi), `${mean}, ${phi}`).toBeGreaterThan(Math.log(1e-20));
    }
  });

  it("is 0 nearly always at a tiny mean, yet not always", () => {
    for (const phi of [1, 11]) {
      expect(sampleNb1(1e-8, phi, 0.99999)).toBe(0);
      expect(sampleNb1(1e-8, phi, 1 - 1e-10)).toBeGreaterThan(0);
      expect(sampleNb1(1e-8, phi, almost)).toBeLessThan(500);
    }
  });

  it("has its median and quartiles where the normal has them, at a huge mean", () => {
    for (const phi of [1, 11]) {
      const sd = Math.sqrt(phi * 1e6);
      const at = (uniform: number): number => (sampleNb1(1e6, phi, uniform) - 1e6) / sd;
      expect(Math.abs(at(0.5))).toBeLessThan(0.01);
      // the normal's quantiles at 0.25 and 0.975
      expect(Math.abs(at(0.25) + 0.6744898)).toBeLessThan(0.01);
      expect(Math.abs(at(0.975) - 1.959964)).toBeLessThan(0.02);
      expect(Number.isInteger(sampleNb1(1e6, phi, 0.5))).toBe(true);
    }
  });

  it("has the mean, and phi times the mean as variance, over 4,000 draws", () => {
    for (const [mean, phi] of settings) {
      const uniform = random(20231213);
      const drawn = Array.from({ length: 4000 }, () => sampleNb1(mean, phi, uniform()));
      const average = drawn.reduce((sum, value) => sum + value, 0) / 4000;
      const variance = drawn.reduce((sum, value) => sum + (value - average) ** 2, 0) / 3999;
      // four standard errors of the mean; the variance's own error is 2 to 8% here
      expect(Math.abs(average - mean), `${mean}, ${phi}`).toBeLessThan(4 * Math.sqrt((phi * mean) / 4000));
      expect(Math.abs(variance / (phi * mean) - 1), `${mean}, ${phi}`).toBeLessThan(0.2);
    }
  });
});
