import { describe, expect, it } from "vitest";
import {
  hurdle,
  InputError,
  mean,
  modelNamed,
  negbin,
  pmf,
  poisson,
  quantile,
  variance,
  zinb,
} from "../../src/index.js";
import { expectDigits } from "../close.js";
import { ahead, monthsOf } from "./monthsOf.js";

const some = [0, 0, 3, 1, 0, 7, 2, 0, 0, 1, 12, 0, 4, 0, 0, 2, 0, 5, 1, 0, 0, 9, 0, 1];
const names = ["poisson", "negbin", "zinb", "hurdle"];

describe("poisson", () => {
  it("says ahead the negative binomial that Jeffreys' rule leaves", () => {
    const { parameters, logLikelihood, ahead: say } = poisson(3).fit(monthsOf([90, 2, 4, 0], [1, 1, 2, 1]));
    expect(parameters).toEqual({ rate: 1.5 });
    // Means 1.5, 3, 1.5: chances of 2, 4, 0.
    expectDigits(logLikelihood ?? 0, -6 + 2 * Math.log(1.5) - Math.log(2) + 4 * Math.log(3) - Math.log(24), 13);
    expect(say({ ...ahead(2), exposure: [1, 4] })).toEqual([
      { family: "negbin", mean: 6.5 / 4, size: 6.5 },
      { family: "negbin", mean: 6.5, size: 6.5 },
    ]);
  });
});

describe.each(names)("%s", (name) => {
  it("after a window without an event says what a steady rate would, never 0 for certain", () => {
    const {
      parameters,
      logLikelihood,
      ahead: say,
    } = modelNamed(`${name}(24)`).fit(monthsOf([5, ...Array(24).fill(0)]));
    expect(say(ahead(1))).toEqual([{ family: "negbin", mean: 0.5 / 24, size: 0.5 }]);
    expect(parameters["rate"]).toBe(0);
    expect(Math.abs(logLikelihood ?? 1)).toBe(0);
  });

  it("sees the window alone, and all where there is none", () => {
    const model = modelNamed(`${name}(24)`);
    expect(model.fit(monthsOf([500, 3, 80, ...some])).ahead(ahead(2))).toEqual(
      model.fit(monthsOf(some)).ahead(ahead(2)),
    );
    expect(modelNamed(`${name}()`).fit(monthsOf(some)).ahead(ahead(2))).toEqual(
      model.fit(monthsOf(some)).ahead(ahead(2)),
    );
    expect(modelNamed(`${name}(null)`).name).toBe(`${name}()`);
  });

  it("says the same of counts over twice the exposure, twice as much ahead", () => {
    const model = modelNamed(`${name}(24)`);
    const [one] = model.fit(monthsOf(some)).ahead(ahead(1));
    const [same] = model
      .fit(
        monthsOf(
          some,
          some.map(() => 31),
        ),
      )
      .ahead(ahead(1, { exposure: 31 }));
    const [more] = model.fit(monthsOf(some)).ahead(ahead(1, { exposure: 3 }));
    expectDigits(mean(same), mean(one), 8);
    expectDigits(variance(same), variance(one), 7);
    expect(mean(more)).toBeGreaterThan(1.5 * mean(one));
  });

  it("is wider than what is likeliest, and nears it as more is seen", () => {
    const spreadOf = (times: number): number => {
      const model = modelNamed(`${name}()`);
      const values = Array.from({ length: times }, () => some).flat();
      return variance(model.fit(monthsOf(values)).ahead(ahead(1))[0]);
    };
    const [few, more, many] = [1, 8, 64].map(spreadOf);
    expect(few).toBeGreaterThan(more);
    expect(more).toBeGreaterThan(many);
    expectDigits(more / many, 1, 0.8);
  });

  it("refuses a window that is no number of periods", () => {
    const least = { poisson: 1, negbin: 2, zinb: 3, hurdle: 2 }[name];
    for (const window of [0, 2.5, -3])
      expect(() => modelNamed(`${name}(${window})`)).toThrow(
        new InputError(`${name}: window needs a whole number of periods from ${least}, or null for all, got ${window}`),
      );
  });
});

