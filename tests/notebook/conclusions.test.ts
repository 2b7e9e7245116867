import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { type Tabular, tableOf } from "../../src/notebook/table.js";
import { weighed } from "../charts/madeUp.js";

/** What a table concludes, by the names of what concludes it. */
function concluded(what: Tabular): Record<string, unknown> {
  const verdicts = tableOf(what).quantities.filter(({ kind }) => kind === "verdict");
  return Object.fromEntries(verdicts.map(({ name, value }) => [name, value]));
}

function said(what: Tabular): unknown[] {
  return Object.values(concluded(what));
}

const recipe = { where: [], by: ["zone"], every: "month", measure: "events" } as const;
const stretch = (start: string, values: readonly number[]): hc.Panel => [
  { key: { zone: "coast" }, recipe, from: "a".repeat(64), start, values, exposure: values.map(() => 1) },
];
const before = stretch("2022-01-01", [20, 22, 19, 21, 20, 18]);
const same = stretch("2023-01-01", [21, 19, 20, 22, 18, 20]);
const fewer = stretch("2023-01-01", [9, 8, 11, 10, 7, 9]);
const more = stretch("2023-01-01", [41, 39, 44, 40, 38, 42]);
const ways = [
  ...[hc.rateRatio("central"), hc.eTest(), hc.quasiPoisson(), hc.permutation({ seed: 1 }), hc.negbinRatio()],
  ...[hc.gammaPoisson({ prior: "jeffreys" }), hc.eRatio({ prior: { shape: 1, rate: 0.05 } })],
];

describe("the conclusion of a comparison", () => {
  it.each([
    ["less", fewer],
    ["more", more],
    ["cannot tell", same],
  ] as const)("is %s by every way of comparing", (word, after) => {
    const found = hc.compare(before, after, ways, { level: 0.95 });
    expect(said(found)).toEqual(ways.map(() => word));
    expect(concluded(found.slice(0, 1))).toEqual({ 'finding coast, rateRatio("central"): conclusion': word });
  });

  it("turns with its interval, and not before", () => {
    const finding = {
      test: 'rateRatio("central")',
      key: {},
      n: 9,
      estimate: 0.8,
      level: 0.95,
      reading: "",
      assumes: [],
    };
    const of = (interval: readonly [number, number | null]): unknown[] => said([{ ...finding, interval }]);
    expect(of([0.5, 0.999])).toEqual(["less"]);
    expect(of([0.5, 1])).toEqual(["cannot tell"]);
    expect(of([0.5, null])).toEqual(["cannot tell"]);
    expect(of([1.001, null])).toEqual(["more"]);
    expect(said([finding])).toEqual([]);
  });

  it("goes by p after all questions where they were asked together", () => {
    const found = hc.compare(before, fewer, [hc.rateRatio("central")], { level: 0.95 });
    const [one] = found;
    expect(said([{ ...one, adjusted: 0.2 }])).toEqual(["cannot tell"]);
    expect(said([{ ...one, adjusted: 0.04 }])).toEqual(["less"]);
  });

  it("of a margin is whether it is shown, as its reading says", () => {
    const by = hc.rateRatio("central");
    for (const after of [same, fewer, more]) {
      const found = hc.compare(
        before,
        after,
        [hc.equivalence({ within: 1.5, by }), hc.nonInferiority({ margin: 1.25, by })],
        { level: 0.95 },
      );
      expect(said(found)).toEqual(found.map(({ reading }) => (/ is not shown/.test(reading) ? "not shown" : "shown")));
    }
  });

  it("of shares is about a difference, not a ratio", () => {
    const finding = { test: "shareDifference()", key: {}, n: 9, estimate: 0.2, level: 0.95, reading: "", assumes: [] };
    expect(said([{ ...finding, interval: [0.1, 0.3] }])).toEqual(["higher"]);
    expect(said([{ ...finding, interval: [-0.1, 0.3] }])).toEqual(["cannot tell"]);
    expect(said([{ ...finding, interval: [-0.3, -0.1] }])).toEqual(["lower"]);
  });
});

