import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("the Poisson distribution", () => {
  it("gives chances that add to 1", () => {
    for (const mean of [0.2, 4.67, 30]) {
      let sum = 0;
      for (let k = 0; k < 200; k++) sum += Math.exp(hc.logPoisson(k, mean));
      expectDigits(sum, 1, 13, mean);
    }
  });

  it("has tails that both hold the count itself", () => {
    for (const [k, mean] of [
      [0, 3],
      [5, 3],
      [44, 60],
    ]) {
      const { lower, upper } = hc.poissonTails(k, mean);
      const both = Math.exp(lower) + Math.exp(upper) - Math.exp(hc.logPoisson(k, mean));
      expectDigits(both, 1, 13, [k, mean]);
    }
    expectDigits(Math.exp(hc.poissonTails(0, 3).lower), Math.exp(-3), 14);
  });

  it("is all on 0 when nothing is expected", () => {
    expect(hc.poissonTails(0, 0)).toEqual({ lower: 0, upper: 0 });
    expect(hc.poissonTails(2, 0)).toEqual({ lower: 0, upper: -Infinity });
  });
});