describe("negbin", () => {
  it("of counts that spread no more than Poisson's is the Poisson", () => {
    const { parameters, logLikelihood } = negbin().fit(monthsOf([5, 6, 5, 6, 5, 6]));
    expect(parameters).toEqual({ rate: 5.5, alpha: 0 });
    expectDigits(logLikelihood ?? 0, poisson().fit(monthsOf([5, 6, 5, 6, 5, 6])).logLikelihood ?? 0, 13);
  });

  it("says ahead nearly what is likeliest where much was seen", () => {
    const values = Array.from({ length: 100 }, () => some).flat();
    const { parameters, ahead: say } = negbin().fit(monthsOf(values));
    const [says] = say(ahead(1));
    expectDigits(mean(says), parameters["rate"], 3);
    expect(says.family === "negbin" && 1 / says.size / parameters["alpha"]).toBeCloseTo(1, 2);
  });
});

describe("zinb", () => {
  it("without zeros of their own is the negative binomial, without spread the zero-inflated Poisson", () => {
    const spread = [1, 30, 4, 2, 9, 1, 55, 3, 12, 6, 2, 18];
    const plain = negbin().fit(monthsOf(spread));
    const found = zinb().fit(monthsOf(spread));
    expect(found.parameters["zero"]).toBe(0);
    expectDigits(found.parameters["alpha"], plain.parameters["alpha"], 8);
    expectDigits(found.logLikelihood ?? 0, plain.logLikelihood ?? 1, 12);
    // Zeros and sevens, sixes and eights: the likeliest rate solves m / (1 - exp(-m)) = 7, the zeros are nearly all apart.
    const apart = zinb().fit(monthsOf([0, 7, 0, 6, 8, 0, 7, 7]));
    expect(apart.parameters["alpha"]).toBe(0);
    const { rate, zero } = apart.parameters;
    expectDigits(rate / -Math.expm1(-rate), 7, 9);
    expectDigits(zero + (1 - zero) * Math.exp(-rate), 3 / 8, 9);
  });

  it("never fits worse than either", () => {
    for (const values of [some, [0, 0, 0, 1], [2, 0, 0], [0, 5, 5, 0, 1e6], [1e9, 2e9, 0, 1e9]]) {
      const height = zinb().fit(monthsOf(values)).logLikelihood ?? -Infinity;
      const least = negbin().fit(monthsOf(values)).logLikelihood ?? Infinity;
      expect(height).toBeGreaterThan(least - 1e-8 * Math.abs(least));
    }
  });
});

describe("hurdle", () => {
  it("takes the chance of a quiet period by Jeffreys' rule", () => {
    const [says] = hurdle(24).fit(monthsOf(some)).ahead(ahead(1));
    expectDigits(pmf(says, 0), 12.5 / 25, 14);
  });

  it("where exposure is even and no chance is at an edge fits as well as zeros of their own", () => {
    const one = hurdle().fit(monthsOf(some));
    const other = zinb().fit(monthsOf(some));
    expectDigits(one.logLikelihood ?? 0, other.logLikelihood ?? 1, 11);
    expectDigits(one.parameters["alpha"], other.parameters["alpha"], 6);
  });

  it("of single events alone has no rate, and still allows for more than one", () => {
    const { parameters, ahead: say } = hurdle().fit(monthsOf([0, 1, 1, 0]));
    expect(parameters).toEqual({ rate: 0, alpha: 0, zero: 0.5 });
    const [says] = say(ahead(1));
    expect(pmf(says, 1)).toBeGreaterThan(pmf(says, 2));
    expect(quantile(says, 0.999)).toBeGreaterThan(1);
  });

  it("refuses counts of another family", () => {
    expect(() => modelNamed('hurdle(24,"binomial")')).toThrow(
      new InputError('hurdle: counts need to be negbin or poisson, got "binomial"'),
    );
  });
});