describe("the conclusion of a test", () => {
  it("is what it asks for: a trend, spread, a change", () => {
    const rising = stretch("2022-01-01", [1, 3, 4, 6, 9, 11, 14, 15, 18, 22, 24, 27]);
    const level = stretch("2022-01-01", [20, 22, 19, 21, 20, 18, 21, 19, 20, 22, 18, 20]);
    const tests = [hc.mannKendall({ correction: "none" }), hc.dispersion(), hc.changePoint({ cost: "poisson" })];
    expect(said(hc.test(rising, tests, { level: 0.95 }))).toEqual(["rising", "more", "shown"]);
    expect(said(hc.test(level, tests, { level: 0.95 }))).toEqual(["cannot tell", "less", "not shown"]);
  });

  it("is none where nothing is asked, as of a rate with its interval", () => {
    expect(said(hc.test(before, [hc.poissonInterval("garwood")], { level: 0.95 }))).toEqual([]);
  });

  it("names the bound where the finding has no level", () => {
    const finding = { test: "likelihoodRatio()", key: {}, n: 9, reading: "", assumes: [] };
    expect(said([{ ...finding, p: 0.04 }])).toEqual(["p below 0.05"]);
    expect(said([{ ...finding, p: 0.05 }])).toEqual(["p not below 0.05"]);
  });
});

describe("the conclusion of a regression", () => {
  const coefficient = { estimate: 0, error: 1, statistic: 0, p: 0.5, ratio: 1.2 };

  it("is the side of 1 on which a ratio lies; of the level and the seasons none", () => {
    const of = (name: string, interval: readonly [number, number]): unknown[] =>
      said([{ ...coefficient, name, interval }]);
    expect(of("trend", [1.1, 1.3])).toEqual(["more"]);
    expect(of("trend", [0.8, 1.3])).toEqual(["cannot tell"]);
    expect(of("intercept", [7, 9])).toEqual([]);
    expect(of("sine 1", [1.1, 1.3])).toEqual([]);
  });

  it("stands beside its sentence, term by term", () => {
    const coefficients = [
      { ...coefficient, name: "intercept", interval: [7, 9] },
      { ...coefficient, name: "trend", interval: [0.7, 0.9] },
      { ...coefficient, name: "flood", interval: [0.7, 1.9] },
    ];
    expect(concluded([{ family: "poisson", coefficients, reading: "So.", assumes: [] }])).toEqual({
      "reading poisson: conclusion": "trend: less, flood: cannot tell",
    });
  });
});

describe("the conclusion of scores", () => {
  const score = { metric: "crps()", n: 30, origins: 10, level: 0.9, infinite: 0, standIns: 0, leftOut: 0 };
  const skill = { ...score, model: "negbin(12)", against: "naive()", skill: 0.1, gap: -1, mean: 9, reference: 10 };

  it("is whether a model is better than another for sure", () => {
    expect(concluded([{ ...skill, interval: [0.01, 0.2] }])).toEqual({
      "skill negbin(12), naive(), crps(): conclusion": "better",
    });
    expect(said([{ ...skill, interval: [-0.01, 0.2] }])).toEqual(["cannot tell"]);
    expect(said([{ ...skill, interval: [-0.2, -0.01] }])).toEqual(["worse"]);
    expect(said([{ ...skill, gapInterval: [-2, -0.5] }])).toEqual(["better"]);
    expect(said([skill])).toEqual([]);
    const accuracy = { ...score, test: "dieboldMariano()", of: "a", against: "b", key: {}, reading: "", assumes: [] };
    expect(said([{ ...accuracy, estimate: -1, interval: [-2, -0.1], p: 0.02 }])).toEqual(["better"]);
    expect(said([{ ...accuracy, estimate: -1, interval: [-2, -0.1], p: 0.02, adjusted: 0.3 }])).toEqual([
      "cannot tell",
    ]);
  });

  it("names the model with the lowest mean by each metric and group; of two as low, both; of a bias none", () => {
    const row = (model: string, metric: string, mean: number | null, more: object = {}): object => ({
      ...{ ...score, model, metric, mean, ...more },
    });
    expect(
      concluded([row("a", "crps()", 2), row("b", "crps()", 1), row("a", "bias()", 1), row("b", "bias()", -1)]),
    ).toEqual({
      "score crps(): lowest mean": "b",
    });
    expect(said([row("a", "crps()", 0.1 + 0.2), row("b", "crps()", 0.3), row("c", "crps()", 4)])).toEqual(["a and b"]);
    expect(said([row("a", "logScore()", null), row("b", "logScore()", null)])).toEqual([]);
    expect(said([row("a", "crps()", 1)])).toEqual([]);
    expect(
      concluded([1, 2].flatMap((step) => [row("a", "crps()", step, { step }), row("b", "crps()", 1.5, { step })])),
    ).toEqual({
      "score crps(), 1: lowest mean": "a",
      "score crps(), 2: lowest mean": "b",
    });
  });

  it("of intervals is whether they hold what they themselves say", () => {
    const row = { model: "a", promised: 0.9, covered: 0.8, expected: 0.93, n: 30, origins: 10 };
    expect(said([{ ...row, interval: [0.75, 0.85] }])).toEqual(["too narrow"]);
    expect(said([{ ...row, interval: [0.75, 0.94] }])).toEqual(["as said"]);
    expect(said([{ ...row, interval: [0.94, 0.99] }])).toEqual(["too wide"]);
  });
});

