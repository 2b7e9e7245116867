import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CountData, type CountFit, fitNegbin, fitPoisson } from "../../src/inference/fitCounts.js";
import { neweyWest } from "../../src/inference/neweyWest.js";
import { type RobustKind, robustCovariance } from "../../src/inference/robustCovariance.js";
import { expectDigits } from "../close.js";

interface Case {
  readonly name: string;
  readonly columns: readonly (readonly number[])[];
  readonly values: readonly number[];
  readonly exposure: readonly number[];
  readonly family: CountFit["family"];
  readonly givenTheta: number | null;
  readonly coefficients: readonly number[];
  readonly covariance: readonly number[];
  readonly theta: number | null;
  readonly thetaError: number | null;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly pearson: number;
  readonly logLikelihood: number;
  readonly df: number;
  readonly HC0: readonly number[];
  readonly HC1: readonly number[];
  readonly HC2: readonly number[];
  readonly HC3: readonly number[];
  readonly lag: number;
  readonly neweyWest: readonly number[];
  readonly neweyWestAdjusted: readonly number[];
}

const read = (name: string): { readonly fits: readonly Case[] } =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "fixtures", name), "utf8"));
const digits = 10;

function dataOf({ columns, values, exposure }: Case): CountData {
  return {
    columns: columns.map((column) => Float64Array.from(column)),
    values,
    offset: Float64Array.from(exposure, Math.log),
  };
}

function fitOf(of: Case, data: CountData): CountFit {
  if (of.family === "poisson") return fitPoisson(data);
  return fitNegbin(data, of.givenTheta === null ? {} : { theta: of.givenTheta });
}

/** Whether numbers have so many digits, each against its own size or, for a coefficient, its own standard error. */
function expectAll(got: ArrayLike<number>, expected: readonly number[], floor: readonly number[], name: string): void {
  expect(got.length, name).toBe(expected.length);
  expected.forEach((value, i) => {
    const size = Math.max(Math.abs(value), floor[i]);
    if (!(Math.abs(got[i] - value) <= size * 10 ** -digits))
      expect.fail(`${name}: got ${got[i]}, expected ${value} (${i})`);
  });
}

function rootsOf(covariance: Float64Array, k: number): number[] {
  return Array.from({ length: k }, (_, j) => Math.sqrt(covariance[j * k + j]));
}

function expectFit(of: Case): void {
  const data = dataOf(of);
  const fit = fitOf(of, data);
  const k = of.coefficients.length;
  const errors = of.coefficients.map((_, j) => Math.sqrt(of.covariance[j * k + j]));
  const none = errors.map(() => 0);
  expectAll(fit.coefficients, of.coefficients, errors, "coefficients");
  expectAll(
    fit.covariance,
    of.covariance,
    errors.flatMap((one) => errors.map((other) => one * other)),
    "covariance",
  );
  const [theta, thetaError] =
    of.family === "poisson" ? [Infinity, 0] : [of.theta ?? Infinity, of.thetaError ?? Infinity];
  expectDigits(fit.theta, theta, digits, "theta");
  expectDigits(fit.thetaError, thetaError, digits, "thetaError");
  expectDigits(fit.deviance, of.deviance, digits, "deviance");
  expectDigits(fit.nullDeviance, of.nullDeviance, digits, "nullDeviance");
  expectDigits(fit.pearson, of.pearson, digits, "pearson");
  expectDigits(fit.logLikelihood, of.logLikelihood, digits, "logLikelihood");
  expect(fit.df).toBe(of.df);
  if (of.HC0 === undefined) return;
  const robust = (kind: RobustKind): number[] => rootsOf(robustCovariance(data, fit, { kind }), k);
  expectAll(robust("HC0"), of.HC0, none, "HC0");
  expectAll(robust("HC1"), of.HC1, none, "HC1");
  expectAll(robust("HC2"), of.HC2, none, "HC2");
  expectAll(robust("HC3"), of.HC3, none, "HC3");
  const { lag } = of;
  if (of.exposure.includes(0)) return;
  expectAll(rootsOf(neweyWest(data, fit, { lag }), k), of.neweyWest, none, "neweyWest");
  expectAll(rootsOf(neweyWest(data, fit, { lag, adjust: true }), k), of.neweyWestAdjusted, none, "adjusted");
}

describe("a regression of counts", () => {
  it.each(read("regression.json").fits)("is R's to ten digits: $name", expectFit);
});
