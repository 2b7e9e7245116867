import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Functional, murphy, type Resolved, reliability } from "../../src/index.js";
import { poolAdjacent } from "../../src/math/poolAdjacent.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import byScores from "../fixtures/evaluationScores.json" with { type: "json" };
import { resolvedAs } from "./madeScores.js";

const chances = (said: readonly number[], observed: readonly number[]): Resolved[] =>
  said.map((p, i) => resolvedAs({ family: "bernoulli", p }, observed[i], i));
const points = (said: readonly number[], observed: readonly number[]): Resolved[] =>
  said.map((value, i) => resolvedAs({ family: "draws", values: [value] }, observed[i], i));
const options = { seed: 1, draws: 50 };

describe("reliability", () => {
  it("pools what falls until it rises, and adds its parts up to the score", () => {
    const [found] = reliability(chances([0.1, 0.2, 0.4, 0.4, 0.9], [0, 1, 0, 0, 1]), options);
    expect(found.points.map(({ says, n, recalibrated }) => [says, n, recalibrated])).toEqual([
      [0.1, 1, 0],
      [0.2, 1, 1 / 3],
      [0.4, 2, 1 / 3],
      [0.9, 1, 1],
    ]);
    expectDigits(found.score ?? 0, (0.01 + 0.64 + 0.16 + 0.16 + 0.01) / 5, 12);
    expectDigits(found.unc, 0.24, 12);
    expectDigits(found.dsc, 0.24 - 2 / 3 / 5, 12);
    expectDigits((found.mcb ?? 0) - found.dsc + found.unc, found.score ?? 0, 12);
    expect(found.reading).toMatch(
      /^m\(\): score 0\.196 = miscalibration 0\.063 - discrimination 0\.107 \+ uncertainty 0\.240; no sign of miscalibration, p = /,
    );
  });

  it.each(byScores.chances)("is the isotonic fit of the Python package scores", (one) => {
    const [found] = reliability(chances(one.said, one.observed), options);
    expect(found.points.map(({ says }) => says)).toEqual(one.says);
    expect(found.points.map(({ n }) => n)).toEqual(one.n);
    for (const [i, value] of one.recalibrated.entries()) expectDigits(found.points[i].recalibrated, value, 10, i);
    expectDigits(found.score ?? 0, one.score, 10);
    expectDigits(found.mcb ?? 0, one.mcb, 9);
    expectDigits(found.dsc, one.dsc, 9);
    expectDigits(found.unc, one.unc, 10);
  });

  it.each(byScores.counts.filter(({ recalibrated }) => recalibrated !== null))("of means is too", (one) => {
    const [found] = reliability(points(one.said, one.observed), options);
    for (const [i, value] of (one.recalibrated ?? []).entries())
      expectDigits(found.points[i].recalibrated, value, 10, i);
  });

  it("has no negative part, and parts that add up, by every loss", () => {
    const row = fc.record({ said: fc.integer({ min: 0, max: 10 }), observed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const [said, observed] = [rows.map((one) => one.said / 10), rows.map((one) => Number(one.observed))];
        const resolved = chances(said, observed);
        for (const asked of [{}, { loss: "log" as const }, { of: { quantile: 0.3 } }]) {
          const [found] = reliability(resolved, { seed: 1, draws: 2, ...asked });
          expect(found.dsc).toBeGreaterThan(-1e-12);
          expect(found.mcb ?? Infinity).toBeGreaterThan(-1e-12);
          if (found.score !== null)
            expect(Math.abs(found.score - ((found.mcb ?? 0) - found.dsc + found.unc))).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("of quantiles recalibrates as well as any rising sequence can", () => {
    const observed = [5, 1, 4, 4, 0, 9, 3];
    const level = 0.7;
    const loss = (values: readonly number[]): number =>
      values.reduce(
        (sum, x, i) => sum + (x > observed[i] ? (1 - level) * (x - observed[i]) : level * (observed[i] - x)),
        0,
      );
    // Every rising sequence of the values that came.
    const levels = [...new Set(observed)].sort((a, b) => a - b);
    let least = Infinity;
    const walk = (so: readonly number[], from: number): void => {
      if (so.length === observed.length) least = Math.min(least, loss(so));
      else for (let i = from; i < levels.length; i++) walk([...so, levels[i]], i);
    };
    walk([], 0);
    const [found] = reliability(points([1, 2, 3, 4, 5, 6, 7], observed), { ...options, of: { quantile: level } });
    const got = found.points.map(({ recalibrated }) => recalibrated);
    expect([...got].sort((a, b) => a - b)).toEqual(got);
    expectDigits(loss(got), least, 12);
    expectDigits((found.score ?? 0) - (found.mcb ?? 0), least / 7, 12);
  });

  it("is Infinity by the log score where no chance was given to what came, and refuses it of counts", () => {
    const [found] = reliability(chances([0, 0.5, 1], [1, 0, 1]), { ...options, loss: "log" });
    expect([found.score, found.mcb]).toEqual([null, null]);
    expect(found.reading).toContain("score Infinity = miscalibration Infinity");
    expect(() => reliability(points([1], [1]), { ...options, loss: "log" })).toThrow(
      "reliability: the log score needs chances, got draws",
    );
  });

  it("finds right forecasts right as often as it should, and wrong ones wrong", () => {
    const uniform = random(4);
    const said = Array.from({ length: 150 }, () => Math.round(20 * uniform()) / 20);
    const small = Array.from({ length: 60 }, () => {
      const observed = said.map((p) => Number(uniform() < p));
      return reliability(chances(said, observed), { seed: 2, draws: 99 })[0];
    });
    expect(small.filter(({ p }) => p <= 0.1).length).toBeLessThan(15);
    const held = small.flatMap((row) =>
      row.points.map(({ recalibrated, band: [low, high] }) => recalibrated >= low && recalibrated <= (high ?? 1)),
    );
    // Bands are of 90%.
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.86);
    const squared = said.map((p) => Number(uniform() < p * p));
    expect(reliability(chances(said, squared), { seed: 2, draws: 999 })[0].p).toBeLessThan(0.01);
  });

  it("refuses a functional that is none", () => {
    expect(() => reliability(points([1], [1]), { ...options, of: { quantile: 1 } })).toThrow(
      'reliability: of needs "mean" or a quantile between 0 and 1, got {"quantile":1}',
    );
  });
});

describe("pooling adjacent violators", () => {
  it("is no further from what each place holds than any other rising sequence", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 12 }), (values) => {
        const risen = poolAdjacent(
          values.length,
          (from, to) => values.slice(from, to).reduce((a, b) => a + b) / (to - from),
        );
        // Minimax form of isotonic regression: the least over ends of the greatest over beginnings of means.
        values.forEach((_, i) => {
          const wanted = Math.min(
            ...values
              .slice(i)
              .map((_, j) =>
                Math.max(
                  ...values
                    .slice(0, i + 1)
                    .map((_, k) => values.slice(k, i + j + 1).reduce((a, b) => a + b) / (i + j + 1 - k)),
                ),
              ),
          );
          expect(risen[i]).toBeCloseTo(wanted, 9);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("the Murphy diagram", () => {
  it.each(byScores.chances)("of chances is that of the Python package scores", (one) => {
    const [found] = murphy(chances(one.said, one.observed), { thetas: one.thetas });
    for (const [i, value] of one.murphy.entries()) expectDigits(found.scores[i], value, 10, i);
    expectDigits(2 * found.area, one.score, 10);
  });

  it.each(byScores.counts)("of means and quantiles is too (level $level)", (one) => {
    const of: Functional = one.level === null ? "mean" : { quantile: one.level };
    const [found] = murphy(points(one.said, one.observed), { thetas: one.thetas, of });
    for (const [i, value] of one.murphy.entries()) expectDigits(found.scores[i], value, 10, i);
  });

  it.each<Functional>(["mean", { quantile: 0.8 }])("has the score as its area (%j)", (of) => {
    const [said, observed] = [
      [1.5, 4, 2.5, 8],
      [3, 1, 2, 12],
    ];
    const thetas = Array.from({ length: 13_001 }, (_, i) => i / 1000 + 0.0005);
    const [found] = murphy(points(said, observed), { of, thetas });
    const sum = found.scores.reduce((a, b) => a + b, 0) / 1000;
    expect(sum).toBeCloseTo(found.area, 4);
    const loss = said.map((x, i) =>
      of === "mean" ? (x - observed[i]) ** 2 / 2 : x > observed[i] ? 0.2 * (x - observed[i]) : 0.8 * (observed[i] - x),
    );
    expectDigits(found.area, loss.reduce((a, b) => a + b, 0) / 4, 12);
  });

  it("shares thresholds between models: from 0 to 1 of chances, else over all that was said and came", () => {
    const two = ["a()", "b()"].flatMap((model, i) => [resolvedAs({ family: "bernoulli", p: 0.5 }, i, 0, { model })]);
    const [a, b] = murphy(two);
    expect([a.model, b.model, a.thetas.length, a.thetas[0], a.thetas[100]]).toEqual(["a()", "b()", 101, 0, 1]);
    expect(b.thetas).toEqual(a.thetas);
    const [counts] = murphy(points([2, 9], [0, 30]));
    expect([counts.thetas[0], counts.thetas[100]]).toEqual([0, 30]);
    expect(murphy(points([2], [2]))[0].thetas).toEqual([2]);
  });

  it("refuses thresholds that do not rise", () => {
    expect(() => murphy(points([1], [1]), { thetas: [] })).toThrow(
      "murphy: thetas need to be rising numbers, got none",
    );
    expect(() => murphy(points([1], [1]), { thetas: [1, 1] })).toThrow(
      "murphy: thetas need to be rising numbers, got 1",
    );
  });
});
