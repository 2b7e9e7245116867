import { describe, expect, it } from "vitest";
import { relativeSkill, type Score, skill } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { scored } from "./madeScores.js";

const options = { level: 0.9, seed: 1, missing: "refuse" } as const;
const uniform = random(5);
const news = Array.from({ length: 40 }, () => 10 * uniform());
const noisy = (model: string, times: number, noise?: number): Score[] =>
  news.map((level, origin) =>
    scored(model, origin, times * (level + uniform()), { ...(noise !== undefined && { noise }) }),
  );

describe("skill", () => {
  it("is 1 less the ratio of the means, with the gap beside it", () => {
    const scores = [1, 3].flatMap((value, origin) => [scored("a()", origin, value), scored("b()", origin, 2 * value)]);
    const [found, ...more] = skill(scores, { ...options, against: "b()", by: ["model"] });
    expect(more).toEqual([]);
    expect([found.model, found.mean, found.reference, found.skill, found.gap]).toEqual(["a()", 2, 4, 0.5, -2]);
  });

  it("tells models apart whether asked to or not, and steps where asked", () => {
    const scores = ["a()", "b()", "c()"].flatMap((model, m) =>
      [1, 2].flatMap((step) => [0, 1, 2].map((origin) => scored(model, origin, 1 + m * step, { step }))),
    );
    const found = skill(scores, { ...options, against: "a()", by: ["step"] });
    expect(found.map(({ model, step, skill }) => [model, step, skill])).toEqual([
      ["b()", 1, -1],
      ["b()", 2, -2],
      ["c()", 1, -2],
      ["c()", 2, -4],
    ]);
  });

  it("draws both models together, so that what made months hard for both leaves the gap narrow", () => {
    const [found] = skill([...noisy("a()", 1), ...noisy("b()", 1.2)], { ...options, against: "b()", by: [] });
    const [low, high] = found.gapInterval ?? [0, 0];
    // The months' own spread alone would make an interval of about +-1.5.
    expect((high ?? 0) - low).toBeLessThan(1.2);
    expect(high).toBeLessThan(0);
    expect(found.interval?.[0]).toBeGreaterThan(0);
  });

  it("adds the noise of both in squares", () => {
    const [found] = skill([...noisy("a()", 1, 0.3), ...noisy("b()", 1, 0.4)], { ...options, against: "b()", by: [] });
    expectDigits(found.noise ?? 0, 0.5 / Math.sqrt(40), 10);
  });

  it("is none against a reference without loss, or where a mean is Infinity, and says so", () => {
    const scores = [0, 1, 2].flatMap((origin) => [scored("a()", origin, 1), scored("b()", origin, 0)]);
    const [zero] = skill(scores, { ...options, against: "b()", by: [] });
    expect([zero.skill, zero.gap, zero.interval]).toEqual([null, 1, undefined]);
    expect(zero.says).toContain("no skill, as the means are 1 and, of b(), 0");
    const [endless] = skill([...scores, scored("a()", 3, Infinity), scored("b()", 3, 1)], {
      ...{ ...options, against: "b()", by: [] },
    });
    expect([endless.mean, endless.skill, endless.gap]).toEqual([null, null, null]);
    expect(endless.says).toContain("no interval, as a score is Infinity");
  });

  it("counts stand-ins of either model, and refuses a reference without scores", () => {
    const scores = [scored("a()", 0, 1), scored("a()", 1, 2), scored("b()", 0, 2), scored("c()", 1, 4)];
    const found = skill(scores, { ...options, against: "b()", by: [], missing: "worst" });
    expect(found.map(({ model, standIns, mean, reference }) => [model, standIns, mean, reference])).toEqual([
      ["a()", 1, 1.5, 3],
      ["c()", 2, 3, 3],
    ]);
    expect(() => skill(scores, { ...options, against: "z()", by: [] })).toThrow(
      "skill: needs scores of z() by crps(), got a(), b(), c()",
    );
  });
});

