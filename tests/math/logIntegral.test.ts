import { describe, it } from "vitest";
import { logIntegral } from "../../src/math/logIntegral.js";
import { expectDigits } from "../close.js";

describe("logIntegral", () => {
  it("finds the area of a bell, from wherever it starts", () => {
    for (const start of [-30, 0, 5]) {
      for (const width of [0.01, 1, 20]) {
        const bell = (x: number) => -((x - 5) ** 2) / 2 - 900;
        expectDigits(logIntegral(bell, start, width), Math.log(2 * Math.PI) / 2 - 900, 13, [start, width]);
      }
    }
  });

  it("finds the area of one with unlike flanks", () => {
    // The density of the log of a gamma variable: its area is the gamma function of the shape.
    for (const [shape, log] of [
      [1, 0],
      [1.5, Math.log(Math.sqrt(Math.PI) / 2)],
      [30, 71.257038967168],
    ]) {
      const found = logIntegral((x) => shape * x - Math.exp(x), Math.log(shape), 1 / Math.sqrt(shape));
      expectDigits(1 + found, 1 + log, 13, shape);
    }
  });

  it("finds the area of a slope that breaks off softly within its width", () => {
    // The logistic density: its area is 1.
    expectDigits(1 + logIntegral((x) => x - 2 * Math.log1p(Math.exp(x)), 40, 50), 1, 13);
  });
});
