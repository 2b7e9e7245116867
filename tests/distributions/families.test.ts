import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const above = fc.double({ min: 0.05, max: 60, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const count: fc.Arbitrary<hc.CountDistribution> = fc.oneof(
  fc.record({ family: fc.constant("poisson" as const), mean: above }),
  fc.record({ family: fc.constant("negbin" as const), mean: above, size: above }),
  fc.record({ family: fc.constant("binomial" as const), n: fc.integer({ min: 1, max: 200 }), p: share }),
  fc.record({ family: fc.constant("betaBinomial" as const), n: fc.integer({ min: 1, max: 200 }), a: above, b: above }),
);
const counted: fc.Arbitrary<hc.Distribution> = fc.oneof(
  count,
  fc.record({ family: fc.constant("bernoulli" as const), p: share }),
  fc.record({ family: fc.constant("zeroInflated" as const), zero: share, of: count }),
  fc
    .record({ family: fc.constant("hurdle" as const), zero: share, of: count })
    .filter(({ of }) => of.family !== "binomial" || of.p > 0.001),
);
const measured: fc.Arbitrary<hc.Distribution> = fc.oneof(
  fc.record({ family: fc.constant("gamma" as const), shape: above, rate: above }),
  fc.record({ family: fc.constant("beta" as const), a: above, b: above }),
  fc.record({ family: fc.constant("normal" as const), mean: above, sd: above }),
  fc.record({ family: fc.constant("student" as const), df: above, centre: above, scale: above }),
);
const chance = fc.oneof(
  share,
  fc.integer({ min: -300, max: -1 }).map((power) => 10 ** power),
);
const runs = { numRuns: 200, seed: 5 };

describe("every family of counts", () => {
  it("has a quantile that is the least count to reach p", () => {
    fc.assert(
      fc.property(counted, chance, (distribution, p) => {
        const k = hc.quantile(distribution, p);
        // 1e-13 is the rounding of the tails; a p within it counts as reached.
        if (k < Infinity) expect(hc.cdf(distribution, k)).toBeGreaterThanOrEqual(p * (1 - 1e-13));
        if (k > 0 && p < 1) expect(hc.cdf(distribution, k - 1)).toBeLessThan(p * (1 + 1e-13));
      }),
      runs,
    );
  });

  it("has quantiles that undo its cumulative chances", () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 0, max: 60 }), (distribution, k) => {
        const p = hc.cdf(distribution, k);
        if (p < 0.999 && hc.pmf(distribution, k) > 1e-9 * p) expect(hc.quantile(distribution, p)).toBe(k);
      }),
      runs,
    );
  });

  it("has chances that add to 1, with the mean and the variance it says", () => {
    fc.assert(
      fc.property(counted, (distribution) => {
        let [all, first, second] = [0, 0, 0];
        const centre = hc.mean(distribution);
        for (let k = 0; k < 1_000_000; k++) {
          const p = hc.pmf(distribution, k);
          all += p;
          first += k * p;
          second += (k - centre) ** 2 * p;
          if (k > centre && (k - centre + 1) ** 2 * p < 1e-15) break;
        }
        expectDigits(all, 1, 10, distribution);
        expect(Math.abs(first - centre)).toBeLessThan(1e-8 * (1 + centre));
        expect(Math.abs(second - hc.variance(distribution))).toBeLessThan(1e-7 * (1 + second));
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("has tails that share the chance of their common count", () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 0, max: 200 }), (distribution, k) => {
        const tails = hc.logTails(distribution, k);
        expectDigits(Math.exp(tails.lower) + Math.exp(tails.upper) - hc.pmf(distribution, k), 1, 12, distribution);
      }),
      runs,
    );
  });

  it("holds no chance below 0 and between whole numbers", () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 0, max: 30 }), (distribution, k) => {
        expect(hc.pmf(distribution, k + 0.5)).toBe(0);
        expect(hc.pmf(distribution, -1)).toBe(0);
        expect(hc.logDensity(distribution, -1)).toBe(-Infinity);
        expect(hc.logTails(distribution, k + 0.5)).toEqual({
          lower: hc.logTails(distribution, k).lower,
          upper: hc.logTails(distribution, k + 1).upper,
        });
        expect(hc.logTails(distribution, -0.5)).toEqual({ lower: -Infinity, upper: 0 });
        expect(hc.logTails(distribution, -2)).toEqual({ lower: -Infinity, upper: 0 });
      }),
      { numRuns: 50, seed: 5 },
    );
  });
});

