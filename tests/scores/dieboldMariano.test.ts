import { describe, expect, it } from "vitest";
import { bootstrapDifference, dieboldMariano, type Score } from "../../src/index.js";
import { expectDigits } from "../close.js";
import byR from "../fixtures/evaluation.json" with { type: "json" };
import byScores from "../fixtures/evaluationScores.json" with { type: "json" };
import { scored } from "./madeScores.js";

const pair = (of: readonly number[], against: readonly number[], step = 1): Score[] => [
  ...of.map((value, origin) => scored("a()", origin, value, { step })),
  ...against.map((value, origin) => scored("b()", origin, value, { step })),
];
const asked = { of: "a()", against: "b()", metric: "crps()", by: [] };
const first = [3, 1, 4, 1, 5, 9, 2, 6];
const second = [2, 7, 1, 8, 2, 8, 1, 8];

describe("the test of Diebold and Mariano", () => {
  it("of one step ahead is the t test of the gaps", () => {
    const [found] = dieboldMariano(pair(first, second), asked);
    // Gaps 1, -6, 3, -7, 3, 1, 1, -2: mean -0.75, sum of squares about it 105.5; HLN at h = 1 divides it by n - 1.
    expectDigits(found.estimate ?? 0, -0.75, 12);
    expectDigits(found.statistic ?? 0, -0.75 / Math.sqrt(105.5 / 7 / 8), 12);
    expect(found.reading).toMatch(
      /^a\(\) against b\(\) by crps\(\), step 1: no clear difference, gap -0\.75 \[-4\.00, 2\.50\], p = 0\.6/,
    );
    expect([found.n, found.step, found.level]).toEqual([8, 1, 0.95]);
  });

  it.each(byR.dieboldMariano)("is forecast::dm.test's (R, step $step, weighted $weighted)", (one) => {
    const [found] = dieboldMariano(pair(one.of, one.against, one.step), asked);
    expectDigits(found.estimate ?? 0, one.mean, 10);
    expectDigits(found.statistic ?? 0, one.statistic, 10);
    expectDigits(found.p ?? 0, one.p, 10);
    expect(found.reading.includes("so they are weighted down")).toBe(one.weighted);
  });

  it.each(byScores.dieboldMariano)("is that of the Python package scores (step $step)", (one) => {
    const [found] = dieboldMariano(pair(one.of, one.against, one.step), { ...asked, level: 0.9 });
    expectDigits(found.statistic ?? 0, one.statistic, 10);
    expectDigits(found.p ?? 0, 2 * Math.min(one.below, 1 - one.below), 10);
    const ends = [one.low, one.high].sort((a, b) => a - b);
    for (const [i, end] of ends.entries()) expectDigits(found.interval?.[i] ?? 0, end, 10);
  });

  it("averages the gaps of all keys of an origin first, so that one series is tested", () => {
    const keyed = (zone: string, by: number): Score[] =>
      pair(first, second).map((row) => ({ ...row, key: { zone }, value: (row.value ?? 0) * by }));
    const [whole] = dieboldMariano([...keyed("x", 1), ...keyed("y", 3)], asked);
    const [single] = dieboldMariano(
      pair(
        first.map((v) => 2 * v),
        second.map((v) => 2 * v),
      ),
      asked,
    );
    expectDigits(whole.p ?? 0, single.p ?? 1, 12);
    expect(whole.n).toBe(8);
    expect(whole.reading).toContain("(16 tasks at 8 origins)");
    expect(dieboldMariano([...keyed("x", 1), ...keyed("y", 3)], { ...asked, by: ["zone"] })).toHaveLength(2);
  });

  it("tests each step by itself, and turns round with the models", () => {
    const scores = [...pair(first, second), ...pair(second, first, 2)];
    const found = dieboldMariano(scores, asked);
    expect(found.map(({ step }) => step)).toEqual([1, 2]);
    const [back] = dieboldMariano(scores, { ...asked, of: "b()", against: "a()" });
    expectDigits(back.statistic ?? 0, -(found[0].statistic ?? 0), 12);
    expect(back.p).toBe(found[0].p);
  });

  it("says that there is no test where the losses never differ, or are Infinity", () => {
    const [same] = dieboldMariano(pair(first, first), asked);
    expect([same.estimate, same.p, same.reading]).toEqual([
      0,
      undefined,
      "a() against b() by crps(), step 1: no test, as the losses differ by 0.00 at every origin (8 tasks at 8 origins)",
    ]);
    const [endless] = dieboldMariano(pair([Infinity, ...first], [1, ...second]), asked);
    expect([endless.estimate, endless.p]).toEqual([undefined, undefined]);
    expect(endless.reading).toBe(
      "a() against b() by crps(), step 1: no test, as 1 of 9 tasks have a score of Infinity",
    );
  });

  it("is of tasks that both have, and says how many it leaves out", () => {
    const [found] = dieboldMariano([...pair(first, second), scored("a()", 30, 5)], asked);
    expect(found.reading).toContain("(8 tasks at 8 origins; 1 left out that only one has)");
  });

  it("refuses what it cannot test", () => {
    expect(() => dieboldMariano(pair([1, 2], [2, 1], 2), asked)).toThrow(
      "dieboldMariano: needs more than 2 origins, got 2 (step 2)",
    );
    expect(() => dieboldMariano(pair(first, second), { ...asked, of: "z()" })).toThrow(
      "dieboldMariano: needs scores of z() by crps(), got none",
    );
    expect(() => dieboldMariano(pair(first, second), { ...asked, metric: "brier()" })).toThrow(
      "dieboldMariano: needs scores by brier(), got crps()",
    );
    expect(() => dieboldMariano(pair(first, second), { ...asked, of: "b()" })).toThrow(
      "dieboldMariano: needs two models, got b() twice",
    );
    expect(() => dieboldMariano([scored("a()", 0, 1), scored("b()", 1, 1)], asked)).toThrow(
      "dieboldMariano: a() and b() have no task in common (step 1)",
    );
  });
});

describe("a difference by drawing anew", () => {
  const some = { ...asked, level: 0.9, seed: 2 };

  it("has the mean gap, with an interval about it and a p that goes with it", () => {
    const far = second.map((value) => value + 9);
    const [found] = bootstrapDifference(pair(first, far), some);
    expectDigits(found.estimate ?? 0, -9.75, 12);
    expect(found.interval?.[1]).toBeLessThan(0);
    expect(found.p).toBeLessThan(0.1);
    const [level] = bootstrapDifference(pair(first, second), some);
    expect(level.p).toBeGreaterThan(0.1);
    expect(level.interval?.[1]).toBeGreaterThan(0);
    expect(level.reading).toMatch(/p = 0\.\d+ \(8 tasks at 8 origins, blocks of 2\)$/);
  });

  it("in blocks of one is Student's t test", () => {
    const [found] = bootstrapDifference(pair(first, second), { ...some, blocks: 1 });
    const [exact] = dieboldMariano(pair(first, second), asked);
    expectDigits(found.p ?? 0, exact.p ?? 1, 10);
  });

  it("has none where origins are too few or a score is Infinity, and says so", () => {
    const [few] = bootstrapDifference(pair([1, 2], [2, 2]), some);
    expect([few.interval, few.p, few.estimate]).toEqual([undefined, undefined, -0.5]);
    expect(few.reading).toContain("no interval, as 2 origins in blocks of 1 are too few");
    const [endless] = bootstrapDifference(pair([Infinity, ...first], [1, ...second]), some);
    expect(endless.reading).toContain("no interval, as 1 of 9 tasks have a score of Infinity");
  });
});
