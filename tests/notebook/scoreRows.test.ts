import { describe, expect, it } from "vitest";
import type {
  AccuracyTest,
  AdjustedScore,
  CalibrationRow,
  MurphyRow,
  PeerScore,
  PitRow,
  RelativeSkill,
  ReliabilityRow,
  Score,
  ScoreSummary,
  SkillRow,
} from "../../src/index.js";
import { tableOf } from "../../src/notebook/table.js";
import { rowsOf } from "./rowsOf.js";

const cells = (rows: readonly object[]): string[][] =>
  tableOf(rows)
    .text.split("\n")
    .map((line) => line.trim().split(/ {2,}/));
const row = (one: object): Record<string, string> => rowsOf([one])[0];

const group = { model: "ets()", step: 2, key: { zone: "coast" } };
const drawn = { n: 2490, origins: 84, block: 11, level: 0.9, standIns: 0, leftOut: 0, says: "no score is missing" };
const summary: ScoreSummary = {
  ...group,
  ...drawn,
  metric: "crps()",
  mean: 5.5739,
  interval: [4.7808, 6.4124],
  infinite: 0,
};
const skill: SkillRow = {
  ...{ ...group, ...drawn, model: "ets()", against: "zero()", metric: "crps()", mean: 5, reference: 6, skill: 0.0438 },
  ...{ interval: [-0.02, 0.1146], gap: -0.255, gapInterval: [-0.74, 0.11] },
};

describe("a row of scores", () => {
  it("has a column for each thing it is told apart by, and none for what it is not", () => {
    expect(cells([summary])).toEqual([
      ["model", "step", "zone", "metric", "mean", "n", "origins"],
      ["ets()", "2", "coast", "crps()", "5.57 [4.78, 6.41]", "2,490", "84"],
    ]);
    const apart = { origin: "2024-01-01", target: "2024-02-01", asks: { atLeast: 20 }, key: {} };
    expect(cells([{ ...summary, ...apart }])[0].slice(0, 5)).toEqual(["model", "step", "origin", "target", "asks"]);
    expect(row({ ...summary, ...apart })["asks"]).toBe("at least 20");
  });

  it("of means says how many are infinite, what draws leave open, and what stands in or is left out", () => {
    const { interval: _, ...open } = summary;
    const infinite = row({ ...open, mean: null, infinite: 1585, noise: 0.01876, standIns: 3, leftOut: 1200 });
    expect(infinite).toMatchObject({ mean: "∞", infinite: "1,585", noise: "0.019" });
    expect(infinite).toMatchObject({ "stand-ins": "3", "left out": "1,200" });
    expect(row({ ...summary, noise: 0 })["noise"]).toBe("none");
    expect(Object.keys(row(summary))).not.toContain("infinite");
  });

  it("of skill has the share saved and the gap, each with its interval, or none", () => {
    expect(row(skill)).toMatchObject({ against: "zero()", skill: "0.044 [-0.020, 0.115]", n: "2,490" });
    expect(row(skill)["gap"]).toBe("-0.26 [-0.74, 0.11]");
    expect(row({ ...skill, skill: null, gap: null })).toMatchObject({ skill: "none", gap: "none" });
    const { interval: _, ...open } = skill;
    expect(row(open)["skill"]).toBe("0.044");
  });

  it("of a tournament counts whom a model beats, not those it has no ratio to", () => {
    const pairs = [0.9, 1, 1.2, null].map((ratio, i) => ({ against: `m${i}`, n: 9, ratio }));
    const one: RelativeSkill = { model: "ets()", key: {}, metric: "crps()", n: 9, relative: 0.9219, pairs, says: "" };
    expect(row(one)).toEqual({ model: "ets()", metric: "crps()", relative: "0.922", "better than": "1 of 4", n: "9" });
    expect(row({ ...one, scaled: null })["to the baseline's"]).toBe("none");
    expect(row({ ...one, relative: null, scaled: 0.95642 })).toMatchObject({
      relative: "none",
      "to the baseline's": "0.956",
    });
  });

  it("of a test of accuracy has gap, p and adjusted p, and a reason where there is no p", () => {
    const test: AccuracyTest = {
      ...{
        test: "dieboldMariano()",
        key: {},
        step: 1,
        metric: "crps()",
        of: "a()",
        against: "b()",
        n: 84,
        level: 0.95,
      },
      ...{
        estimate: -0.84,
        interval: [-1.13, -0.55],
        p: 1.5e-7,
        adjusted: 9e-7,
        reading: "a() is better",
        assumes: [],
      },
    };
    expect(cells([test])).toEqual([
      ["step", "of", "against", "metric", "gap", "p", "adjusted", "origins", "test"],
      ["1", "a()", "b()", "crps()", "-0.84 [-1.13, -0.55]", "1.5e-7", "9.0e-7", "84", "dieboldMariano()"],
    ]);
    const { p: _, adjusted: __, estimate: ___, interval: ____, ...none } = test;
    const why = "a() against b() by crps(), step 1: no test, as 2 of 9 tasks have a score of Infinity";
    expect(row({ ...none, reading: why })["why"]).toBe("no test, as 2 of 9 tasks have a score of Infinity");
  });

  it("of one score has its value, and infinity as such", () => {
    const one: Score = { ...group, origin: "2024-01-01", target: "2024-03-01", metric: "brier()", value: 0.71881 };
    expect(row(one)).toMatchObject({ model: "ets()", zone: "coast", metric: "brier()", value: "0.7188" });
    expect(row({ ...one, value: null })["value"]).toBe("∞");
  });

  it("adjusted for difficulty or against peers says over what", () => {
    const level = { level: 0.9, says: "" };
    const one: AdjustedScore = { model: "a()", metric: "crps()", n: 40, tasks: 1200, mean: 5, adjusted: 6.5, ...level };
    expect(row(one)).toMatchObject({ mean: "5.00", "over all tasks": "6.50", n: "40 of 1,200" });
    const peer: PeerScore = {
      model: "a()",
      key: {},
      metric: "crps()",
      n: 40,
      origins: 8,
      block: 2,
      peer: -0.5,
      ...level,
    };
    expect(row(peer)["better than the others by"]).toBe("-0.50");
    expect(row({ ...peer, peer: null })["better than the others by"]).toBe("none");
  });
});

