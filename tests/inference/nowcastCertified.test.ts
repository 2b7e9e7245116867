import { describe, expect, it } from "vitest";
import { delays, nowcast } from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/nowcast.json" with { type: "json" };
import { triangleOfCounts } from "./reportedTriangles.js";

const options = { level: 0.95, seed: 1, draws: 100, dispersion: "cells" } as const;
const { mack, ...triangles } = known;

// Every expected value is from R 4.2.2, base only (tests/fixtures/nowcast.R): a quasi-Poisson glm of rows and columns.
describe.each(Object.entries(triangles))("the triangle %s, to ten digits of R", (_, one) => {
  const triangle = triangleOfCounts(one.counts);
  const found = nowcast(triangle, options);

  it("has the same delays", () => {
    delays(triangle, options).shares.forEach(({ share }, d) => {
      expectDigits(share, one.shares[d], 10);
    });
  });

  it("scatters as much", () => expectDigits(found.delays.phi, one.phi, 10));

  it("is completed alike, with the same standard errors", () => {
    const root = Math.sqrt(Math.max(1, one.phi));
    found.periods.forEach(({ estimate = 0, observed, error = 0 }, i) => {
      expectDigits(estimate - observed, one.reserves[i], 10, i);
      expectDigits(error / root, one.unitErrors[i], 10, i);
    });
    const { estimate = 0, observed = 0, error = 0 } = found.total ?? {};
    expectDigits(estimate - observed, one.total, 10);
    expectDigits(error / root, one.totalUnitError, 10);
  });
});

it("reaches the reserve that Mack (1993) printed for the triangle of Taylor & Ashe (1983)", () => {
  const {
    estimate = 0,
    observed = 0,
    error = 0,
  } = nowcast(triangleOfCounts(known.taylorAshe.counts), options).total ?? {};
  expect(Math.round(estimate - observed)).toBe(18_680_856);
  // His standard error, 2,447,095, lets each column scatter by its own measure; ours has one for all.
  expect(Math.round(mack.error)).toBe(2_447_095);
  expect(error / mack.error).toBeGreaterThan(1);
  expect(error / mack.error).toBeLessThan(1.25);
});
