import { describe, expect, it } from "vitest";
import { type History, InputError, mean, modelNamed, negbinRegression, quantile, variance } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import certified from "../fixtures/seasonRegression.json" with { type: "json" };

function historyOf(values: readonly number[], exposure: readonly number[] = values.map(() => 1)): History {
  return { values, exposure, start: "2014-01-01", every: "month", beside: [{ values, exposure }], place: 0 };
}

const asked = (steps: number, draws = 2000) => ({
  exposure: new Array<number>(steps).fill(1),
  draws,
  uniform: random(3),
});
const growing = Array.from({ length: 60 }, (_, t) => Math.round(10 * 1.03 ** t) + ((t * 5) % 7));

describe("negbinRegression", () => {
  it.each(certified.fits)("is what MASS finds for $name", ({ values, exposure, harmonics, trend, ...found }) => {
    const model = negbinRegression({ harmonics, trend: trend ? "linear" : "none" });
    const { parameters, logLikelihood } = model.fit(historyOf(values, exposure));
    const { dispersion, ...coefficients } = parameters;
    Object.values(coefficients).forEach((one, j) => {
      expect(Math.abs(one - found.coefficients[j])).toBeLessThan(3e-7);
    });
    expect(Object.keys(coefficients)).toHaveLength(found.coefficients.length);
    expectDigits(dispersion, found.dispersion, 6);
    expectDigits(logLikelihood ?? 0, found.logLikelihood, 9);
  });

  it("carries a linear trend on, lets a damped one level off and knows none unless asked", () => {
    const meansOf = (trend: "none" | "linear" | "damped") =>
      negbinRegression({ harmonics: 0, trend }).fit(historyOf(growing)).ahead(asked(24)).map(mean);
    const [none, linear, damped] = [meansOf("none"), meansOf("linear"), meansOf("damped")];
    const slope = Math.log(linear[23] / linear[11]) / 12;
    expect(Math.abs(slope - Math.log(1.03))).toBeLessThan(0.01);
    expect(Math.abs(Math.log(none[23] / none[0]))).toBeLessThan(0.05);
    // 0.85 + 0.85² + ... = 5.67 steps of the slope in all, of which 24 steps take 5.55.
    const rise = Math.log(damped[23] / damped[0]);
    expect(Math.abs(rise - 4.7 * Math.log(1.03))).toBeLessThan(0.06);
    expect(damped[23]).toBeLessThan(linear[23]);
  });

  it("is Poisson regression where counts vary no more than Poisson counts", () => {
    const even = Array.from({ length: 48 }, (_, t) => 20 + (t % 3));
    const fitted = negbinRegression().fit(historyOf(even));
    expect(fitted.parameters.dispersion).toBe(0);
    const [next] = fitted.ahead(asked(1, 20_000));
    expect(variance(next) / mean(next)).toBeGreaterThan(0.95);
    expect(variance(next) / mean(next)).toBeLessThan(1.2);
  });

  it("says of a place without an event what half an event in all its time would", () => {
    const fitted = negbinRegression().fit(historyOf(new Array(20).fill(0), new Array(20).fill(30)));
    expect(fitted.parameters).toEqual({ events: 0, exposure: 600 });
    const [next] = fitted.ahead({ exposure: [30], draws: 100_000, uniform: random(1) });
    // A negative binomial of mean 30 / 1200 and size 1/2: sd 0.162, so 0.0005 a standard error.
    expect(Math.abs(mean(next) - 0.025)).toBeLessThan(0.0025);
  });

  it("leaves out waves that have no most likely fit, and the trend last", () => {
    const januaries = Array.from({ length: 48 }, (_, t) => (t === 12 ? 4 : 0));
    const { parameters } = negbinRegression({ harmonics: 3, trend: "linear" }).fit(historyOf(januaries));
    expect(Object.keys(parameters)).not.toContain("sine 3");
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(["intercept", "dispersion"]));
    const last = Array.from({ length: 20 }, (_, t) => (t === 19 ? 3 : 0));
    expect(negbinRegression({ trend: "linear" }).fit(historyOf(last)).parameters).not.toHaveProperty("trend");
  });

  it("knows no season of less than a year", () => {
    expect(Object.keys(negbinRegression().fit(historyOf(growing.slice(0, 11))).parameters)).toEqual([
      "intercept",
      "dispersion",
    ]);
  });

  it("never expects more than ten times the highest rate seen", () => {
    const steep = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 40];
    const says = negbinRegression({ harmonics: 0, trend: "linear" }).fit(historyOf(steep)).ahead(asked(60, 500));
    expect(quantile(says[59], 0.5)).toBeGreaterThan(100);
    expect(mean(says[59])).toBeLessThan(1000);
  });

  it("sees the last periods only where it has a window", () => {
    const turned = [...new Array<number>(40).fill(50), ...growing.slice(0, 30)];
    const { parameters } = negbinRegression({ window: 30 }).fit(historyOf(turned));
    const alone = { ...historyOf(growing.slice(0, 30)), start: "2017-05-01" };
    expect(parameters).toEqual(negbinRegression().fit(alone).parameters);
  });

  it("expects in proportion to exposure", () => {
    const fitted = negbinRegression({ harmonics: 0 }).fit(historyOf(growing));
    const [one, two] = [1, 2].map((size) => mean(fitted.ahead({ ...asked(1, 20_000), exposure: [size] })[0]));
    expect(Math.abs(two / one - 2)).toBeLessThan(0.05);
  });

  it("has no wave of years unless it is asked for one, which is refused", () => {
    const counts = Array.from({ length: 20 }, (_, t) => 5 + ((t * 7) % 11));
    const years: History = { ...historyOf(counts), every: "year", start: "1990-01-01" };
    const { parameters } = negbinRegression().fit(years);
    expect(parameters).toEqual(negbinRegression({ harmonics: 0 }).fit(years).parameters);
    expect(() => negbinRegression({ harmonics: 1 }).fit(years)).toThrow("harmonics need periods shorter than a year");
  });

  it("refuses what cannot be", () => {
    const bad = (options: string) => () => modelNamed(`negbinRegression(${options})`);
    expect(bad('{"trend":"quadratic"}')).toThrow(
      new InputError('negbinRegression: trend needs to be none, linear or damped, got "quadratic"'),
    );
    expect(bad('{"window":3}')).toThrow(
      new InputError("negbinRegression: window needs a whole number of periods from 5, got 3"),
    );
    expect(bad('{"harmonics":0.5}')).toThrow(
      new InputError("negbinRegression: harmonics needs a whole number from 0, got 0.5"),
    );
    expect(() => negbinRegression({ harmonics: 6 }).fit(historyOf(growing))).toThrow(
      new InputError("negbinRegression: harmonics of months need a whole number from 1 to 5, got 6"),
    );
  });
});
