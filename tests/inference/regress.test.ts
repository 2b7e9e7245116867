import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const series = (values: readonly number[], key: hc.Key = {}, exposure = values.map(() => 1)): hc.Series =>
  Object.freeze({
    key,
    recipe: { where: [], by: Object.keys(key), every: "month" as const, measure: "events" as const },
    ...{ from: "abc", start: "2022-01-01", values: Object.freeze([...values]), exposure: Object.freeze(exposure) },
  });
const counts = [20, 14, 13, 14, 30, 29, 24, 12, 11, 7, 9];
const step: hc.Term = { step: "2022-08-01" };
const regressed = (values: readonly number[], terms: readonly hc.Term[], family: hc.CountFamily = "poisson") =>
  hc.regress([series(values)], { family, terms, level: 0.95 });

describe("a regression of counts", () => {
  it("with a step only is the ratio of the rates, and for quasi-Poisson all of quasiPoisson()", () => {
    const [before, after] = [counts.slice(0, 7), counts.slice(7)].map((values) => ({
      values,
      exposure: values.map((_, i) => 28 + (i % 4)),
    }));
    const panel = [series(counts, {}, [...before.exposure, ...after.exposure])];
    const found = hc.regress(panel, { family: "poisson", terms: [step], level: 0.95 });
    const exact = hc.rateRatio("central").compare(before, after, 0.95);
    expectDigits(found.coefficients[1].ratio, exact.estimate ?? Number.NaN, 12);
    const wide = hc.quasiPoisson().compare(before, after, 0.95);
    const quasi = hc.regress(panel, { family: "quasi-poisson", terms: [step], level: 0.95 });
    const { ratio, interval, statistic, p } = quasi.coefficients[1];
    expectDigits(ratio, wide.estimate ?? Number.NaN, 12);
    expectDigits(statistic, wide.statistic ?? Number.NaN, 10);
    expectDigits(p, wide.p ?? Number.NaN, 10);
    expectDigits(interval[0], wide.interval?.[0] ?? Number.NaN, 10);
    expectDigits(interval[1] ?? 0, wide.interval?.[1] ?? Number.NaN, 10);
    expect(wide.reading).toContain(`phi ${quasi.phi.toFixed(2)}`);
  });

  it("says in one sentence what each term does", () => {
    const found = regressed([8, 12, 9, 11, 4, 6, 5, 5], [{ step: "2022-05-01" }], "quasi-poisson");
    expect(found.reading).toMatch(
      /^60 events in 8 months, phi 0\.\d\d; step 2022-05-01: 0\.5000 \[0\.\d+, 0\.\d+\] times, p = /,
    );
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(found.assumes).toContain("variance in proportion to the mean");
  });

  it("changes by its intercept only when exposure is told in another unit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 8, maxLength: 20 }),
        fc.constantFrom("poisson", "quasi-poisson", "negbin"),
        (values, family) => {
          const terms: hc.Term[] = [{ trend: true }, { step: "2022-04-01" }];
          const of = (unit: number) =>
            hc.regress(
              [
                series(
                  values,
                  {},
                  values.map(() => unit),
                ),
              ],
              { family, terms, level: 0.9 },
            );
          const [one, other] = [of(1), of(30)];
          expect(Math.abs(one.coefficients[0].estimate - other.coefficients[0].estimate - Math.log(30))).toBeLessThan(
            1e-8,
          );
          for (const i of [1, 2]) {
            expect(Math.abs(one.coefficients[i].estimate - other.coefficients[i].estimate)).toBeLessThan(1e-7);
            expectDigits(other.coefficients[i].error, one.coefficients[i].error, 6);
          }
          expectDigits(other.deviance, one.deviance, 6);
        },
      ),
      { seed: 4, numRuns: 40 },
    );
  });

  it("does not care for the order of the series, and names what zones are compared with", () => {
    const panel = [series(counts, { zone: "coast" }), series([...counts].reverse(), { zone: "hills" })];
    const options: hc.RegressOptions = {
      family: "negbin",
      terms: [{ by: "zone" }, step, { interaction: [{ by: "zone" }, step] }],
      errors: { neweyWest: 2 },
      level: 0.95,
    };
    const [one, other] = [hc.regress(panel, options), hc.regress([...panel].reverse(), options)];
    expect(one.coefficients.map(({ name }) => name)).toEqual([
      ...["intercept", "zone=hills", "step 2022-08-01", "zone=hills x step 2022-08-01"],
    ]);
    expect(one.assumes).toContain("zone is compared with coast");
    one.coefficients.forEach(({ estimate, error }, i) => {
      expect(Math.abs(other.coefficients[i].estimate - estimate)).toBeLessThan(1e-9);
      expectDigits(other.coefficients[i].error, error, 8);
    });
  });

  it("has a p below 1 - level exactly when an interval excludes 1", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 8, maxLength: 14 }),
        fc.constantFrom("poisson", "quasi-poisson", "negbin"),
        (values, family) => {
          fc.pre(new Set(values).size > 2);
          for (const { p, interval } of regressed(
            values,
            [{ trend: true }, { step: "2022-05-01" }],
            family,
          ).coefficients.slice(1))
            expect(p < 0.05).toBe(interval[0] > 1 || (interval[1] ?? Infinity) < 1);
        },
      ),
      { seed: 8, numRuns: 60 },
    );
  });

  it("takes a period by the share of its days that a step or pulse holds, and by days for slopes", () => {
    const days = regressed(counts, [{ step: "2022-08-16" }, { pulse: { since: "2022-03-01", until: "2022-04-01" } }]);
    const whole = regressed(counts, [
      { column: "half", values: [0, 0, 0, 0, 0, 0, 0, 16 / 31, 1, 1, 1] },
      { column: "march", values: counts.map((_, i) => (i === 2 ? 1 : 0)) },
    ]);
    expectDigits(days.coefficients[1].estimate, whole.coefficients[1].estimate, 10);
    expectDigits(days.coefficients[2].estimate, whole.coefficients[2].estimate, 10);
    const slope = regressed(counts, [{ trend: true }, { ramp: "2022-01-01" }].slice(1) as hc.Term[]);
    expectDigits(slope.coefficients[1].estimate, regressed(counts, [{ trend: true }]).coefficients[1].estimate, 10);
  });

  it("says so where no finite theta fits, and is Poisson's then", () => {
    const even = [9, 10, 11, 10, 9, 10, 5, 4, 5, 6, 5];
    const found = regressed(even, [step], "negbin");
    expect(found.theta).toBeNull();
    expect(found.thetaError).toBeNull();
    expect(found.reading).toContain("no finite theta fits: they vary no more than Poisson counts");
    expectDigits(found.coefficients[1].estimate, regressed(even, [step]).coefficients[1].estimate, 12);
  });

  it("leaves out periods without exposure", () => {
    const quiet = series([...counts, 0], {}, [...counts.map(() => 1), 0]);
    const found = hc.regress([quiet], { family: "poisson", terms: [step], level: 0.95 });
    expect(found.periods).toBe(11);
    expect(found.coefficients).toEqual(regressed(counts, [step]).coefficients);
  });

  it("throws on what it cannot be asked, by the names of the terms", () => {
    const fault = (
      values: readonly number[],
      terms: readonly hc.Term[],
      text: string,
      family: hc.CountFamily = "poisson",
    ) => expect(() => regressed(values, terms, family)).toThrow(new InputError(`regress: ${text}`));
    const { InputError } = hc;
    fault(counts, [{ step: "2030-01-01" }], "step 2030-01-01 touches no month with exposure");
    fault(counts, [{ step: "2021-01-01" }], "step 2021-01-01 says what intercept says already; leave one out");
    fault(
      counts,
      [step, { pulse: { since: "2022-08-01", until: "2023-01-01" } }],
      "pulse 2022-08-01 to 2023-01-01 says what step 2022-08-01 says already; leave one out",
    );
    fault(
      counts,
      [{ step: "2022-08-01", until: "2022-08-01" }],
      "needs an end after its start, got step 2022-08-01 to 2022-08-01",
    );
    fault(counts, [{ harmonics: 6 }], "harmonics of months need a whole number from 1 to 5, got 6");
    fault(counts, [{ by: "zone" }], 'by needs a key of every series, got "zone"');
    fault(counts, [{ column: "rain", values: [1, 2] }], "column rain needs 11 finite numbers, one a period, got 2");
    fault([1, 0], [step], "2 coefficients need at least 3 months, got 2");
    fault(
      counts.map(() => 0),
      [step],
      "needs events, got none in 11 months",
    );
    fault(
      [...counts.slice(0, 7), 0, 0, 0, 0],
      [step],
      "step 2022-08-01 needs an event where it is on, got none; leave it or these months out",
    );
    fault(
      [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4],
      [step],
      "step 2022-08-01 needs an event where it is off, got none; leave it or these months out",
    );
    fault(
      [4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2],
      [step],
      "quasi-poisson needs some spread, got none in 11 months; poisson would do",
      "quasi-poisson",
    );
    fault([4, -1, 4], [], "needs counts from 0, got -1 ({}, 2022-02-01)");
    const alone: hc.RegressOptions = {
      ...{ family: "poisson", errors: "HC3", level: 0.95 },
      terms: [{ pulse: { since: "2022-03-01", until: "2022-04-01" } }],
    };
    expect(() => hc.regress([series(counts)], alone)).toThrow(
      new InputError(
        "regress: robust errors need two periods or more behind each coefficient, got one (row 3); model errors would do",
      ),
    );
  });
});