describe("relative skill", () => {
  const three = [
    ...[1, 2].map((value, origin) => scored("a()", origin, value)),
    ...[2, 4].map((value, origin) => scored("b()", origin, value)),
    ...[4, 8].map((value, origin) => scored("c()", origin, value)),
  ];

  it("is the geometric mean of a model's ratios, itself among them, scaled by the baseline", () => {
    const found = relativeSkill(three, { by: [], seed: 1, baseline: "b()" });
    expect(found.map(({ model }) => model)).toEqual(["a()", "b()", "c()"]);
    // a: cube root of 1 * 1/2 * 1/4; b: of 2 * 1 * 1/2; c: of 4 * 2 * 1.
    for (const [i, value] of [0.5, 1, 2].entries()) {
      expectDigits(found[i].relative ?? 0, value, 12);
      expectDigits(found[i].scaled ?? 0, value, 12);
    }
    expect(found[0].pairs.map(({ against, n, ratio }) => [against, n, ratio])).toEqual([
      ["b()", 2, 0.5],
      ["c()", 2, 0.25],
    ]);
    expect(found[0].says).toBe("compared with 2 of 2 models");
  });

  it("compares each pair on the tasks that both have", () => {
    const scores = [...three.filter((row) => row.model !== "c()"), scored("c()", 1, 1)];
    const [a, , c] = relativeSkill(scores, { by: [], seed: 1 });
    expect(a.pairs.map(({ n, ratio }) => [n, ratio])).toEqual([
      [2, 0.5],
      [1, 2],
    ]);
    expectDigits(a.relative ?? 0, 1, 12);
    expectDigits(c.relative ?? 0, Math.cbrt(1 / 8), 12);
    expect(a).not.toHaveProperty("scaled");
  });

  it("leaves out pairs without a task in common, and says so", () => {
    const scores = [...three.filter((row) => row.model !== "c()"), scored("c()", 7, 1)];
    const [a, , c] = relativeSkill(scores, { by: [], seed: 1, baseline: "b()" });
    expectDigits(a.relative ?? 0, Math.sqrt(0.5), 12);
    expect(a.says).toBe(
      "compared with 1 of 2 models; no ratio to c(): no task that both have, or means of 0 or Infinity",
    );
    expect([c.relative, c.scaled]).toEqual([null, null]);
    expect(c.says).toContain("compared with none");
    expect(c.says).toContain("not scaled, as b() or the model has no relative skill above 0");
  });

  it("of a single model is none, and says so", () => {
    const [found, ...more] = relativeSkill([scored("a()", 0, 1)], { by: [], seed: 1 });
    expect([found.relative, found.pairs, more]).toEqual([null, [], []]);
    expect(found.says).toBe("no other model to be compared with");
  });

  it("has no ratio where a mean is 0 or Infinity", () => {
    const scores = [scored("a()", 0, 0), scored("b()", 0, 1), scored("c()", 0, Infinity), scored("d()", 0, 2)];
    const found = relativeSkill(scores, { by: [], seed: 1 });
    expect(found.map(({ relative }) => relative)).toEqual([
      null,
      expect.closeTo(Math.SQRT1_2),
      null,
      expect.closeTo(Math.SQRT2),
    ]);
  });

  it("has a p that is small where one model is better in nearly every block, and the same from both sides", () => {
    const scores = [...noisy("a()", 1), ...noisy("b()", 1.5), ...noisy("c()", 1.001)];
    const [a, b] = relativeSkill(scores, { by: [], seed: 3 });
    expect(a.pairs[0].p).toBeLessThan(0.02);
    expect(a.pairs[1].p).toBeGreaterThan(0.1);
    expect(b.pairs[0].p).toBe(a.pairs[0].p);
  });

  it("holds a tournament a step, and refuses a baseline without scores", () => {
    const scores = [1, 2].flatMap((step) => [scored("a()", 0, 1, { step }), scored("b()", 0, step, { step })]);
    const found = relativeSkill(scores, { by: ["model", "step"], seed: 1 });
    expect(found.map(({ model, step, pairs }) => [model, step, pairs[0].ratio])).toEqual([
      ["a()", 1, 1],
      ["b()", 1, 1],
      ["a()", 2, 0.5],
      ["b()", 2, 2],
    ]);
    expect(() => relativeSkill(scores, { by: [], seed: 1, baseline: "z()" })).toThrow(
      "relativeSkill: baseline has no score by crps(), got z(); there are a(), b()",
    );
  });
});
