import { describe, expect, it } from "vitest";
import { InputError, modelNamed } from "../../src/index.js";

describe("modelNamed", () => {
  it("takes what a model does not know for a mistake, not for nothing", () => {
    for (const [call, message] of [
      ["climatology(3)", "climatology: needs options such as { years: … }, got 3"],
      ["climatology(null)", "climatology: needs options such as { years: … }, got null"],
      ['climatology({"yeers":3})', "climatology: there is no option yeers; there are years, around"],
      ["ingarch([36])", "ingarch: needs options such as { family: … }, got [36]"],
      ["localLevel(0.9)", "localLevel: needs options such as { discount: … }, got 0.9"],
      [
        'negbinRegression({"waves":2})',
        "negbinRegression: there is no option waves; there are harmonics, trend, window",
      ],
      [
        'endemicEpidemic({"weights":"none"})',
        "endemicEpidemic: there is no option weights; there are neighbours, family, harmonics, trend, window",
      ],
      ["seasonalNaive(52)", "model: seasonalNaive takes no argument, got 52"],
      ["zero(1,2)", "model: zero takes no argument, got 1,2"],
    ])
      expect(() => modelNamed(call), call).toThrow(new InputError(message));
    expect(modelNamed("climatology({})").name).toBe("climatology()");
    expect(modelNamed(" theta ( ) ").name).toBe("theta()");
  });
});
