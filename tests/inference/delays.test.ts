import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError, delays, InputError, type Triangle } from "../../src/index.js";
import { cut, triangleOfCounts } from "./reportedTriangles.js";

const options = { level: 0.95, seed: 7, draws: 400 } as const;
const rows = [8, 12, 5, 9, 14, 7, 10, 6, 11, 9].map((n) => [n, Math.round(n / 2), n % 3, n % 2]);
const triangle = triangleOfCounts(cut(rows));
const found = delays(triangle, options);

describe("delays", () => {
  it("are the shares of the chain ladder, each with an interval that holds it", () => {
    expect(found.shares.map((one) => one.delay)).toEqual([0, 1, 2, 3]);
    for (const { share, interval } of found.shares) {
      expect(interval[0]).toBeLessThanOrEqual(share);
      expect(interval[1]).toBeGreaterThanOrEqual(share);
    }
    expect(found.shares[3]).toMatchObject({ share: 1, interval: [1, 1] });
  });

  it("say what they rest on", () => {
    const sum = triangle.counts.flat().reduce((all: number, one) => all + (one ?? 0), 0);
    expect(found).toMatchObject({ periods: 10, n: sum, level: 0.95, seed: 7, draws: 400, from: ["abcdef1234"] });
    // The longest step was learnt from the seven whole periods alone.
    const whole = rows
      .slice(0, 7)
      .flat()
      .reduce((all, one) => all + one, 0);
    expect(found.shares[3].n).toBe(whole);
    expect(found.shares[0].n).toBe(whole);
  });

  it("read as a sentence that owns what it does not know", () => {
    expect(found.reading).toBe(
      `${found.reading.split(";")[0]}; half within 0 months [0, 0]; of ${found.n} events in 10 months; what is reported after 3 months is unknown`,
    );
    expect(found.reading).toMatch(/^\d+% \[\d+%, \d+%\] are in within the month itself;/);
    expect(found.assumes).toContain("nothing known of reports later than the longest delay");
  });

  it("find half in at the first delay with half the events, and no earlier", () => {
    const even = triangleOfCounts(cut(Array.from({ length: 9 }, () => [30, 20, 50])));
    expect(delays(even, options).median).toBe(1);
  });

  it("say what was taken back", () => {
    const taken = cut(rows.map((row, t) => (t === 2 ? [row[0], row[1], -3, 0] : row)));
    const { corrections, reading, assumes } = delays(triangleOfCounts(taken), options);
    expect(corrections).toEqual({ cells: 1, events: 3 });
    expect(reading).toContain("3 events taken back in 1 cell count as never reported");
    expect(assumes).toContain("what was taken back counts as never reported");
  });

  it("say from when on they differ, if they do", () => {
    const changed = cut(Array.from({ length: 16 }, (_, t) => (t < 8 ? [60 + t, 20, 20] : [20, 20 + t, 60])));
    const { change, reading } = delays(triangleOfCounts(changed), options);
    expect(change?.at).toBe("2020-09-01");
    expect(change?.p).toBeLessThan(1e-4);
    expect(reading).toMatch(/; delays differ before and from 2020-09-01 on \(p = /);
  });

  it("are learnt from the last periods alone if asked", () => {
    const changed = cut(Array.from({ length: 20 }, (_, t) => (t < 10 ? [100, 0, 0] : [20, 20, 60])));
    const { shares, periods } = delays(triangleOfCounts(changed), { ...options, recent: 8 });
    expect(periods).toBe(8);
    expect(shares[0].share).toBeCloseTo(0.2, 12);
  });

  it("tell periods entered late in bulk from those reported as they came", () => {
    const bulk = cut(Array.from({ length: 20 }, (_, t) => (t < 10 ? [0, 0, 90 + t] : [60 + t, 20, 20])));
    const mixed = delays(triangleOfCounts(bulk), options);
    expect(mixed.change).toMatchObject({ at: "2020-11-01" });
    expect(mixed.change?.p).toBeLessThan(0.001);
    expect(mixed.shares[0].share).toBeLessThan(0.4);
    const since = delays(triangleOfCounts(bulk), { ...options, recent: 10 });
    expect(since.shares[0].share).toBeGreaterThan(0.6);
  });

  it("keep their shares when every count is a multiple, and narrow", () => {
    const count = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { minLength: 6, maxLength: 9 }), (made) => {
        const once = delays(triangleOfCounts(cut(made)), { ...options, dispersion: "cells" });
        const many = delays(triangleOfCounts(cut(made.map((row) => row.map((one) => 9 * one)))), {
          ...options,
          dispersion: "cells",
        });
        many.shares.forEach(({ share }, d) => {
          expect(share).toBeCloseTo(once.shares[d].share, 10);
        });
        expect(many.phi / once.phi).toBeCloseTo(9, 6);
      }),
      { numRuns: 30 },
    );
  });

  it("are the same for the same seed and survive JSON", () => {
    expect(delays(triangle, options)).toEqual(found);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(delays(triangle, { ...options, seed: 8 }).shares[0].interval).not.toEqual(found.shares[0].interval);
  });
});

describe("delays that cannot be learnt", () => {
  const fault = (text: string): InputError => new InputError(`delays: ${text}`);
  const short = triangleOfCounts(cut(rows.slice(0, 5)));

  it.each([
    [triangle, { level: 1 }, "level needs a number between 0 and 1, got 1"],
    [triangle, { seed: 0.5 }, "seed needs a whole number, got 0.5"],
    [triangle, { draws: 10 }, "draws needs a whole number from 100, got 10"],
    [triangle, { recent: 3 }, "recent needs a whole number from 4, got 3"],
    [triangle, { dispersion: "none" }, 'dispersion needs past or cells, got "none"'],
    [short, {}, "needs at least 6 months for a longest delay of 3, got 5"],
    [triangleOfCounts(cut(rows.map(() => [0, 0, 0, 0]))), {}, "no event of a month old enough to show delay 3"],
  ] as const)("say why (%#)", (given, change, text) => {
    expect(() => delays(given as Triangle, { ...options, ...(change as object) })).toThrow(fault(text));
  });

  it("refuse what is no triangle", () => {
    const bad = (row: (number | null)[]): Triangle => triangleOfCounts([...cut(rows).slice(0, 9), row]);
    const where = "(row 10 of the triangle from 2020-01-01)";
    const broken = (text: string): DataError => new DataError(`delays: ${text} ${where}`);
    expect(() => delays(bad([1, null, null]), options)).toThrow(broken("needs 4 delays a row, got 3"));
    expect(() => delays(bad([1, 2, null, null]), options)).toThrow(
      broken("needs a count just where it can be known, got 2 at delay 1"),
    );
    expect(() => delays(bad([1.5, null, null, null]), options)).toThrow(
      broken("needs whole numbers, got 1.5 at delay 0"),
    );
    expect(() => delays(bad([-1, null, null, null]), options)).toThrow(
      broken("more was taken back than added, got -1 at delay 0"),
    );
  });
});
