import { describe, expect, it } from "vitest";
import { sampleGamma } from "../../src/distributions/sampleGamma.js";
import { gammaQuantile } from "../../src/index.js";
import { random } from "../../src/math/random.js";

describe("a gamma number", () => {
  it.each([0.07, 0.5, 1, 2.5, 40, 1e6])("of shape %d falls below each tenth as often as its quantiles say", (shape) => {
    const uniform = random(3);
    const made = Array.from({ length: 20_000 }, () => sampleGamma(shape, uniform));
    for (let tenth = 1; tenth < 10; tenth++) {
      const edge = gammaQuantile(tenth / 10, shape);
      const below = made.filter((one) => one < edge).length / made.length;
      // Five standard errors of 20,000 draws.
      expect(Math.abs(below - tenth / 10), `${tenth}`).toBeLessThan(0.018);
    }
  });

  it("is the same for the same stream, and 0 for shape 0", () => {
    expect(sampleGamma(3, random(1))).toBe(sampleGamma(3, random(1)));
    expect(sampleGamma(0, random(1))).toBe(0);
  });
});
