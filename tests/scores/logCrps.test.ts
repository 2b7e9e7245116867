import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

interface Case {
  readonly says: hc.Distribution;
  readonly observed: number;
  readonly offset: number;
  readonly value: number;
}

const known: readonly Case[] = JSON.parse(readFileSync(new URL("../fixtures/logCrps.json", import.meta.url), "utf8"));

describe("the CRPS of logs", () => {
  // scoringutils' transform_forecasts(fun = log_shift), by scoringrules, properscoring and 40 digits (tests/fixtures/logCrps.py).
  it.each(known)("of $says.family that $observed came of, with $offset added, is right to ten digits", (one) => {
    expectDigits(hc.logCrps(one.offset).score(one.says, one.observed), one.value, 10, one);
  });

  it("of a sure forecast is how far the logs lie apart", () => {
    expectDigits(hc.logCrps(1).score({ family: "draws", values: [9] }, 99), Math.log(10), 14);
    expect(hc.logCrps().score({ family: "bernoulli", p: 1 }, 1)).toBe(0);
  });

  it("of draws is the CRPS of their logs", () => {
    const values = Array.from({ length: 300 }, (_, i) => (i * i * 7919) % 4001);
    const logs = values.map((value) => Math.log(value + 2));
    for (const y of [0, 17, 4000.5, 1e6])
      expectDigits(
        hc.logCrps(2).score({ family: "draws", values }, y),
        hc.crps().score({ family: "draws", values: logs }, Math.log(y + 2)),
        11,
      );
  });

  it("weighs a miss by its share: ten times the count is as bad far up as further up", () => {
    const miss = (mean: number): number => hc.logCrps(1e-3).score({ family: "negbin", mean, size: 4 }, 10 * mean);
    expect(miss(1e5)).toBeCloseTo(miss(1e3), 3);
    expect(hc.crps().score({ family: "poisson", mean: 1e5 }, 1e6)).toBeGreaterThan(8e5);
  });

  it("nears the plain CRPS, over the offset, as the offset grows", () => {
    const says: hc.Distribution = { family: "negbin", mean: 6, size: 2 };
    expectDigits(1e9 * hc.logCrps(1e9).score(says, 11), hc.crps().score(says, 11), 7);
  });

  it.each<[string, hc.Distribution, number, string]>([
    [
      "a line without end",
      { family: "normal", mean: 5, sd: 1 },
      3,
      "a forecast of values above -1, got normal from -Infinity",
    ],
    ["a draw at the pole", { family: "draws", values: [3, -1] }, 3, "a forecast of values above -1, got draws from -1"],
    ["what came at the pole", { family: "poisson", mean: 1 }, -1, "more than -1 to have come, got -1"],
  ])("refuses %s", (_, says, observed, message) => {
    expect(() => hc.logCrps().score(says, observed)).toThrow(new hc.InputError(`logCrps: needs ${message}`));
  });
});
