import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const prior = { shape: 1, rate: 0.25 };
const counts = fc.array(fc.nat(20), { minLength: 1, maxLength: 30 });

function poisson(mean: number, uniform: () => number): number {
  let k = -1;
  for (let product = 1; product > Math.exp(-mean); k++) product *= uniform();
  return k;
}

describe("the e-value of a rate", () => {
  it("is how many times likelier the counts are under the guess", () => {
    // 2 events in 1 unit, guess exponential with mean 1: the integral of r^2 e^-r e^-r is 2 / 2^3, against 3^2 e^-3.
    const found = hc.eValue({ rate: 3, prior: { shape: 1, rate: 1 } }).test(frozen([2]), 0.95);
    expectDigits(found.eValue ?? 0, 0.25 / (9 * Math.exp(-3)), 13);
  });

  it("has for p one over the most evidence there has been", () => {
    const test = hc.eValue({ rate: 10, prior: { shape: 1, rate: 0.1 } });
    const early = test.test(frozen([30, 28, 33]), 0.95);
    const late = test.test(frozen([30, 28, 33, 0, 0, 0, 0, 0, 0]), 0.95);
    expectDigits(early.p ?? 0, 1 / (early.eValue ?? 0), 13);
    expect(late.p).toBe(early.p);
    expect((late.eValue ?? 1) < 1).toBe(true);
    expect(late.interval).toBeUndefined();
    expect(late.reading).toBe(
      "91 events: a rate of 10.11 against 10 stated, evidence of 0.097 to 1 (e-value), p = 1.1e-16 however often one looks; no one rate explains all periods",
    );
  });

  it("has a p below 1 - level exactly when its interval excludes the rate", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 2, 4.67, 9), fc.constantFrom(0.5, 0.9, 0.95), (values, rate, level) => {
        const found = hc.eValue({ rate, prior }).test(frozen(values), level);
        fc.pre(found.interval !== undefined);
        const [low, high] = found.interval ?? [0, 0];
        expect((found.p ?? 1) < 1 - level).toBe(rate < low || rate > (high ?? Infinity));
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it("does not care for the unit of exposure", () => {
    const values = [3, 9, 12, 4];
    const of = (unit: number): hc.Outcome =>
      hc
        .eValue({ rate: 4 / unit, prior: { shape: 1, rate: unit / 4 } })
        .test(frozen(values, [unit, unit, unit, unit]), 0.95);
    expectDigits(of(7).eValue ?? 0, of(1).eValue ?? 0, 11);
    expectDigits(7 * (of(7).interval?.[0] ?? 0), of(1).interval?.[0] ?? 0, 11);
  });

  it("exceeds 20 in at most 1 of 20 series, though every one of 200 weeks is looked at", () => {
    const uniform = random(8);
    const test = hc.eValue({ rate: 4.67, prior: { shape: 1, rate: 0.2 } });
    let alarms = 0;
    for (let run = 0; run < 200; run++) {
      const weeks = Array.from({ length: 200 }, () => poisson(4.67, uniform));
      if ((test.test(frozen(weeks), 0.95).p ?? 1) <= 0.05) alarms++;
    }
    // It is a bound, not the rate itself: 10 would be allowed.
    expect(alarms).toBeLessThanOrEqual(10);
    expect(alarms).toBeGreaterThan(0);
  });

  it("owes what every test owes", () => {
    const test = hc.eValue({ rate: 4, prior });
    expectPlain(() => test.test(frozen([3, 0, 9]), 0.95));
    expectPlain(() => test.test(frozen([0]), 0.95));
    expectPlain(() => test.test(frozen([0], [0]), 0.95));
    expectPlain(() => test.test(frozen([1e6]), 0.95));
    expect(test.name).toBe("eValue({ rate: 4, prior: { shape: 1, rate: 0.25 } })");
  });

  it("refuses a rate or a prior that is none, and events without exposure", () => {
    expect(() => hc.eValue({ rate: 0, prior })).toThrow(
      new hc.InputError("eValue: needs a stated rate above 0, got 0"),
    );
    expect(() => hc.eValue({ rate: 1, prior: { shape: 0, rate: 1 } })).toThrow(
      new hc.InputError("eValue: prior needs a shape and a rate above 0, got 0 and 1"),
    );
    expect(() => hc.eValue({ rate: 1, prior }).test(frozen([1], [0]), 0.9)).toThrow(
      new hc.InputError("eValue: needs counts from 0 and exposure above 0, got 1 in 0"),
    );
  });
});
