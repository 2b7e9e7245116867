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
      ["conflictology(12,3)", "model: conflictology takes 1 argument, got 12,3"],
      ["poisson(12,3)", "model: poisson takes 1 argument, got 12,3"],
      ["croston(0.1,5)", "model: croston takes 1 argument, got 0.1,5"],
      ['hurdle(24,"poisson",{"a":[1]})', 'model: hurdle takes 2 arguments, got 24,"poisson",{"a":[1]}'],
      ['conformal("zero()",{"origins":3},1)', 'model: conformal takes 2 arguments, got "zero()",{"origins":3},1'],
      ['linearPool("zero()")', 'model: linearPool needs a list of models, such as ["conflictology(12)"], got "zero()"'],
      ["best()", 'model: best needs a list of models, such as ["conflictology(12)"], got undefined'],
      ["conformal(12)", 'model: conformal needs a model as a text, such as "conflictology(12)", got 12'],
      ["stacked([3])", 'model: stacked needs a model as a text, such as "conflictology(12)", got 3'],
      ['conformal("zero()")', "conformal: needs options such as { origins: … }, got undefined"],
      ['best(["zero()"],{"origin":3})', "best: there is no option origin; there are origins"],
      ['linearPool(["zero()"],3)', "linearPool: needs a weight above 0 for each of 1 models, got 3"],
      ['croston("0.1")', "croston: alpha needs a number from 0 to 1, or null for the best of the past, got 0.1"],
    ])
      expect(() => modelNamed(call), call).toThrow(new InputError(message));
    expect(modelNamed("climatology({})").name).toBe("climatology()");
    expect(modelNamed(" theta ( ) ").name).toBe("theta()");
  });

  it.each([
    ["croston(.1)", '".1"', "croston(0.1)"],
    ["poisson(24.)", '"24."', "poisson(24)"],
    ["tsb(+.1, -0.5e-1)", '"+.1, -0.5e-1"', "tsb(0.1, -0.05)"],
    ["ets('AAA')", "\"'AAA'\"", 'ets("AAA")'],
    ["ets(AAA)", '"AAA"', 'ets("AAA")'],
    ["poisson(undefined)", '"undefined"', "poisson(null)"],
    ["hurdle(null, poisson)", '"null, poisson"', 'hurdle(null, "poisson")'],
    ["climatology({ years: 3, around: 1 })", '"{ years: 3, around: 1 }"', 'climatology({ "years": 3, "around": 1 })'],
    [
      "linearPool([conflictology(12), zero()], [.5, .5])",
      '"[conflictology(12), zero()], [.5, .5]"',
      'linearPool(["conflictology(12)", "zero()"], [0.5, 0.5])',
    ],
  ])("tells how to write %s, and takes it when it is", (text, got, write) => {
    const name = text.slice(0, text.indexOf("("));
    expect(() => modelNamed(text)).toThrow(
      new InputError(`model: arguments of ${name} need to be JSON, got ${got}; write ${write}`),
    );
    if (name === "tsb") expect(() => modelNamed(write)).toThrow("alpha needs a number");
    else expect(modelNamed(write).name).toMatch(name);
  });

  it("tells nothing where it cannot be made out", () => {
    for (const args of ["12,", "[1", "{,}", '"ets', "\\"])
      expect(() => modelNamed(`ets(${args})`)).toThrow(
        new InputError(`model: arguments of ets need to be JSON, got ${JSON.stringify(args)}`),
      );
  });
});
