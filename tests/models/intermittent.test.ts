import { describe, expect, it } from "vitest";
import { samplePoisson } from "../../src/distributions/samplePoisson.js";
import { croston, InputError, mean, modelNamed, pmf, quantile, sba, tsb, variance } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { ahead, monthsOf } from "./monthsOf.js";

const some = [0, 0, 3, 1, 0, 7, 2, 0, 0, 1, 12, 0, 4, 0, 0, 2, 0, 5, 1, 0, 0, 9, 0, 1];

describe.each(["croston(0.1)", "croston()", "sba(0.1)", "sba()", "tsb(0.1,0.1)", "tsb()"])("%s", (name) => {
  const model = modelNamed(name);

  it("says at every step what the method says on average, and ever less surely", () => {
    const { parameters, ahead: say } = model.fit(monthsOf(some.map((value) => value && value + 8)));
    const says = say(ahead(6));
    for (const one of says) expectDigits(mean(one), parameters["point"], 9);
    const spreads = says.map(variance);
    expect(spreads).toEqual([...spreads].sort((one, other) => one - other));
    expect(spreads[5]).toBeGreaterThan(spreads[0]);
  });

  it("never rules out an event, nor a quiet period", () => {
    const [lively] = model.fit(monthsOf([3, 4, 5, 4, 3, 4, 5, 6])).ahead(ahead(1));
    expect(pmf(lively, 0)).toBeGreaterThan(0.05);
    expect(pmf(lively, 0)).toBeLessThan(0.1);
    const [quiet] = model.fit(monthsOf(Array(9).fill(0))).ahead(ahead(1));
    expect(quiet).toEqual({ family: "negbin", mean: 0.5 / 9, size: 0.5 });
  });

  it("of single events alone still allows for more than one", () => {
    const [says] = model.fit(monthsOf([1, 0, 1, 1, 0, 0, 1, 0])).ahead(ahead(1));
    expect(quantile(says, 0.5)).toBeLessThanOrEqual(1);
    expect(quantile(says, 0.9999)).toBeGreaterThan(1);
  });
});

describe("croston", () => {
  it("smooths sizes and intervals at each event", () => {
    // Sizes 4, 8; intervals 2, 3.
    expect(croston(0.5).fit(monthsOf([0, 4, 0, 0, 8, 0])).parameters).toEqual({
      ...{ alpha: 0.5, size: 6, interval: 2.5, point: 2.4 },
    });
  });

  it("is not moved by a quiet spell, where tsb is", () => {
    const later = [...some, 0, 0, 0, 0, 0];
    expect(croston(0.1).fit(monthsOf(later)).parameters).toEqual(croston(0.1).fit(monthsOf(some)).parameters);
    const before = tsb(0.1, 0.1).fit(monthsOf(some)).parameters["point"];
    expectDigits(tsb(0.1, 0.1).fit(monthsOf(later)).parameters["point"], before * 0.9 ** 5, 12);
  });

  it("chooses the hundredth with the least squared errors of the next count", () => {
    const errorsOf = (alpha: number): number => {
      let sum = 0;
      for (let t = 3; t < some.length; t++)
        sum += (some[t] - croston(alpha).fit(monthsOf(some.slice(0, t))).parameters["point"]) ** 2;
      return sum;
    };
    const chosen = croston().fit(monthsOf(some)).parameters["alpha"];
    const tried = Array.from({ length: 50 }, (_, i) => (i + 1) / 100);
    expect(errorsOf(chosen)).toBe(Math.min(...tried.map(errorsOf)));
  });

  it("refuses a smoothing parameter beyond 1", () => {
    expect(() => croston(1.5)).toThrow(
      new InputError("croston: alpha needs a number from 0 to 1, or null for the best of the past, got 1.5"),
    );
  });
});

describe("the size of an event", () => {
  it("spreads no more than counts above 0 with its mean can, however wild those seen were", () => {
    const [one, other] = tsb(0.02, 0.2).fit(monthsOf(some)).ahead(ahead(2));
    expect(one).toMatchObject({ family: "hurdle", of: { family: "negbin", size: 1e-4 } });
    expect(other).toEqual(one);
  });
});

describe("sba", () => {
  it("takes half of alpha off", () => {
    const { parameters } = croston(0.3).fit(monthsOf(some));
    expectDigits(sba(0.3).fit(monthsOf(some)).parameters["point"], 0.85 * parameters["point"], 14);
  });
});

describe("tsb", () => {
  it("may have one of its parameters chosen", () => {
    const model = tsb(null, 0.1);
    expect(model.name).toBe("tsb(null,0.1)");
    expect(model.fit(monthsOf(some)).parameters["chanceAlpha"]).toBe(0.1);
  });

  it("after a quiet spell keeps a chance of half an event in all that was seen", () => {
    const values = [9, ...Array(99).fill(0)];
    const [says] = tsb(0.1, 0.5).fit(monthsOf(values)).ahead(ahead(1));
    expectDigits(pmf(says, 0), 1 - 0.5 / 101, 13);
  });
});

describe("what these know nothing of", () => {
  it("leaves a 0 a chance of alpha / 2 at least in sba, even where every period had an event", () => {
    const lively = monthsOf(Array.from({ length: 200 }, (_, t) => 20 + (t % 3)));
    for (const alpha of [0.1, 0.4]) {
      const [says] = sba(alpha).fit(lively).ahead(ahead(1));
      expectDigits(pmf(says, 0), alpha / 2, 9);
    }
    const [plain] = croston(0.4).fit(lively).ahead(ahead(1));
    expect(pmf(plain, 0)).toBeLessThan(0.003);
  });

  it("covers a season's counts too seldom, as it says the same all year", () => {
    const uniform = random(12);
    const values = Array.from({ length: 240 }, (_, t) => samplePoisson(t % 12 < 2 ? 40 : 6, uniform));
    for (const name of ["croston(0.1)", "sba(0.1)", "tsb(0.1,0.1)"]) {
      const covers = Array.from({ length: 120 }, (_, i) => {
        const [says] = modelNamed(name)
          .fit(monthsOf(values.slice(0, 120 + i)))
          .ahead(ahead(1));
        const observed = values[120 + i];
        return Number(quantile(says, 0.05) <= observed && observed <= quantile(says, 0.95));
      });
      const lively = covers.filter((_, i) => i % 12 < 2).reduce((sum, one) => sum + one, 0) / 20;
      // Nine in ten are said to be covered.
      expect(lively, name).toBeLessThan(0.5);
      expect(covers.reduce((sum, one) => sum + one, 0) / 120, name).toBeLessThan(0.88);
    }
  });
});
