import { expect, it } from "vitest";
import { saidText } from "../../src/distributions/saidText.js";

it("what a forecast of a question says is its chance, of a count its median with nine tenths", () => {
  expect(saidText({ says: { family: "bernoulli", p: 0.3 }, asks: { above: 7 } })).toBe("30% above 7");
  expect(saidText({ says: { family: "bernoulli", p: 0.001 }, asks: { below: 1 } })).toBe("under 1% below 1");
  // Poisson of mean 4: 0.0916 of at most 1, 0.6288 of at most 4 (0.4335 of at most 3), 0.9786 of at most 8 (0.9489 of 7).
  expect(saidText({ says: { family: "poisson", mean: 4 } })).toBe("4 [1, 8]");
  expect(saidText({ says: { family: "draws", values: [1200] } })).toBe("1,200 [1,200, 1,200]");
});

it("what lies between whole numbers is said to a decimal", () => {
  expect(saidText({ says: { family: "quantiles", levels: [0, 1], values: [0, 1] } })).toBe("0.5 [0.1, 1.0]");
});
