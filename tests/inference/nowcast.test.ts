import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delays, InputError, nowcast } from "../../src/index.js";
import { cut, triangleOfCounts } from "./reportedTriangles.js";

const options = { level: 0.95, seed: 7, draws: 1000 } as const;
const levels = [10, 20, 50, 30, 10, 40, 20, 60, 30, 20];
const whole = levels.map((n) => [5 * n, 3 * n, 2 * n]);

describe("a nowcast", () => {
  const found = nowcast(triangleOfCounts(cut(whole)), options);

  it("completes exactly what has the delays of the past", () => {
    expect(found.periods.map((one) => [one.period, one.delay, one.observed])).toEqual([
      ["2020-09-01", 1, 8 * 30],
      ["2020-10-01", 0, 5 * 20],
    ]);
    expect(found.periods[0].estimate).toBeCloseTo(300, 9);
    expect(found.periods[1].estimate).toBeCloseTo(200, 9);
    expect(found.total?.estimate).toBeCloseTo(500, 9);
  });

  it("says of each period what is in, what share that is, and what it will come to", () => {
    expect(found.periods[1].reading).toMatch(
      /^2020-10-01: 100 events so far, 50% of what will be: 200\.0 \[1\d\d, 2\d\d\] once complete$/,
    );
    expect(found.reading).toMatch(
      /^2 months from 2020-09-01: 340 events in as of 2020-11-01, 500\.0 \[4\d\d, 5\d\d\] once complete, reports after 2 months not counted$/,
    );
    expect(found.assumes).toContain("delays of these periods as of those before");
  });

  it("carries the delays it was made with", () => {
    expect(found.delays).toEqual(delays(triangleOfCounts(cut(whole)), options));
    expect(found.from).toEqual(["abcdef1234"]);
  });

  it("gives whole numbers, no less than what is in where nothing was ever taken back", () => {
    for (const { interval = [-1, -1], observed } of found.periods) {
      expect(interval.every(Number.isInteger)).toBe(true);
      expect(interval[0]).toBeGreaterThanOrEqual(observed);
    }
  });

  it("has intervals about as wide as their standard error says", () => {
    const ladder = nowcast(triangleOfCounts(cut(whole.map((row) => row.map((one) => 10 * one)))), {
      ...options,
      draws: 4000,
    });
    for (const { interval = [0, 0], error = 0 } of [...ladder.periods, ladder.total ?? {}]) {
      const width = ((interval[1] ?? 0) - interval[0]) / (2 * 1.96 * error);
      expect(width).toBeGreaterThan(0.93);
      expect(width).toBeLessThan(1.07);
    }
  });

  it("completes any known delays without noise exactly, and scales with the counts", () => {
    const shares = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 });
    const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(shares, sizes, (delay, size) => {
        const full = size.map((n) => delay.map((one) => n * one));
        const made = nowcast(triangleOfCounts(cut(full)), { ...options, draws: 100 });
        const sum = delay.reduce((all, one) => all + one, 0);
        made.periods.forEach(({ estimate = Number.NaN }, i) => {
          const n = size[size.length - delay.length + 1 + i];
          expect(estimate / (n * sum)).toBeCloseTo(1, 10);
        });
        const tenfold = nowcast(triangleOfCounts(cut(full.map((row) => row.map((one) => 10 * one)))), {
          ...options,
          draws: 100,
        });
        expect((tenfold.total?.estimate ?? 0) / (made.total?.estimate ?? 1)).toBeCloseTo(10, 9);
      }),
      { numRuns: 30 },
    );
  });

  it("does not hold a period for over because none is in yet", () => {
    const quiet = nowcast(triangleOfCounts(cut([...whole.slice(0, 8), [0, 0, 0], [0, 0, 0]])), options);
    for (const { estimate, observed, interval = [0, 0] } of quiet.periods) {
      expect([estimate, observed, interval[0]]).toEqual([0, 0, 0]);
      expect(interval[1]).toBeGreaterThanOrEqual(1);
    }
    expect(quiet.periods[1].interval?.[1]).toBeGreaterThanOrEqual(3);
    // Even where every report so far came at once: that does not mean that all always will.
    const prompt = nowcast(triangleOfCounts(cut([...levels.map((n) => [n, 0, 0]), [0, 0, 0]])), options);
    expect(prompt.periods[1]).toMatchObject({ observed: 0, share: 1, interval: [0, 1] });
  });

  it("says that it is too early where none was ever in by now, and gives no total", () => {
    const late = nowcast(triangleOfCounts(cut(levels.map((n) => [0, 3 * n, 2 * n]))), options);
    const [first, second] = late.periods;
    expect(first.estimate).toBeCloseTo(150, 9);
    expect(second).toEqual({
      ...{ period: "2020-10-01", delay: 0, observed: 0, share: 0, n: second.n },
      reading: "2020-10-01: 0 events so far; too early: none was in within 0 months of any period before",
    });
    expect(late.total).toBeUndefined();
    expect(late.reading).toBe(
      "2 months from 2020-09-01: too early for a total as of 2020-11-01, reports after 2 months not counted",
    );
  });

  it("foresees that part of the count is taken back where part of it always was", () => {
    const taken = levels.map((n) => [10 * n, 2 * n, -n]);
    const { periods } = nowcast(triangleOfCounts(cut(taken)), options);
    expect(periods[0].estimate).toBeCloseTo(11 * 30, 6);
    expect(periods[0].interval?.[0]).toBeLessThan(12 * 30);
    expect(periods[1].estimate).toBeCloseTo(11 * 20, 6);
  });

  it("widens with the level and with the dispersion of the past", () => {
    const width = (made: ReturnType<typeof nowcast>): number =>
      (made.total?.interval[1] ?? 0) - (made.total?.interval[0] ?? 0);
    const wider = nowcast(triangleOfCounts(cut(whole)), { ...options, level: 0.99 });
    expect(width(wider)).toBeGreaterThan(width(found));
    const rough = whole.map((row, t) => (t % 2 === 0 ? row : [row[2], row[1], row[0]]));
    expect(width(nowcast(triangleOfCounts(cut(rough)), options))).toBeGreaterThan(2 * width(found));
  });

  it("is the same for the same seed, of a frozen triangle, and survives JSON", () => {
    expect(nowcast(triangleOfCounts(cut(whole)), options)).toEqual(found);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("needs three periods more than its longest delay, unless the cells' scatter will do", () => {
    const short = triangleOfCounts(cut(whole.slice(0, 4)));
    expect(() => nowcast(short, options)).toThrow(
      new InputError("nowcast: needs at least 5 months for a longest delay of 2, got 4"),
    );
    expect(nowcast(short, { ...options, dispersion: "cells" }).assumes).toContain(
      "dispersion of the cells, blind to delays that drift",
    );
  });

  it("needs something to learn its dispersion from", () => {
    const square = triangleOfCounts([
      [3, 0],
      [0, null],
    ]);
    expect(() => nowcast(square, { ...options, dispersion: "cells" })).toThrow(
      new InputError("nowcast: no dispersion to be learnt, got 1 counts to compare"),
    );
  });
});
