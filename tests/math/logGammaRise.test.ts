import { describe, it } from "vitest";
import { logGammaRise } from "../../src/math/logGammaRise.js";
import { expectDigits } from "../close.js";

describe("logGammaRise", () => {
  it("is the log of the number itself for a step of 1", () => {
    for (const from of [0.3, 1, 2.5, 14, 15, 1e6, 1e9]) expectDigits(logGammaRise(from, 1) + 1, Math.log(from) + 1, 13);
  });

  it("is the digamma function times the step for a tiny step", () => {
    const euler = 0.5772156649015329;
    expectDigits(logGammaRise(1, 1e-12), -euler * 1e-12, 11);
    expectDigits(logGammaRise(0.5, 1e-13), -(euler + 2 * Math.LN2) * 1e-13, 11);
    expectDigits(logGammaRise(4, 1e-12), (1 + 1 / 2 + 1 / 3 - euler) * 1e-12, 11);
  });

  it("adds up over steps", () => {
    expectDigits(logGammaRise(0.7, 0.05) + logGammaRise(0.75, 0.05), logGammaRise(0.7, 0.1), 13);
  });
});
