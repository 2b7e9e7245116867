import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/errors.js";
import { type CountData, fitNegbin, fitPoisson } from "../../src/inference/fitCounts.js";
import { neweyWest } from "../../src/inference/neweyWest.js";
import { robustCovariance } from "../../src/inference/robustCovariance.js";
import { expectDigits } from "../close.js";

/** Ones, a trend and a step over twelve months. */
const design = [
  Float64Array.from({ length: 12 }, () => 1),
  Float64Array.from({ length: 12 }, (_, month) => month / 12),
  Float64Array.from({ length: 12 }, (_, month) => (month > 6 ? 1 : 0)),
];
const flat = new Float64Array(12);
const values = [3, 9, 4, 2, 12, 5, 30, 1, 0, 2, 4, 3];
const data: CountData = { columns: design, values, offset: flat };
const months = fc.array(fc.nat(60), { minLength: 12, maxLength: 12 }).filter((counts) => {
  const [before, after] = [counts.slice(0, 7), counts.slice(7)];
  return [before, after].every((side) => side.filter((y) => y > 0).length > 1);
});

describe("a regression of counts", () => {
  it("has the plain rate as its one coefficient, and its standard error", () => {
    // by hand: 10 events in 5 units of exposure, information 10
    const fit = fitPoisson({
      columns: [Float64Array.of(1, 1)],
      values: [4, 6],
      offset: Float64Array.of(0, Math.log(4)),
    });
    expectDigits(fit.coefficients[0], Math.LN2, 15);
    expectDigits(fit.covariance[0], 0.1, 15);
    expectDigits(fit.pearson, 4 / 2 + 4 / 8, 14);
    expectDigits(fit.deviance, fit.nullDeviance, 14);
    expect(fit.df).toBe(1);
  });

  it("has the ratio of the two means as a step", () => {
    const step = fitPoisson({ ...data, columns: [design[0], design[2]] });
    expectDigits(Math.exp(step.coefficients[1]), 10 / 5 / (65 / 7), 14);
  });

  it("balances: what is left over adds to 0 against every column, whatever the counts", () => {
    fc.assert(
      fc.property(months, (counts) => {
        const fit = fitPoisson({ ...data, values: counts });
        for (const column of design) {
          const left = counts.reduce((sum, y, row) => sum + column[row] * (y - fit.fitted[row]), 0);
          expect(Math.abs(left)).toBeLessThan(1e-10);
        }
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it("finds for theta what no theta nearby betters, and Infinity only where none betters Poisson", () => {
    fc.assert(
      fc.property(months, (counts) => {
        const fit = fitNegbin({ ...data, values: counts });
        const near = fit.theta === Infinity ? [1e4, 1e3] : [fit.theta * 1.01, fit.theta / 1.01];
        for (const theta of near) {
          const other = fitNegbin({ ...data, values: counts }, { theta });
          expect(other.logLikelihood).toBeLessThan(fit.logLikelihood);
        }
        if (fit.theta === Infinity) expect(fit.thetaError).toBe(Infinity);
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it("does not care for the unit of exposure or the order of rows", () => {
    const fit = fitNegbin(data);
    const days = fitNegbin({ ...data, offset: flat.map(() => Math.log(30)) });
    expectDigits(days.coefficients[0], fit.coefficients[0] - Math.log(30), 12);
    expectDigits(days.coefficients[2], fit.coefficients[2], 12);
    expectDigits(days.theta, fit.theta, 12);
    const turned = fitNegbin({
      ...data,
      columns: design.map((column) => column.toReversed()),
      values: values.toReversed(),
    });
    expectDigits(turned.coefficients[1], fit.coefficients[1], 12);
    expectDigits(turned.logLikelihood, fit.logLikelihood, 13);
  });

  it("leaves out rows never at risk but keeps their place", () => {
    const some = fitNegbin({
      columns: design.map((column) => Float64Array.of(...column, 99)),
      values: [...values, 0],
      offset: Float64Array.of(...flat, -Infinity),
    });
    const fit = fitNegbin(data);
    expect([...some.coefficients]).toEqual([...fit.coefficients]);
    expect([...some.fitted]).toEqual([...fit.fitted, 0]);
    expect(some.df).toBe(fit.df);
  });

  it("has Newey-West errors that are White's without lags, and HC3 above HC0", () => {
    const fit = fitPoisson(data);
    const plain = robustCovariance(data, fit, { kind: "HC0" });
    expectDigits(neweyWest(data, fit, { lag: 0 })[0], plain[0], 12);
    const larger = robustCovariance(data, fit, { kind: "HC3" });
    for (const j of [0, 4, 8]) expect(larger[j]).toBeGreaterThan(plain[j]);
  });

  it("adds nothing to a robust error for a month with a coefficient of its own", () => {
    const pulse = Float64Array.from(flat, (_, month) => (month === 6 ? 1 : 0));
    const with6: CountData = { ...data, columns: [...design, pulse] };
    const left = (row: ArrayLike<number>): number[] => Array.from(row).filter((_, month) => month !== 6);
    const without6: CountData = {
      columns: design.map((column) => Float64Array.from(left(column))),
      values: left(values),
      offset: new Float64Array(11),
    };
    const one = robustCovariance(with6, fitPoisson(with6), { kind: "HC3" });
    const other = robustCovariance(without6, fitPoisson(without6), { kind: "HC3" });
    expectDigits(one[10], other[8], 10);
  });

  it("refuses designs and counts that cannot be fitted, by name", () => {
    const said =
      (wrong: Partial<CountData>): (() => unknown) =>
      () =>
        fitPoisson({ ...data, ...wrong });
    expect(said({ columns: [design[0], design[2], design[0].map((x, row) => x - design[2][row])] })).toThrow(
      new InputError("fitPoisson: column 2 of the design can be had from the columns before, counting from 0"),
    );
    expect(said({ values: [3, 9, 4, 2, 12, 5, 30, 0, 0, 0, 0, 0] })).toThrow(
      new InputError(
        "fitPoisson: the mean of rows 7, 8, 9, 10, 11 runs to 0, since the design sets apart rows without any event; leave out that term or those rows",
      ),
    );
    expect(said({ values: flat })).toThrow(new InputError("fitPoisson: no events in 12 rows"));
    expect(said({ values: [1, 2] })).toThrow(
      new InputError("fitPoisson: column 0 must be as long as the counts, 2, got 12"),
    );
    expect(said({ values: values.map((y) => -y) })).toThrow(
      new InputError("fitPoisson: counts must be numbers from 0, got -3 (row 0)"),
    );
    expect(said({ offset: flat.map((_, row) => (row === 4 ? -Infinity : 0)) })).toThrow(
      new InputError("fitPoisson: without exposure there can be no events, got 12 (row 4)"),
    );
    expect(said({ columns: [] })).toThrow(new InputError("fitPoisson: the design has no columns"));
    expect(() => fitNegbin({ ...data, values: values.map((y) => y / 2) })).toThrow(
      new InputError("fitNegbin: counts must be whole, got 1.5"),
    );
    expect(() => fitNegbin(data, { theta: 0 })).toThrow(new InputError("fitNegbin: theta must be above 0, got 0"));
    expect(() => neweyWest(data, fitPoisson(data), { lag: 12 })).toThrow(
      new InputError("neweyWest: lag must be a whole number from 0 below the 12 rows, got 12"),
    );
  });

  it("says so where a side's own trend runs to 0", () => {
    const own = [...design, design[1].map((x, row) => x * design[2][row])];
    expect(() => fitNegbin({ ...data, columns: own, values: [3, 9, 4, 2, 12, 5, 30, 9, 0, 0, 0, 0] })).toThrow(
      new InputError(
        "fitNegbin: the mean of rows 8, 9, 10, 11 runs to 0, since the design sets apart rows without any event; leave out that term or those rows",
      ),
    );
  });
});
