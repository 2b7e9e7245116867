import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exact } from "../../src/math/doubleDouble.js";
import { leastSquares, powers } from "../../src/math/leastSquares.js";
import { expectDigits } from "../close.js";

interface Case {
  readonly name: string;
  /** Either x and the degree of the polynomial, or the columns themselves. */
  readonly x?: readonly number[];
  readonly degree?: number;
  readonly through0?: boolean;
  readonly columns?: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
  readonly residualSd: number;
  readonly rSquared: number;
}

// The linear sets of the Statistical Reference Datasets (NIST) with their certified values of 15 digits.
const file = join(import.meta.dirname, "..", "fixtures", "nist.json");
const sets: readonly Case[] = JSON.parse(readFileSync(file, "utf8")).linear;

describe("least squares", () => {
  it.each(sets)("has the certified values of $name", (set) => {
    const all = set.columns?.map((column) => column.map(exact)) ?? powers(set.x ?? [], set.degree ?? 0);
    const fit = leastSquares(set.through0 === true ? all.slice(1) : all, set.y);
    set.coefficients.forEach((coefficient, j) => {
      expectDigits(fit.coefficients[j], coefficient, 13, set.name);
    });
    set.errors.forEach((error, j) => {
      if (error > 0) expectDigits(fit.errors[j], error, 13, set.name);
      else expect(fit.errors[j]).toBeLessThan(1e-12);
    });
    if (set.residualSd > 0) expectDigits(fit.residualSd, set.residualSd, 13, set.name);
    else expect(fit.residualSd).toBeLessThan(1e-12);
    expectDigits(fit.rSquared, set.rSquared, 13, set.name);
    expect(fit.df).toBe(set.y.length - set.coefficients.length);
  });

  it("takes R² about the mean only where a column is constant", () => {
    // by hand: the slope is 9 / 6, it leaves 0.5, 0, 0 and 0.5, and the squares about 0 are 14
    const through = leastSquares([[1, 2, 0, -1].map(exact)], [2, 3, 0, -1]);
    expectDigits(through.coefficients[0], 1.5, 15);
    expectDigits(through.rSquared, 1 - 0.5 / 14, 15);
  });

  it("refuses columns that others say, and too few rows", () => {
    const [ones, x] = powers([1, 2, 3, 4], 1);
    expect(() => leastSquares([ones, x, x], [1, 2, 3, 5])).toThrow(
      new RangeError("leastSquares: column 2 can be had from the columns before, counting from 0"),
    );
    expect(() => leastSquares(powers([1, 2], 1), [1, 2])).toThrow(
      new RangeError("leastSquares: needs more rows than columns, got 2 rows and 2 columns"),
    );
  });
});