describe("every family of measures", () => {
  it("has a quantile that its cumulative chance undoes", () => {
    fc.assert(
      fc.property(measured, fc.double({ min: 1e-9, max: 1, maxExcluded: true, noNaN: true }), (distribution, p) => {
        const x = hc.quantile(distribution, p);
        expect(Math.abs(hc.cdf(distribution, x) - p)).toBeLessThan(1e-11);
      }),
      runs,
    );
  });

  it("has a density that is the slope of its cumulative chance", () => {
    fc.assert(
      fc.property(measured, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (distribution, p) => {
        const x = hc.quantile(distribution, p);
        const step = 1e-5 * (hc.quantile(distribution, 0.95) - hc.quantile(distribution, 0.05));
        const slope = (hc.cdf(distribution, x + step) - hc.cdf(distribution, x - step)) / (2 * step);
        const density = Math.exp(hc.logDensity(distribution, x));
        if (x - step > 0 && density * step < 1e-3) expect(Math.abs(slope / density - 1)).toBeLessThan(2e-3);
      }),
      runs,
    );
  });

  it("has two tails that add to 1", () => {
    fc.assert(
      fc.property(measured, fc.double({ min: -100, max: 100, noNaN: true }), (distribution, x) => {
        const tails = hc.logTails(distribution, x);
        expectDigits(Math.exp(tails.lower) + Math.exp(tails.upper), 1, 14, distribution);
      }),
      runs,
    );
  });
});