describe("residuals", () => {
  it("of the quantile kind are normal numbers under the model, the same for a seed", () => {
    const uniform = hc.sample({ family: "negbin", mean: 3, size: 2 }, { n: 240, seed: 5 });
    const found = regressed(uniform, [{ harmonics: 1 }], "negbin");
    const made = hc.residuals(found, { kind: "quantile", seed: 1 }).map(({ residual }) => residual);
    const mean = made.reduce((sum, z) => sum + z, 0) / made.length;
    const variance = made.reduce((sum, z) => sum + (z - mean) ** 2, 0) / made.length;
    expect(Math.abs(mean)).toBeLessThan(0.15);
    expect(Math.abs(variance - 1)).toBeLessThan(0.2);
    expect(hc.residuals(found, { kind: "quantile", seed: 1 }).map(({ residual }) => residual)).toEqual(made);
    expect(hc.residuals(found, { kind: "quantile", seed: 2 }).map(({ residual }) => residual)).not.toEqual(made);
  });

  it("throw where there is no distribution, or no seed", () => {
    expect(() => hc.residuals(regressed(counts, [step], "quasi-poisson"), { kind: "quantile", seed: 1 })).toThrow(
      new hc.InputError("residuals: quantile residuals need a distribution, got quasi-poisson"),
    );
    expect(() => hc.residuals(regressed(counts, [step]), { kind: "quantile" })).toThrow(
      new hc.InputError("residuals: seed needs a whole number, got undefined"),
    );
  });
});

describe("the likelihood ratio", () => {
  it("asks of Poisson against negative binomial whether there is more spread, at half the tail", () => {
    const found = hc.likelihoodRatio(regressed(counts, [step]), regressed(counts, [step], "negbin"));
    expectDigits(found.p ?? 1, Math.exp(hc.chiSquareUpper(found.statistic ?? 0, 1)) / 2, 12);
    expect(found.reading).toContain("more spread than Poisson counts have");
  });

  it("throws on other counts, other families, and terms that do not nest", () => {
    const larger = regressed(counts, [step, { trend: true }]);
    const fault = (smaller: hc.Regression, text: string) =>
      expect(() => hc.likelihoodRatio(smaller, larger)).toThrow(new hc.InputError(`likelihoodRatio: ${text}`));
    fault(regressed([...counts].reverse(), [step]), "needs two regressions of the same counts, got others");
    fault(regressed(counts, [step], "quasi-poisson"), "needs one family, got quasi-poisson and poisson");
    fault(
      regressed(counts, [{ ramp: "2022-05-01" }]),
      "the larger regression needs all terms of the smaller, got none for ramp 2022-05-01",
    );
    fault(larger, "needs more terms in the larger regression, got 3 coefficients and 3");
  });
});
