import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const prior = { shape: 2, rate: 0.2 };
const test = hc.eRatio({ prior });
const counts = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 });
const recipe: hc.Recipe = { where: [], by: ["zone"], every: "week", measure: "events" };

function weekly(start: hc.Day, values: readonly number[]): hc.Panel {
  return [{ key: { zone: "delta" }, recipe, from: "hash", start, values, exposure: values.map(() => 1) }];
}

function poisson(mean: number, uniform: () => number): number {
  let k = -1;
  for (let product = 1; product > Math.exp(-mean); k++) product *= uniform();
  return k;
}

describe("the e-value of a change", () => {
  it("is the likelihood of the guesses over the greatest that one rate can reach", () => {
    // 1 event in 1 unit, guess exponential with mean 1: the integral of r e^-2r is 1/4. Then the rate is guessed to be
    // (1 + 1) / (1 + 1) = 1, exponential again: 0 events give 1/2. One rate of 1/2 is best: 1/2 e^-1.
    const found = hc.eRatio({ prior: { shape: 1, rate: 1 } }).compare(frozen([1]), frozen([0]), 0.95);
    expectDigits(found.eValue ?? 0, 1 / 8 / (0.5 * Math.exp(-1)), 13);
    expect(found.p).toBe(1);
  });

  it("has a p below 1 - level exactly when its interval excludes 1", () => {
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(0.5, 0.9, 0.95), (first, last, level) => {
        const found = test.compare(frozen(first), frozen(last), level);
        fc.pre(found.interval !== undefined);
        const [low, high] = found.interval ?? [0, 0];
        expect((found.p ?? 1) < 1 - level).toBe(low > 1 || (high ?? Infinity) < 1);
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it("does not care for the unit of exposure, nor for the order before", () => {
    const of = (unit: number, first: readonly number[]): hc.Outcome =>
      hc
        .eRatio({ prior: { shape: 2, rate: 0.2 * unit } })
        .compare(frozen(first, [unit, unit, unit]), frozen([2, 3, 1], [unit, unit, unit]), 0.9);
    expectDigits(of(30, [14, 9, 11]).eValue ?? 0, of(1, [9, 11, 14]).eValue ?? 0, 11);
    expectDigits(of(30, [14, 9, 11]).interval?.[1] ?? 0, of(1, [9, 11, 14]).interval?.[1] ?? 0, 11);
  });

  it("exceeds 20 in at most 1 of 20 series without a change, though every one of 200 weeks is looked at", () => {
    const uniform = random(10);
    let alarms = 0;
    for (let run = 0; run < 100; run++) {
      const before = frozen(Array.from({ length: 10 }, () => poisson(5, uniform)));
      const after = Array.from({ length: 200 }, () => poisson(5, uniform));
      if ((test.compare(before, frozen(after), 0.95).p ?? 1) <= 0.05) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(5);
  });

  it("sees a change that is there", () => {
    const found = test.compare(frozen([12, 9, 11, 10, 13, 8]), frozen([4, 3, 2, 4, 3, 5]), 0.95);
    expect((found.eValue ?? 0) > 20).toBe(true);
    expect((found.interval?.[1] ?? 1) < 1).toBe(true);
  });

  it("says so without a ratio, and where no ratio explains all periods", () => {
    expect(test.compare(frozen([0, 0]), frozen([4, 9]), 0.95).reading).toMatch(/^13 events against 0: at least \d/);
    const turned = test.compare(frozen([20, 21, 19, 22]), frozen([70, 74, 71, ...new Array(40).fill(0)]), 0.95);
    expect(turned.interval).toBeUndefined();
    expect(turned.reading).toMatch(
      /^215 events against 82: 0\.\d{4} times the rate, no one ratio explaining all periods, evidence of /,
    );
  });

  it("owes what every comparison owes", () => {
    expectPlain(() => test.compare(frozen([3, 4]), frozen([9, 0]), 0.95));
    expectPlain(() => test.compare(frozen([0]), frozen([0]), 0.95));
    expectPlain(() => test.compare(frozen([1e6]), frozen([1]), 0.95));
    expectPlain(() => test.compare(frozen([0]), frozen([5]), 0.95));
    expect(test.name).toBe("eRatio({ prior: { shape: 2, rate: 0.2 } })");
    expect(() => hc.eRatio({ prior: { shape: 1, rate: 0 } })).toThrow(
      new hc.InputError("eRatio: prior needs a shape and a rate above 0, got 1 and 0"),
    );
  });
});

describe("the sequence of a ratio", () => {
  const before = weekly("2023-09-04", [12, 9, 11, 10]);
  const values = [4, 3, 2, 4, 3];

  it("gives a row a later period, each as the comparison gives it", () => {
    const rows = hc.ratioSequence(before, weekly("2023-10-02", values), { level: 0.95, prior });
    expect(rows.map(({ period }) => period)).toEqual([
      "2023-10-02",
      "2023-10-09",
      "2023-10-16",
      "2023-10-23",
      "2023-10-30",
    ]);
    rows.forEach((row, t) => {
      const found = test.compare(frozen([12, 9, 11, 10]), frozen(values.slice(0, t + 1)), 0.95);
      expect([row.eValue, row.p, row.estimate]).toEqual([found.eValue, found.p, found.estimate]);
      expect(row).toMatchObject({ key: { zone: "delta" }, from: "hash", level: 0.95, exposure: t + 1 });
    });
  });

  it("needs the same series before and after", () => {
    const other = [{ ...before[0], key: { zone: "north" } }];
    expect(() => hc.ratioSequence(before, other, { level: 0.95, prior })).toThrow(
      new hc.InputError('ratioSequence: {"zone":"north"} stands only after'),
    );
    expect(() => hc.ratioSequence(before, [], { level: 0.95, prior })).toThrow(
      new hc.InputError("ratioSequence: needs the same series before and after, got 1 and 0"),
    );
  });
});
