import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

interface Case {
  readonly distribution: hc.Distribution;
  readonly x: number;
  readonly logDensity: number | string;
  readonly lower: number | string;
  readonly upper: number | string;
  readonly mean?: number;
  readonly variance?: number;
  /** A chance whose quantile is x. */
  readonly p?: number;
}

const file = new URL("../fixtures/families.json", import.meta.url);
const known: readonly Case[] = JSON.parse(readFileSync(file, "utf8"));

// Every expected value is from 60-digit arithmetic (tests/fixtures/families.py).
describe("the verbs over every family, to ten digits of 60-digit arithmetic", () => {
  it("give both tails on the log scale", () => {
    for (const one of known) {
      const tails = hc.logTails(one.distribution, one.x);
      expectDigits(tails.lower, Number(one.lower) + 0, 10, one);
      expectDigits(tails.upper, Number(one.upper) + 0, 10, one);
    }
  });

  it("give the chance of a count, and the density of a measure", () => {
    for (const one of known) {
      const got = hc.logDensity(one.distribution, one.x);
      const isMeasure = ["gamma", "beta", "normal", "student"].includes(one.distribution.family);
      // A log density crosses zero where the density is 1: there its digits are those of the density.
      if (isMeasure)
        expect(Math.abs(got - Number(one.logDensity)), JSON.stringify(one)).toBeLessThan(
          1e-11 * Math.max(1, Math.abs(Number(one.logDensity))),
        );
      else expectDigits(got + 0, Number(one.logDensity) + 0, 10, one);
    }
  });

  it("give means and variances", () => {
    for (const one of known) {
      if (one.mean !== undefined) expectDigits(hc.mean(one.distribution), one.mean, 10, one);
      if (one.variance !== undefined) expectDigits(hc.variance(one.distribution), one.variance, 10, one);
    }
  });

  it("give the exact quantile, far out on either side too", () => {
    const asked = known.filter((one) => one.p !== undefined);
    expect(asked.length).toBeGreaterThan(150);
    for (const one of asked) expect(hc.quantile(one.distribution, one.p ?? -1), JSON.stringify(one)).toBe(one.x);
  });
});
