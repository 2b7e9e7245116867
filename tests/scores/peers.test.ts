import { describe, expect, it } from "vitest";
import { difficultyAdjusted, peerScore, type Score } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { scored } from "./madeScores.js";

const options = { metric: "crps()", level: 0.9, seed: 1 };
const uniform = random(11);

describe("scores allowing for how hard the tasks were", () => {
  it("are the plain means where every model has every task", () => {
    const scores = ["a()", "b()"].flatMap((model, m) =>
      [1, 5, 2, 9].map((value, origin) => scored(model, origin, value * (m + 1))),
    );
    const found = difficultyAdjusted(scores, options);
    for (const { adjusted, mean } of found) expectDigits(adjusted ?? 0, mean ?? 1, 12);
    expect(found.map(({ model, n, tasks }) => [model, n, tasks])).toEqual([
      ["a()", 4, 4],
      ["b()", 4, 4],
    ]);
  });

  it("find models' and tasks' parts exactly where scores are their sums, whoever has which task", () => {
    const tasks = Array.from({ length: 30 }, () => 10 * uniform());
    const parts = { "a()": 1, "b()": 2.5, "c()": 4 };
    const scores: Score[] = Object.entries(parts).flatMap(([model, part], m) =>
      tasks.flatMap((task, origin) => ((origin + m) % 3 === 0 ? [] : [scored(model, origin, part + task)])),
    );
    const centre = tasks.reduce((a, b) => a + b, 0) / tasks.length;
    for (const { model, adjusted, n } of difficultyAdjusted(scores, options)) {
      expectDigits(adjusted ?? 0, Object.entries(parts).filter(([name]) => name === model)[0][1] + centre, 11, model);
      expect(n).toBe(20);
    }
  });

  it("put a model right that was set the hard tasks only", () => {
    const scores = [
      ...[1, 1, 10, 10].map((value, origin) => scored("all()", origin, value)),
      ...[8, 8].map((value, i) => scored("hard()", 2 + i, value)),
    ];
    const [all, hard] = difficultyAdjusted(scores, options);
    expectDigits(all.adjusted ?? 0, 5.5, 12);
    expect(hard.mean).toBe(8);
    expectDigits(hard.adjusted ?? 0, 3.5, 12);
    expect(hard.says).toMatch(/^has 2 of 4 tasks; /);
  });

  it("have intervals about them, and none for a model with a score of Infinity", () => {
    const scores = ["a()", "b()"].flatMap((model, m) =>
      Array.from({ length: 24 }, (_, origin) => scored(model, origin, m + 5 * uniform())),
    );
    const [a, b, c] = difficultyAdjusted([...scores, scored("c()", 0, Infinity), scored("c()", 1, 1)], options);
    for (const { interval, adjusted } of [a, b]) {
      expect(interval?.[0]).toBeLessThan(adjusted ?? 0);
      expect(interval?.[1]).toBeGreaterThan(adjusted ?? 0);
    }
    expect([c.adjusted, c.mean, c.interval, c.says]).toEqual([
      null,
      null,
      undefined,
      "none, as a score of its own is Infinity",
    ]);
    const [one] = difficultyAdjusted([scored("a()", 0, Infinity)], options);
    expect(one.adjusted).toBe(null);
  });

  it("refuse models that nothing links", () => {
    expect(() => difficultyAdjusted([scored("a()", 0, 1), scored("b()", 1, 2)], options)).toThrow(
      "difficultyAdjusted: needs models that share tasks, at least through others, got some that share none",
    );
  });
});

describe("peer scores", () => {
  const log = (p: number): number => -Math.log(p);
  const some = { ...options, by: [] };

  it("on Metaculus's scale are 100 times the mean gap of log scores to the others", () => {
    const scores = [0.8, 0.5, 0.2].map((p, m) => scored("abc"[m], 0, log(p)));
    const found = peerScore(scores, { ...some, times: 100 });
    // 100 * (ln 0.8 - (ln 0.5 + ln 0.2) / 2), and N / (N - 1) times the gap to the geometric mean of all.
    expectDigits(found[0].peer ?? 0, 100 * (Math.log(0.8) - Math.log(0.1) / 2), 12);
    expectDigits(found[0].peer ?? 0, 100 * (3 / 2) * Math.log(0.8 / Math.cbrt(0.8 * 0.5 * 0.2)), 12);
    expect(Math.abs(found.reduce((sum, { peer }) => sum + (peer ?? 0), 0))).toBeLessThan(1e-12);
  });

  it("leave out tasks that no other model has", () => {
    const [a, b] = peerScore([scored("a()", 0, 1), scored("a()", 1, 50), scored("b()", 0, 3)], some);
    expect([a.peer, a.n, b.peer]).toEqual([2, 1, -2]);
  });

  it("have an interval, and the noise of both sides", () => {
    const scores = ["a()", "b()", "c()"].flatMap((model, m) =>
      Array.from({ length: 25 }, (_, origin) => scored(model, origin, m + uniform(), { noise: 0.3 })),
    );
    const [best] = peerScore(scores, some);
    expect(best.interval?.[0]).toBeGreaterThan(1);
    expectDigits(best.noise ?? 0, Math.hypot(0.3, 0.3 / Math.SQRT2) / 5, 12);
    expect(peerScore(scores, { ...some, by: ["step"] })[0].step).toBe(1);
  });

  it("are none where a score is Infinity, and say whose", () => {
    const scores = [scored("a()", 0, Infinity), scored("b()", 0, 1), scored("a()", 1, 1), scored("b()", 1, 1)];
    const [a, b] = peerScore(scores, some);
    expect([a.peer, b.peer]).toEqual([null, null]);
    expect(a.says).toBe("none, as of 2 tasks it alone is at Infinity in 1, others alone in 0, both in 0");
    expect(b.says).toContain("it alone is at Infinity in 0, others alone in 1, both in 0");
    const both = [scored("a()", 0, Infinity), scored("b()", 0, Infinity)];
    expect(peerScore(both, some)[0].says).toContain("both in 1");
  });

  it("refuse a lone model and a scale that is none", () => {
    expect(() => peerScore([scored("a()", 0, 1)], some)).toThrow(
      "peerScore: needs models that share tasks, got none that do",
    );
    expect(() => peerScore([scored("a()", 0, 1)], { ...some, times: 0 })).toThrow(
      "peerScore: times needs a number above 0, got 0",
    );
  });
});