describe("what stands in a row of one's own", () => {
  it("is a conclusion under a question, or where it is a yes or no under words", () => {
    expect(concluded([{ zone: "coast", "was it lower?": "yes, lower", "the same twice": true, ratio: 0.5 }])).toEqual({
      "row coast: was it lower?": "yes, lower",
      "row coast: the same twice": true,
    });
  });
});

describe("an answer in a sentence", () => {
  const row = (answer: string): object => ({ question: "Was it quieter?", answer });

  it("concludes what stands before its numbers, which are no conclusion", () => {
    const all = tableOf([row("Yes, quieter: 118 events after 320, n = 438.")]).quantities;
    expect(all).toEqual([
      { name: "question Was it quieter?: answer", value: "Yes, quieter", kind: "verdict" },
      ...[
        { name: "question Was it quieter?: answer in full", value: "Yes, quieter: 118 events after 320, n = 438." },
      ].map((one) => ({ ...one, kind: "text" })),
    ]);
    expect(said([row("Yes: so it is")])).toEqual(["Yes: so it is"]);
  });
});

describe("a p from draws", () => {
  const noiseOf = (test: string, reading: string, more: object = {}): unknown[] =>
    tableOf([{ test, key: {}, n: 9, p: 0.04, level: 0.95, reading, assumes: [], ...more }])
      .quantities.filter(({ name }) => / (p|adjusted)$/.test(name))
      .map(({ noise }) => noise);

  it("is as noisy as so many draws leave it; of all arrangements, or an exact one, it is not", () => {
    const drawn = Math.sqrt((0.04 * 0.96) / 1000);
    expect(noiseOf("poissonness({ draws: 999, seed: 1 })", "4 periods, p = 0.04 (999 draws)")).toEqual([
      Number(drawn.toPrecision(12)),
    ]);
    expect(noiseOf("permutation({ seed: 1 })", "p = 0.04 by 999 random arrangements of 24 periods")).toEqual([
      Number(drawn.toPrecision(12)),
    ]);
    expect(noiseOf("permutation({ seed: 1 })", "p = 0.04 by all 330 arrangements of 11 periods")).toEqual([undefined]);
    expect(noiseOf("overdispersion({ draws: 999, seed: 1 })", "p = 0.04 (exact, given the total)")).toEqual([
      undefined,
    ]);
    expect(noiseOf("runs()", "p = 0.04")).toEqual([undefined]);
    const [, twice] = noiseOf("scan({ seed: 1, draws: 999 })", "p = 0.04", { adjusted: 0.08 });
    expect(twice).toBeCloseTo(2 * drawn, 12);
  });
});

describe("what a whole table concludes", () => {
  it("is the likeliest explanation of a weighing", () => {
    const most = weighed.hypotheses.toSorted((a, b) => (b.probability.at(-1) ?? 0) - (a.probability.at(-1) ?? 0))[0];
    expect(concluded(weighed)["weighing: the likeliest"]).toBe(most?.label);
  });

  it("is whether a ledger is whole", () => {
    const ledger = { entries: [], intact: 0, head: "0".repeat(64), faults: [] as { line: number; why: string }[] };
    expect(concluded(ledger)["ledger"]).toBe("whole");
    expect(concluded({ ...ledger, faults: [{ line: 2, why: "is cut" }] })["ledger"]).toBe("not whole");
  });
});

describe("a name", () => {
  it("is not made of a hash, and tells signals of one series apart by their period", () => {
    const claim = { claim: "e18c335d", by: "desk", state: "open" };
    expect(concluded([claim])).toEqual({ "row desk: state": "open" });
    const found = { test: "permutation({ seed: 7 })", key: {}, n: 9, p: 0.5, level: 0.95, reading: "", assumes: [] };
    expect(tableOf([found]).quantities[0]?.name).toBe("finding permutation({ seed }): n");
    const signal = { method: "cusum()", period: "2023-07-01", alarm: true, reading: "July: alarm" };
    expect(concluded([signal])).toEqual({ "reading cusum(), 2023-07-01: alarm": true });
  });
});