describe("a row of calibration", () => {
  it("of intervals has the share held beside what was promised and by their own word", () => {
    const one: CalibrationRow = {
      ...{ model: "a()", key: {}, promised: 0.9, n: 2490, origins: 84, covered: 0.79919, expected: 0.99999 },
      ...{ interval: [0.7612, 0.834], level: 0.95, designEffect: 4, reading: "" },
    };
    expect(row(one)).toMatchObject({ interval: "90.0%", held: "79.9% [76.1%, 83.4%]", "by their own word": "100.0%" });
  });

  it("of PIT says what was found, and how many independent forecasts it is worth", () => {
    const one: PitRow = {
      ...{ model: "a(): b", key: {}, n: 2490, origins: 84, randomised: [1], mean: [1], band: [0.9, 1.1], assumes: [] },
      ...{ designEffect: 6.6578, statistic: 9, p: 4.5e-21 },
      reading:
        "a(): b: forecasts are too narrow, p = 4.5e-21 (2490 forecasts at 84 origins, worth 374 independent ones)",
    };
    expect(row(one)).toMatchObject({ found: "forecasts are too narrow", p: "4.5e-21", "worth, independent": "374" });
    const least = one.reading.replace("p = 4.5e-21", "p < 1e-300");
    expect(row({ ...one, p: 0, reading: least })).toMatchObject({ found: "forecasts are too narrow", p: "p < 1e-300" });
  });

  it("of reliability has the parts of the score, which may be infinite", () => {
    const one: ReliabilityRow = {
      ...{ model: "a()", key: {}, of: "mean", loss: "squared", n: 2490, points: [], score: 0.1379, mcb: 0.0138 },
      ...{ dsc: 0.1259, unc: 0.25, p: 0.001, level: 0.9, reading: "", assumes: [] },
    };
    expect(row(one)).toMatchObject({ "mean score": "0.138", miscalibration: "0.014", discrimination: "0.126" });
    expect(row({ ...one, score: null, mcb: null, loss: "log" })).toMatchObject({
      "mean score": "∞",
      miscalibration: "∞",
    });
  });

  it("of a Murphy diagram has its ends and area, not its hundred points", () => {
    const one: MurphyRow = {
      model: "a()",
      key: {},
      of: "mean",
      n: 9,
      thetas: [0, 0.5, 1],
      scores: [1, 2, 3],
      area: 0.06893,
    };
    expect(row(one)).toEqual({ model: "a()", thresholds: "0 to 1", area: "0.0689", n: "9" });
  });
});
