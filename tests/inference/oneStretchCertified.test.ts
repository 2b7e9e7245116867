import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { hamedRao } from "../../src/inference/hamedRao.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/oneStretch.json" with { type: "json" };
import tails from "../fixtures/oneStretchTails.json" with { type: "json" };
import { frozen } from "./contract.js";

const exactly = { draws: 1, seed: 1 };

function upTo(n: number, of: (i: number) => number): hc.Stretch {
  return frozen(Array.from({ length: n }, (_, i) => of(i)));
}

const rules: Readonly<Record<string, (i: number) => number>> = {
  rising: (i) => i,
  alternating: (i) => (i % 2) * 3,
  billions: (i) => 1e9 + ((3 * i * i) % 17),
};

// Expected values are from R 4.2.2 (tests/fixtures/oneStretch.R) and, where R loses digits, from fractions and mpmath at 50
// digits (tests/fixtures/oneStretchTails.py).
describe("questions about one stretch, certified", () => {
  it("gives Blaker's interval as the hull of the means a scan does not reject, to ten digits", () => {
    for (const one of known.blaker) {
      const found = hc.poissonInterval("blaker").test(frozen([one.count]), one.level);
      for (const i of [0, 1]) expectDigits(found.interval?.[i] ?? Infinity, one.interval[i], 10, one);
    }
  });

  it("gives Ljung and Box's statistic and p, as R's Box.test and far below 1e-16", () => {
    for (const one of known.ljungBox) {
      const found = hc.ljungBox({ lag: one.lag }).test(frozen(one.values), 0.95);
      expectDigits(found.estimate ?? Number.NaN, one.r, 10, one);
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 10, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
    for (const one of tails.ljungBox) {
      const found = hc.ljungBox({ lag: one.lag }).test(upTo(one.n, rules[one.rule]), 0.95);
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 12, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives Kendall's S, tau and exact p, without ties as R and with ties as every order of the values does", () => {
    for (const one of [...known.kendallExact, ...known.kendallTied]) {
      const found = hc.mannKendall({ correction: "none" }).test(frozen(one.values), 0.95);
      expect(found.statistic).toBe(one.s);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
      expectDigits(found.estimate ?? Number.NaN, one.slope, 12, one);
      expect(found.reading).toContain(`tau ${one.tau.toFixed(2)}`);
    }
    for (const one of tails.kendall) {
      const found = hc.mannKendall({ correction: "none" }).test(frozen(one.values), 0.95);
      expect(found.statistic).toBe(one.s);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives the normal p beyond 60 periods, down to 1e-300, and Hamed and Rao's", () => {
    for (const one of known.kendallNormal) {
      const found = hc.mannKendall({ correction: "none" }).test(frozen(one.values), 0.95);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
      expectDigits(found.estimate ?? Number.NaN, one.slope, 12, one);
    }
    for (const one of tails.kendallRising) {
      const found = hc.mannKendall({ correction: "none" }).test(
        upTo(one.n, (i) => i),
        0.95,
      );
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
    for (const one of known.hamedRao) {
      expectDigits(hamedRao(one.values), one.share, 10, one);
      const found = hc.mannKendall({ correction: "hamed-rao" }).test(frozen(one.values), 0.95);
      if (one.p === null) expect(found.p).toBeUndefined();
      else expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives the number of runs and its exact p", () => {
    for (const one of known.runs) {
      const found = hc.runs().test(frozen(one.values), 0.95);
      expectDigits(found.estimate ?? Number.NaN, one.ratio, 12, one);
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 10, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
    for (const one of tails.runs) {
      // The first runs take one period each, the last two the rest.
      const single = one.blocks - 2;
      const rest = 2 * one.half - single;
      const values = Array.from({ length: 2 * one.half }, (_, i) =>
        i < single ? i % 2 : i < single + rest / 2 ? 0 : 1,
      );
      expectDigits(hc.runs().test(frozen(values), 0.95).p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives the exact p of the dispersion given the total", () => {
    for (const one of known.conditional) {
      const found = hc.overdispersion(exactly).test(one, 0.95);
      expect(found.reading).toContain("(exact");
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 10, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives Dean's score test and van den Broek's", () => {
    for (const one of known.score) {
      const found = hc.overdispersion("score").test(one, 0.95);
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 9, one);
      expectDigits(found.p ?? Number.NaN, one.p, 8, one);
    }
    for (const one of known.zeros) {
      const found = hc.excessZeros().test(one, 0.95);
      expectDigits(found.estimate ?? Number.NaN, one.ratio, 10, one);
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 10, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives the negative binomial that fits best, its likelihood ratio and profile interval to eight digits", () => {
    for (const one of tails.negbin) {
      const found = hc.overdispersion("likelihood-ratio").test(one, one.level);
      expectDigits(found.estimate ?? Number.NaN, one.alpha, 8, one);
      expectDigits(found.statistic ?? Number.NaN, one.ratio, 8, one);
      expectDigits(found.p ?? Number.NaN, one.p, 8, one);
      for (const i of [0, 1]) expectDigits(found.interval?.[i] ?? Infinity, one.interval[i], 8, one);
    }
  });

  it("gives the distance from the Poisson distribution with its exact p", () => {
    for (const one of known.poissonness) {
      const found = hc.poissonness(exactly).test(one, 0.95);
      expectDigits(found.statistic ?? Number.NaN, one.statistic, 10, one);
      expectDigits(found.p ?? Number.NaN, one.p, 10, one);
    }
  });

  it("gives the rate behind counts that are lower bounds, to ten digits", () => {
    for (const one of tails.censored) {
      const found = hc.censoredRate({ atLeast: one.atLeast }).test(one, one.level);
      expectDigits(found.estimate ?? Number.NaN, one.estimate, 10, one);
      for (const i of [0, 1]) expectDigits(found.interval?.[i] ?? Infinity, one.interval[i], 10, one);
      expectDigits(hc.censoredLogLikelihood(one, one.atLeast, one.estimate), one.logLikelihood, 10, one);
    }
  });
});
