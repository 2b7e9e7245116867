import { describe, expect, it } from "vitest";
import { type Score, summarise } from "../../src/index.js";
import { blockLength } from "../../src/scores/originBlocks.js";
import { expectDigits } from "../close.js";
import { scored } from "./madeScores.js";

const options = { level: 0.9, seed: 1, missing: "refuse" } as const;
const steady = (model: string, shift = 0): Score[] =>
  Array.from({ length: 12 }, (_, origin) =>
    [1, 2].map((step) => scored(model, origin, shift + ((origin * 5) % 7) + step, { step })),
  ).flat();

describe("a summary of scores", () => {
  it("gives each model and step its mean, and says how many scores and origins it is of", () => {
    const found = summarise([...steady("b()"), ...steady("a()", 10)], { ...options, by: ["model", "step"] });
    expect(found.map(({ model, step, n, origins, mean }) => [model, step, n, origins, mean])).toEqual([
      ["b()", 1, 12, 12, 48 / 12],
      ["b()", 2, 12, 12, 60 / 12],
      ["a()", 1, 12, 12, 168 / 12],
      ["a()", 2, 12, 12, 180 / 12],
    ]);
    expect(found[0].says).toBe(
      "no score is missing; the interval draws 12 origins anew in blocks of 3, with all steps and keys of an origin together",
    );
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(summarise([...steady("b()"), ...steady("a()", 10)], { ...options, by: ["model", "step"] })).toEqual(found);
  });

  it("groups by fields of the key, and by nothing", () => {
    const scores = ["hills", "coast"].flatMap((zone, i) =>
      [0, 1, 2].map((origin) => scored("a()", origin, i, { key: { zone, kind: "raids" } })),
    );
    const found = summarise(scores, { ...options, by: ["zone"] });
    expect(found.map(({ key, model, mean }) => [key, model, mean])).toEqual([
      [{ zone: "coast" }, undefined, 1],
      [{ zone: "hills" }, undefined, 0],
    ]);
    expect(summarise(scores, { ...options, by: [] }).map(({ n, mean }) => [n, mean])).toEqual([[6, 0.5]]);
  });

  it("has an interval that moves and stretches with the scores", () => {
    const [one] = summarise(steady("a()"), { ...options, by: ["model"] });
    const scaled = steady("a()").map((row) => ({ ...row, value: 100 + 3 * (row.value ?? 0) }));
    const [other] = summarise(scaled, { ...options, by: ["model"] });
    for (const end of [0, 1]) expectDigits(other.interval?.[end] ?? 0, 100 + 3 * (one.interval?.[end] ?? 0), 10);
    expect(one.interval?.[0]).toBeLessThan(one.mean ?? 0);
    expect(one.interval?.[1]).toBeGreaterThan(one.mean ?? 0);
  });

  it("takes scores of one origin as one: ten keys that say the same make it no surer", () => {
    const of = (keys: number): Score[] =>
      Array.from({ length: 24 }, (_, origin) =>
        Array.from({ length: keys }, (_, k) => scored("a()", origin, (origin * 5) % 7, { key: { zone: `${k}` } })),
      ).flat();
    const [[one], [ten]] = [1, 10].map((keys) => summarise(of(keys), { ...options, by: ["model"] }));
    expect(ten.n).toBe(240);
    expectDigits(ten.interval?.[0] ?? 0, one.interval?.[0] ?? 1, 10);
  });

  it("draws blocks by its rule, or as long as is said", () => {
    expect([blockLength(72, 1), blockLength(72, 6), blockLength(1000, 6), blockLength(9, 6)]).toEqual([5, 11, 11, 3]);
    const [found] = summarise(steady("a()"), { ...options, by: ["model"], blocks: 4 });
    expect([found.block, found.interval === undefined]).toEqual([4, false]);
    const [long] = summarise(steady("a()"), { ...options, by: ["model"], blocks: 99 });
    expect([long.block, long.interval]).toEqual([12, undefined]);
  });

  it("gives no interval to two origins, and says why", () => {
    const [found] = summarise([scored("a()", 0, 1), scored("a()", 1, 3)], { ...options, by: ["model"] });
    expect([found.mean, found.interval]).toEqual([2, undefined]);
    expect(found.says).toBe("no score is missing; no interval, as 2 origins are too few");
  });

  it("adds the noise of one origin and key up, and of others in squares", () => {
    const at = (origin: number, step: number, zone: string): Score =>
      scored("a()", origin, 1, { step, key: { zone }, noise: 0.3 });
    const [paths] = summarise([at(0, 1, "x"), at(0, 2, "x")], { ...options, by: [] });
    expectDigits(paths.noise ?? 0, 0.3, 12);
    const [apart] = summarise([at(0, 1, "x"), at(1, 1, "x"), at(0, 1, "y"), at(1, 1, "y")], { ...options, by: [] });
    expectDigits(apart.noise ?? 0, 0.15, 12);
    expect(summarise([scored("a()", 0, 1)], { ...options, by: [] })[0]).not.toHaveProperty("noise");
  });

  it("is Infinity where one score is, and never leaves it out", () => {
    const scores = [...steady("a()"), scored("a()", 20, Infinity)];
    const [found] = summarise(scores, { ...options, by: ["model"] });
    expect([found.mean, found.infinite, found.n, found.interval]).toEqual([null, 1, 25, undefined]);
    expect(found.says).toBe("no score is missing; no interval, as 1 of 25 scores is Infinity");
  });
});

