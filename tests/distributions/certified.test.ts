import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { logBetaTails } from "../../src/math/incompleteBeta.js";
import { logGammaTails } from "../../src/math/incompleteGamma.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/distributions.json" with { type: "json" };

// Every expected value is from 60-digit arithmetic (tests/fixtures/distributions.py).
describe("distributions to ten digits of 60-digit arithmetic", () => {
  it("finds both tails of the gamma, on the log scale", () => {
    for (const one of known.gammaTails) {
      const tails = logGammaTails(one.shape, one.x);
      expectDigits(tails.lower, one.lower, 10, one);
      expectDigits(tails.upper, one.upper, 10, one);
    }
  });

  it("finds both tails of the beta, on the log scale", () => {
    for (const one of known.betaTails) {
      const tails = logBetaTails(one.x, one.a, one.b);
      expectDigits(tails.lower, one.lower, 10, one);
      expectDigits(tails.upper, one.upper, 10, one);
    }
  });

  it("finds chances and tails of the Poisson", () => {
    for (const one of known.poisson) {
      expectDigits(hc.logPoisson(one.k, one.mean), one.logPmf, 10, one);
      const tails = hc.poissonTails(one.k, one.mean);
      expectDigits(tails.lower, one.lower, 10, one);
      expectDigits(tails.upper, one.upper, 10, one);
    }
  });

  it("finds chances and tails of the binomial", () => {
    for (const one of known.binomial) {
      expectDigits(hc.logBinomial(one.k, one.n, one.p), one.logPmf, 10, one);
      const tails = hc.binomialTails(one.k, one.n, one.p);
      expectDigits(tails.lower, one.lower, 10, one);
      expectDigits(tails.upper, one.upper, 10, one);
    }
  });

  it("finds chances of the negative binomial, nearly Poisson ones among them", () => {
    for (const one of known.negbin) expectDigits(hc.logNegbin(one.k, one.mean, one.size), one.logPmf, 10, one);
  });

  it("finds the upper tail of Student's t", () => {
    for (const one of known.student) expectDigits(hc.studentUpper(one.t, one.df), one.upper, 10, one);
  });

  it("finds quantiles from p 1e-12 to 1 - 1e-12", () => {
    for (const one of known.quantiles) {
      const [first = 0, second = 0] = one.args;
      const found = {
        gamma: () => hc.gammaQuantile(one.p, first),
        beta: () => hc.betaQuantile(one.p, first, second),
        student: () => hc.studentQuantile(one.p, first),
        normal: () => hc.normalQuantile(one.p),
      }[one.family];
      expect(found, one.family).toBeDefined();
      expectDigits(found?.() ?? Number.NaN, one.x, 10, one);
    }
  });
});