describe("every family", () => {
  it("survives JSON, and leaves what it is given as it was", () => {
    fc.assert(
      fc.property(fc.oneof(counted, measured), (distribution) => {
        const copy: hc.Distribution = JSON.parse(JSON.stringify(distribution));
        const frozen = Object.freeze(distribution);
        expect(hc.logTails(copy, 3)).toEqual(hc.logTails(frozen, 3));
        expect(hc.logDensity(copy, 3)).toBe(hc.logDensity(frozen, 3));
        expect(hc.sample(copy, { n: 5, seed: 2 })).toEqual(hc.sample(frozen, { n: 5, seed: 2 }));
        expect(copy).toEqual(frozen);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("has the ends of its range at p 0 and 1", () => {
    const ends = (distribution: hc.Distribution) => [hc.quantile(distribution, 0), hc.quantile(distribution, 1)];
    expect(ends({ family: "poisson", mean: 3 })).toEqual([0, Infinity]);
    expect(ends({ family: "poisson", mean: 0 })).toEqual([0, 0]);
    expect(ends({ family: "negbin", mean: 3, size: 2 })).toEqual([0, Infinity]);
    expect(ends({ family: "binomial", n: 7, p: 0.1 })).toEqual([0, 7]);
    expect(ends({ family: "betaBinomial", n: 7, a: 1, b: 2 })).toEqual([0, 7]);
    expect(ends({ family: "bernoulli", p: 0.1 })).toEqual([0, 1]);
    expect(ends({ family: "hurdle", zero: 0.5, of: { family: "binomial", n: 7, p: 0.1 } })).toEqual([0, 7]);
    expect(ends({ family: "gamma", shape: 2, rate: 3 })).toEqual([0, Infinity]);
    expect(ends({ family: "beta", a: 2, b: 3 })).toEqual([0, 1]);
    expect(ends({ family: "normal", mean: 2, sd: 3 })).toEqual([-Infinity, Infinity]);
    expect(ends({ family: "student", df: 2, centre: 2, scale: 3 })).toEqual([-Infinity, Infinity]);
  });

  it("has all its chance between minus and plus infinity", () => {
    for (const distribution of [
      { family: "poisson", mean: 3 },
      { family: "normal", mean: 2, sd: 3 },
      { family: "student", df: 2, centre: 2, scale: 3 },
      { family: "draws", values: [1] },
    ] as const) {
      expect(hc.logTails(distribution, Infinity)).toEqual({ lower: 0, upper: -Infinity });
      expect(hc.logTails(distribution, -Infinity)).toEqual({ lower: -Infinity, upper: 0 });
    }
  });

  it("has the density of its edge at the edge", () => {
    expect(hc.logDensity({ family: "gamma", shape: 1, rate: 3 }, 0)).toBe(Math.log(3));
    expect(hc.logDensity({ family: "gamma", shape: 0.5, rate: 3 }, 0)).toBe(Infinity);
    expect(hc.logDensity({ family: "gamma", shape: 2, rate: 3 }, 0)).toBe(-Infinity);
    expect(hc.logDensity({ family: "beta", a: 1, b: 3 }, 0)).toBe(Math.log(3));
    expect(hc.logDensity({ family: "beta", a: 0.5, b: 3 }, 1)).toBe(-Infinity);
    expect(hc.logDensity({ family: "beta", a: 2, b: 0.5 }, 1)).toBe(Infinity);
    expect(hc.logDensity({ family: "beta", a: 2, b: 0.5 }, 1.5)).toBe(-Infinity);
  });

  it("knows where Student's t has no mean or variance", () => {
    const student = (df: number) => ({ family: "student", df, centre: 2, scale: 3 }) as const;
    expect(hc.mean(student(1))).toBeNaN();
    expect(hc.variance(student(1))).toBeNaN();
    expect(hc.mean(student(2))).toBe(2);
    expect(hc.variance(student(2))).toBe(Infinity);
    expectDigits(hc.variance(student(4)), 18, 14);
  });
});

describe("what cannot be is refused", () => {
  const poisson: hc.Distribution = { family: "poisson", mean: 1 };

  it.each<[unknown, string]>([
    [{ family: "poisson", mean: -1 }, "mean: poisson needs a mean of 0 or more, got -1"],
    [{ family: "poisson", mean: Number.NaN }, "mean: poisson needs a mean of 0 or more, got NaN"],
    [{ family: "negbin", mean: Infinity, size: 1 }, "mean: negbin needs a mean of 0 or more, got Infinity"],
    [{ family: "negbin", mean: 1, size: -1 }, "mean: negbin needs a size above 0, got -1"],
    [{ family: "binomial", n: 1.5, p: 0.5 }, "mean: binomial needs a whole n of 0 or more, got 1.5"],
    [{ family: "binomial", n: 1, p: 1.5 }, "mean: binomial needs a p from 0 to 1, got 1.5"],
    [{ family: "betaBinomial", n: -1, a: 1, b: 1 }, "mean: betaBinomial needs a whole n of 0 or more, got -1"],
    [{ family: "betaBinomial", n: 1, a: 0, b: 1 }, "mean: betaBinomial needs an a above 0, got 0"],
    [{ family: "betaBinomial", n: 1, a: 1 }, "mean: betaBinomial needs a b above 0, got undefined"],
    [{ family: "bernoulli", p: -0.1 }, "mean: bernoulli needs a p from 0 to 1, got -0.1"],
    [{ family: "zeroInflated", zero: 2, of: poisson }, "mean: zeroInflated needs a zero from 0 to 1, got 2"],
    [
      { family: "zeroInflated", zero: 0.2, of: { family: "poisson", mean: -2 } },
      "mean: zeroInflated: poisson needs a mean of 0 or more, got -2",
    ],
    [
      { family: "zeroInflated", zero: 0.2, of: { family: "normal" } },
      'mean: zeroInflated: needs one of poisson, negbin, binomial, betaBinomial, got {"family":"normal"}',
    ],
    [{ family: "hurdle", zero: -1, of: poisson }, "mean: hurdle needs a zero from 0 to 1, got -1"],
    [
      { family: "hurdle", zero: 0.2, of: { family: "poisson", mean: 0 } },
      'mean: hurdle needs a count that can be above 0, got {"family":"poisson","mean":0}',
    ],
    [{ family: "gamma", shape: 0, rate: 1 }, "mean: gamma needs a shape above 0, got 0"],
    [{ family: "gamma", shape: 1, rate: 0 }, "mean: gamma needs a rate above 0, got 0"],
    [{ family: "beta", a: 0, b: 1 }, "mean: beta needs an a above 0, got 0"],
    [{ family: "beta", a: 1, b: 0 }, "mean: beta needs a b above 0, got 0"],
    [{ family: "normal", mean: Infinity, sd: 1 }, "mean: normal needs a finite mean, got Infinity"],
    [{ family: "normal", mean: 0, sd: 0 }, "mean: normal needs an sd above 0, got 0"],
    [{ family: "student", df: 0, centre: 0, scale: 1 }, "mean: student needs a df above 0, got 0"],
    [{ family: "student", df: 1, scale: 1 }, "mean: student needs a finite centre, got undefined"],
    [{ family: "student", df: 1, centre: 0, scale: 0 }, "mean: student needs a scale above 0, got 0"],
    [{ family: "draws", values: [] }, "mean: draws needs at least 1 value, got 0"],
    [
      JSON.parse('{"family":"draws","values":[1],"isWhole":false}'),
      "mean: draws needs isWhole to be true or absent, got false",
    ],
    [
      JSON.parse('{"family":"draws","values":[1],"isWhole":1}'),
      "mean: draws needs isWhole to be true or absent, got 1",
    ],
    [{ family: "draws", values: [1, Number.NaN] }, "mean: draws needs finite values, got NaN (value 2)"],
    [{ family: "quantiles", levels: [], values: [] }, "mean: quantiles needs at least 1 level, got 0"],
    [
      { family: "quantiles", levels: [0.1, 0.9], values: [1] },
      "mean: quantiles needs a value for each of 2 levels, got 1",
    ],
    [
      { family: "quantiles", levels: [0.9, 0.1], values: [1, 2] },
      "mean: quantiles needs rising levels from 0 to 1, got 0.1 (level 2)",
    ],
    [
      { family: "quantiles", levels: [0.1, 0.9], values: [2, 1] },
      "mean: quantiles needs finite rising values, got 1 (value 2)",
    ],
    [
      { family: "toString" },
      'mean: needs a family (poisson, negbin, binomial, betaBinomial, bernoulli, zeroInflated, hurdle, gamma, beta, normal, student, draws, quantiles, mixture), got "toString"',
    ],
  ])("%j", (distribution, message) => {
    expect(() => hc.mean(distribution as hc.Distribution)).toThrow(new hc.InputError(message));
  });

  it("by each verb in its own name", () => {
    const wrong: hc.Distribution = { family: "poisson", mean: -1 };
    const fault = (verb: string) => new hc.InputError(`${verb}: poisson needs a mean of 0 or more, got -1`);
    expect(() => hc.logDensity(wrong, 0)).toThrow(fault("logDensity"));
    expect(() => hc.pmf(wrong, 0)).toThrow(fault("pmf"));
    expect(() => hc.logTails(wrong, 0)).toThrow(fault("logTails"));
    expect(() => hc.cdf(wrong, 0)).toThrow(fault("cdf"));
    expect(() => hc.quantile(wrong, 0)).toThrow(fault("quantile"));
    expect(() => hc.variance(wrong)).toThrow(fault("variance"));
    expect(() => hc.sample(wrong, { n: 1, seed: 1 })).toThrow(fault("sample"));
  });

  it("where a number is none", () => {
    const none = (verb: string) => new hc.InputError(`${verb}: needs a number, got NaN`);
    expect(() => hc.logDensity(poisson, Number.NaN)).toThrow(none("logDensity"));
    expect(() => hc.pmf(poisson, Number.NaN)).toThrow(none("pmf"));
    expect(() => hc.logTails(poisson, Number.NaN)).toThrow(none("logTails"));
    expect(() => hc.cdf(poisson, Number.NaN)).toThrow(none("cdf"));
    expect(() => hc.quantile(poisson, 1.5)).toThrow(
      new hc.InputError("quantile: p needs a number from 0 to 1, got 1.5"),
    );
  });

  it("where a measure is asked for the chance of a point", () => {
    expect(() => hc.pmf({ family: "normal", mean: 0, sd: 1 }, 0)).toThrow(
      new hc.InputError("pmf: needs a family of counts, got normal; logDensity() gives its density"),
    );
  });
});
