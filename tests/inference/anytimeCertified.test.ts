import { describe, it } from "vitest";
import * as hc from "../../src/index.js";
import { logRateEvidence } from "../../src/inference/rateGuess.js";
import { ratioPath } from "../../src/inference/ratioPath.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/anytime.json" with { type: "json" };

// Every expected value is from mpmath at 60 digits (tests/fixtures/anytime.py).
describe("looking every week, to ten digits of mpmath", () => {
  it("gives the evidence against a rate and the rates it does not rule out", () => {
    for (const one of known.rate) {
      const prior = { shape: one.shape, rate: one.rate };
      const stretch = { values: [one.count], exposure: [one.exposure] };
      const found = hc.eValue({ rate: one.at, prior }).test(stretch, one.level);
      expectDigits(logRateEvidence(one.count, one.exposure, one.at, prior), one.logEvidence, 10, one);
      expectDigits(found.interval?.[0] ?? Number.NaN, one.low, 10, one);
      expectDigits(found.interval?.[1] ?? Number.NaN, one.high, 10, one);
    }
  });

  it("gives the evidence against equal rates and the ratios it does not rule out", () => {
    for (const one of known.ratio) {
      const prior = { shape: one.shape, rate: one.rate };
      const [first, last] = [one.before, one.after].map(([count, exposure]) => ({ count, exposure }));
      const [step] = ratioPath(first, [last], prior, one.level);
      expectDigits(step.interval[0], one.low, 10, one);
      expectDigits(step.interval[1] ?? Infinity, one.high ?? Infinity, 10, one);
      if (one.logEvidence < 700) expectDigits(Math.log(step.eValue), one.logEvidence, 10, one);
    }
  });
});