describe("a score that is missing", () => {
  const gappy = [
    scored("a()", 0, 1),
    scored("a()", 1, 9),
    scored("b()", 0, 2),
    scored("c()", 0, 3),
    scored("c()", 1, 4),
  ];
  const means = (missing: Parameters<typeof summarise>[1]["missing"]) =>
    summarise(gappy, { ...options, missing, by: ["model"] });

  it("is refused by name", () => {
    expect(() => means("refuse")).toThrow(
      'summarise: no score of b() by crps(), all, origin 2015-02-01, step 1; say what to do by missing: "common", "worst", "mean" or { model }',
    );
  });

  it("leaves out the task of all models, and says how many", () => {
    const found = means("common");
    expect(found.map(({ mean, n, leftOut }) => [mean, n, leftOut])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 1],
    ]);
    expect(found[1].says).toBe("1 task is left out, as not every model has them; no interval, as 1 origin is too few");
    const none = [scored("a()", 0, 1), scored("b()", 1, 1)];
    expect(() => summarise(none, { ...options, missing: "common", by: ["model"] })).toThrow(
      "summarise: no task of a() has a score by crps() of every model",
    );
  });

  it("has a stand-in: another model's, the worst or the mean of the others'", () => {
    expect(means({ model: "c()" }).map(({ mean, standIns }) => [mean, standIns])).toEqual([
      [5, 0],
      [3, 1],
      [3.5, 0],
    ]);
    expect(means("worst")[1].mean).toBe((2 + 9) / 2);
    expect(means("mean")[1].mean).toBe((2 + 6.5) / 2);
    expect(means("worst")[1].says).toContain("for 1 missing score the worst of the others' stands in");
    expect(() => means({ model: "b()" })).toThrow(
      "summarise: b() has no score to stand in (b() by crps(), all, origin 2015-02-01, step 1)",
    );
  });

  it("may be stood in for by Infinity, which then counts", () => {
    const scores = [scored("a()", 0, Infinity), scored("b()", 0, 2), scored("c()", 1, 1), scored("a()", 1, 1)];
    const found = summarise(scores, { ...options, missing: "worst", by: ["model"] });
    expect(found.map(({ model, mean }) => [model, mean])).toEqual([
      ["a()", null],
      ["b()", 1.5],
      ["c()", null],
    ]);
  });
});

describe("a summary that cannot be", () => {
  it.each([
    [[], {}, "summarise: needs a score, got none"],
    [
      [scored("a()", 0, 1), scored("a()", 0, 2)],
      {},
      "summarise: needs one score a task, got 2 (a() by crps(), all, origin 2015-01-01, step 1)",
    ],
    [
      [scored("a()", 0, Number.NaN)],
      {},
      "summarise: needs a number or null for Infinity, got NaN (a() by crps(), all, origin 2015-01-01, step 1)",
    ],
    [
      [scored("a()", 0, 1)],
      { by: ["zone"] },
      'summarise: by needs model, step, origin, target, asks or a field of every key, got "zone"',
    ],
    [[scored("a()", 0, 1)], { level: 1 }, "summarise: level needs a number between 0 and 1, got 1"],
    [[scored("a()", 0, 1)], { seed: 0.5 }, "summarise: seed needs a whole number, got 0.5"],
    [[scored("a()", 0, 1)], { blocks: 0 }, "summarise: blocks needs a whole number of origins above 0, got 0"],
    [[scored("a()", 0, 1)], { draws: 0 }, "summarise: draws needs a whole number above 0, got 0"],
    [
      [scored("a()", 0, 1)],
      { missing: { model: "z()" } },
      'summarise: missing names a model without scores, got "z()"',
    ],
  ])("says what is wrong (%#)", (scores, wrong, message) => {
    expect(() => summarise(scores, { ...options, by: ["model"], ...wrong })).toThrow(message);
  });

  it("refuses a policy that is none", () => {
    const missing: Parameters<typeof summarise>[1]["missing"] = JSON.parse('"drop"');
    expect(() => summarise([scored("a()", 0, 1)], { ...options, by: [], missing })).toThrow(
      'summarise: missing needs "refuse", "common", "worst", "mean" or { model }, got "drop"',
    );
  });
});
