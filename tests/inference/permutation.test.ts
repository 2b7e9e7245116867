import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const before = frozen([20, 14, 13, 14, 30, 29, 24], [31, 28, 31, 30, 31, 30, 31]);
const after = frozen([12, 11, 7, 9], [31, 30, 31, 30]);
const exact = hc.permutation({ seed: 1 });
const few = hc.permutation({ seed: 1, draws: 500 });
const months = fc.array(fc.tuple(fc.oneof(fc.nat(3), fc.nat(300)), fc.constantFrom(28, 30, 31)), {
  minLength: 1,
  maxLength: 7,
});
const many = fc.array(fc.tuple(fc.nat(30), fc.constantFrom(30, 31)), { minLength: 12, maxLength: 14 });
const levels = fc.constantFrom(0.5, 0.8, 0.9, 0.95);

function stretch(rows: readonly (readonly [number, number])[], unit = 1): hc.Stretch {
  return frozen(
    rows.map(([value]) => value),
    rows.map(([, days]) => days * unit),
  );
}

describe("the permutation test", () => {
  it("counts the arrangements as far out on the nearer side, twice", () => {
    // Of the 20 ways to choose 3 of 6, one alone puts 1, 2 and 3 together.
    const found = exact.compare(frozen([5, 6, 7]), frozen([1, 2, 3]), 0.8);
    expect(found.p).toBe(0.1);
    expect(found.estimate).toBe(1 / 3);
    expect(found.reading).toBe(
      "6 events against 18: 0.3333 [0.1429, 0.6000] times the rate, p = 0.1 by all 20 arrangements of 6 periods",
    );
  });

  it("has the ratios that tie with an arrangement for ends of its interval", () => {
    // At 0.8 the observed arrangement alone, 1 in 20, is too few on either side and two are enough. So the ends are the
    // least and the greatest of the ratios lost / gained of 1, 2, 3 against 5, 6, 7.
    const [low, high] = exact.compare(frozen([5, 6, 7]), frozen([1, 2, 3]), 0.8).interval ?? [];
    expect([low, high]).toEqual([1 / 7, 3 / 5]);
  });

  it("says where arrangements are too few to be clear", () => {
    const found = hc.permutation({ seed: 1, blocks: 3 }).compare(before, after, 0.95);
    expect(found.reading).toBe(
      "39 events against 144: 0.4706 [0.0000, no bound] times the rate, p = 0.67 by all 3 arrangements of 3 blocks, which cannot bring p below 0.67",
    );
    expect(found.interval).toEqual([0, null]);
  });

  it("has a p below 1 - level exactly when its interval excludes 1", () => {
    const agrees = (test: hc.Comparison) => (first: [number, number][], last: [number, number][], level: number) => {
      const found = test.compare(stretch(first), stretch(last), level);
      if (found.interval === undefined) return;
      const [low, high] = found.interval;
      expect((found.p ?? 1) < 1 - level).toBe(low > 1 || (high ?? Infinity) < 1);
      if (found.estimate !== undefined && level >= 0.8)
        expect(low <= found.estimate && found.estimate <= (high ?? Infinity)).toBe(true);
    };
    fc.assert(fc.property(months, months, levels, agrees(exact)), { seed: 11, numRuns: 400 });
    fc.assert(fc.property(many, many, levels, agrees(few)), { seed: 12, numRuns: 60 });
  });

  it("turns upside down when before and after trade places", () => {
    for (const [test, rows] of [
      [exact, months],
      [few, many],
    ] as const) {
      fc.assert(
        fc.property(rows, rows, levels, (first, last, level) => {
          const one = test.compare(stretch(first), stretch(last), level);
          const other = test.compare(stretch(last), stretch(first), level);
          fc.pre(one.interval !== undefined && (test === exact || first.length !== last.length));
          expect(other.p).toBe(one.p);
          expectDigits(1 / (one.interval?.[0] ?? 0), other.interval?.[1] ?? Infinity, 13);
          expectDigits(1 / (one.interval?.[1] ?? Infinity), other.interval?.[0] ?? 0, 13);
        }),
        { seed: 13, numRuns: 100 },
      );
    }
  });

  it("cares neither for the unit of exposure nor for the order inside a stretch", () => {
    fc.assert(
      fc.property(months, months, fc.constantFrom(1 / 30, 24, 1 / 7), (first, last, unit) => {
        const one = exact.compare(stretch(first), stretch(last), 0.9);
        const other = exact.compare(stretch([...first].reverse(), unit), stretch([...last].reverse(), unit), 0.9);
        expect(other.p).toBe(one.p);
        expectDigits(other.interval?.[0] ?? 0, one.interval?.[0] ?? 0, 9);
        expectDigits(other.interval?.[1] ?? 0, one.interval?.[1] ?? 0, 9);
      }),
      { seed: 14, numRuns: 200 },
    );
  });

  it("splits no tie by floating point", () => {
    // Ten times these are whole; 0.1 + 0.2 is not 0.3 in floating point.
    const [first, last] = [
      [0.1, 0.2, 0.3, 0.7, 0.1],
      [0.3, 0.1, 0.2],
    ];
    const whole = (values: number[]): hc.Stretch => frozen(values.map((value) => Math.round(10 * value)));
    expect(exact.compare(frozen(first), frozen(last), 0.9).p).toBe(exact.compare(whole(first), whole(last), 0.9).p);
  });

  it("never has a p below twice one in the number of arrangements", () => {
    fc.assert(
      fc.property(months, months, (first, last) => {
        fc.pre([...first, ...last].some(([value]) => value > 0));
        const n = first.length + last.length;
        let ways = 1;
        for (let k = 1; k <= last.length; k++) ways = (ways * (n - k + 1)) / k;
        expect(exact.compare(stretch(first), stretch(last), 0.9).p).toBeGreaterThanOrEqual(Math.min(1, 2 / ways));
      }),
      { seed: 15, numRuns: 200 },
    );
    const drawn = few.compare(frozen(new Array(12).fill(1)), frozen(new Array(12).fill(90)), 0.9);
    expect(drawn.p).toBe(2 / 501);
    expect(drawn.reading).toContain("p = 0.004 by 500 random arrangements of 24 periods");
  });

  it("rejects no more often than it says under the null, and nearly as often", () => {
    const uniform = random(2);
    const ps = Array.from({ length: 600 }, () => {
      // Geometric counts: their variance is 11 times their mean.
      const counts = Array.from({ length: 11 }, () => Math.floor(Math.log(1 - uniform()) / Math.log(10 / 11)));
      return exact.compare(frozen(counts.slice(0, 7)), frozen(counts.slice(7)), 0.95).p ?? 1;
    });
    for (const size of [0.05, 0.2, 0.5]) {
      const share = ps.filter((p) => p <= size).length / ps.length;
      const error = Math.sqrt((size * (1 - size)) / ps.length);
      expect(Math.abs(share - size)).toBeLessThan(4 * error);
    }
  });

  it("gives a p but no ratio without events on one side, and nothing without any", () => {
    const none = exact.compare(frozen([4, 6, 5]), frozen([0, 0, 0]), 0.95);
    expect([none.p, none.estimate, none.interval]).toEqual([0.1, undefined, undefined]);
    expect(none.reading).toBe(
      "0 events against 15, p = 0.1 by all 20 arrangements of 6 periods, which cannot bring p below 0.1: no ratio without events on both sides",
    );
    expect(exact.compare(frozen([0, 0]), frozen([0]), 0.95).reading).toBe(
      "no event on either side: nothing to compare",
    );
  });

  it("leaves out periods without exposure", () => {
    const found = exact.compare(frozen([3, 0, 5], [1, 0, 1]), frozen([9, 7], [1, 1]), 0.5);
    expect(found).toEqual(exact.compare(frozen([3, 5]), frozen([9, 7]), 0.5));
  });

  it("owes what every comparison owes", () => {
    for (const test of [exact, few, hc.permutation({ seed: 1, blocks: 2 }), hc.circularShifts()]) {
      expectPlain(() => test.compare(before, after, 0.95));
      expectPlain(() => test.compare(frozen([0, 0]), frozen([3, 0]), 0.95));
      expectPlain(() => test.compare(frozen([0, 0]), frozen([0, 0]), 0.95));
    }
    const long = frozen(Array.from({ length: 15 }, (_, i) => i));
    expectPlain(() => few.compare(long, long, 0.95));
  });

  it("is named as it was called", () => {
    expect(exact.name).toBe("permutation({ seed: 1 })");
    expect(hc.permutation({ seed: 2, draws: 999, blocks: 3 }).name).toBe(
      "permutation({ seed: 2, draws: 999, blocks: 3 })",
    );
    const wide = hc.permutation({ seed: 2, blocks: 3 });
    expect(() => wide.compare(frozen([5, 6, 7, 8]), frozen([1, 2]), 0.95)).toThrow(
      "permutation: blocks of 3 need as many periods on each side, got 2",
    );
    expect(hc.permutation({ seed: 2, blocks: 3 }).needs).toBe(6);
  });

  it("refuses options out of range", () => {
    const refused = [
      [{ seed: 0.5 }, "permutation: seed needs a whole number, got 0.5"],
      [{ seed: 1, draws: 0 }, "permutation: draws needs a whole number from 1, got 0"],
      [{ seed: 1, blocks: 1.5 }, "permutation: blocks needs a whole number from 1, got 1.5"],
    ] as const;
    for (const [options, message] of refused) expect(() => hc.permutation(options)).toThrow(new hc.InputError(message));
    expect(() => exact.compare(frozen([1, 2], [1, 0]), frozen([1]), 0.9)).toThrow(
      new hc.InputError("inference: needs counts from 0 and exposure above 0, got 2 in 0"),
    );
  });
});

