import { describe, expect, it } from "vitest";
import { croston, hurdle, type Model, negbin, sba, tsb, zinb } from "../../src/index.js";
import { expectDigits } from "../close.js";
import fits from "../fixtures/countModels.json" with { type: "json" };
import points from "../fixtures/intermittent.json" with { type: "json" };
import { monthsOf } from "./monthsOf.js";

interface FitCase {
  readonly values: readonly number[];
  readonly exposure: number[];
  readonly rate: number;
  readonly alpha: number;
  readonly zero: number;
  readonly logLikelihood: number;
}

// MASS and pscl, with exposure as an offset; the fixture holds 7 digits of the parameters and 10 of the likelihood.
const groups: readonly { name: string; model: Model; cases: readonly FitCase[] }[] = [
  { name: "negbin() as MASS has it", model: negbin(), cases: fits.negbin },
  { name: "zinb() as pscl::zeroinfl has it", model: zinb(), cases: fits.zinb },
  { name: "hurdle() as pscl::hurdle has it", model: hurdle(), cases: fits.hurdle },
  {
    name: "hurdle of Poisson counts as pscl::hurdle has it",
    model: hurdle(null, "poisson"),
    cases: fits.hurdlePoisson,
  },
];

describe.each(groups)("$name", ({ model, cases }) => {
  it.each(cases.map((one, i) => ({ one, title: `${i + 1}: ${one.values.length} periods` })))(
    "case $title",
    ({ one }) => {
      const { parameters, logLikelihood = Number.NaN } = model.fit(monthsOf(one.values, one.exposure));
      expectDigits(logLikelihood, one.logLikelihood, 9);
      for (const name of ["rate", "alpha"] as const) expectDigits(parameters[name], one[name], 6, name);
      if (one.zero > 0) expectDigits(parameters["zero"], one.zero, 6, "zero");
    },
  );
});

describe("point forecasts", () => {
  const pointOf = (model: Model, values: readonly number[]): number => model.fit(monthsOf(values)).parameters["point"];

  it("by Croston are those of R's forecast", () => {
    expect(fits.croston.length).toBe(32);
    for (const one of fits.croston) expectDigits(pointOf(croston(one.alpha), one.values), one.point, 12, one);
  });

  it("by Croston, Syntetos and Boylan are those of statsforecast, which fixes alpha at 0.1", () => {
    for (const one of points.croston) expectDigits(pointOf(croston(one.alpha), one.values), one.point, 12, one);
    for (const one of points.sba) expectDigits(pointOf(sba(one.alpha), one.values), one.point, 12, one);
  });

  it("by Syntetos and Boylan are those of exact fractions at other alphas", () => {
    expect(points.sbaExact.length).toBe(24);
    for (const one of points.sbaExact) expectDigits(pointOf(sba(one.alpha), one.values), one.point, 12, one);
  });

  it("by Teunter, Syntetos and Babai are those of statsforecast", () => {
    expect(points.tsb.length).toBe(24);
    for (const one of points.tsb)
      expectDigits(pointOf(tsb(one.sizeAlpha, one.chanceAlpha), one.values), one.point, 12, one);
  });
});