describe("shifts around the circle", () => {
  const test = hc.circularShifts();

  it("lays the later stretch at each place of the circle", () => {
    // 4 periods; later sums of two in a row: 1 + 2, 2 + 9, 9 + 8, 8 + 1.
    const found = test.compare(frozen([9, 8]), frozen([1, 2]), 0.9);
    expect(found.p).toBe(0.5);
    expect(found.reading).toBe(
      "3 events against 17: 0.1765 [0.0000, no bound] times the rate, p = 0.5 by all 4 shifts around the circle of periods, which cannot bring p below 0.5",
    );
  });

  it("turns upside down when before and after trade places", () => {
    const one = test.compare(before, after, 0.7);
    const other = test.compare(after, before, 0.7);
    expect(other.p).toBe(one.p);
    expectDigits(1 / (one.interval?.[0] ?? 0), other.interval?.[1] ?? 0, 13);
  });

  it("keeps its size where neighbours depend on each other, where plain permutation does not", () => {
    const uniform = random(5);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const plain = hc.permutation({ seed: 1, draws: 199 });
    let [kept, lost] = [0, 0];
    for (let run = 0; run < 200; run++) {
      let level = normal();
      const counts = Array.from({ length: 48 }, () => {
        level = 0.8 * level + 0.6 * normal();
        return Math.round(100 * Math.exp(0.4 * level));
      });
      const [first, last] = [frozen(counts.slice(0, 24)), frozen(counts.slice(24))];
      if ((test.compare(first, last, 0.9).p ?? 1) <= 0.1) kept++;
      if ((plain.compare(first, last, 0.9).p ?? 1) <= 0.1) lost++;
    }
    expect(kept / 200).toBeLessThan(0.18);
    expect(lost / 200).toBeGreaterThan(0.3);
  });
});
