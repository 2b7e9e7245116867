import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type BaseRate, type Report, scoreWords } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "../reports/cases.js";
import { fault } from "../store/trial.js";
import { answered } from "./questions.js";

const folder = temporary();
let report: Report;
beforeAll(async () => {
  const { report: plain } = await madeUpCase(folder);
  const [first, second, ...rest] = plain.claims;
  report = {
    ...plain,
    claims: [
      { ...first, likelihood: { word: "likely" } },
      { ...second, likelihood: { word: "perhaps", range: [0.2, 0.6] } },
      ...rest,
    ],
  };
});
const rangeOf = (word: string) => (word === "likely" ? ([0.55, 0.8] as const) : undefined);
const likely = answered({ claim: "raids-double" });
const base: BaseRate = {
  ...{ question: "q", label: "all", data: { name: "wire" }, years: [], k: 2, n: 4, estimate: 0.5, forecast: 0.5 },
  ...{ interval: [0.1, 0.9], level: 0.95, reading: "" },
};

describe("scoreWords", () => {
  it("scores the best and the worst probability that a word allows, by hand", () => {
    const [yes] = scoreWords(report, [likely], [base], { rangeOf });
    expect(yes).toMatchObject({
      question: "q",
      claim: "raids-double",
      word: "likely",
      range: [0.55, 0.8],
      outcome: true,
    });
    expect(yes.brier.map((one) => Number(one.toFixed(12)))).toEqual([0.04, 0.2025]);
    expect(yes.log).toEqual([-Math.log(0.8), -Math.log(0.55)]);
    expect(yes.baseRate).toEqual({ estimate: 0.5, interval: [0.1, 0.9], n: 4 });
    expect(yes.baseBrier).toBe(0.25);
    expect(yes.skill?.map((one) => Number(one.toFixed(12)))).toEqual([0.19, 0.84]);
    expect(yes.reading).toBe(
      "likely (55% to 80%) leans to yes; the answer was yes; Brier score 0.040 to 0.202; beats the base rate over all of its range: 2 of 4 earlier years said yes, which as a forecast of 50% scores 0.250",
    );
    const [no] = scoreWords(report, [{ ...likely, outcome: false }], [base], { rangeOf });
    expect(no.brier.map((one) => Number(one.toFixed(12)))).toEqual([0.3025, 0.64]);
    expect(no.reading).toContain("beats the base rate over none of its range");
  });

  it("takes a publisher's own range first, and one that straddles a half takes no side", () => {
    const [score] = scoreWords(report, [answered({ claim: "pace" })], [base], { rangeOf });
    expect([score.word, score.range]).toEqual(["perhaps", [0.2, 0.6]]);
    expect(score.reading).toMatch(
      /^perhaps \(20% to 60%\) takes no side; .*beats the base rate over part of its range/,
    );
  });

  it("is worst without bound for what was called impossible", () => {
    const [score] = scoreWords(report, [likely], [], { rangeOf: () => [0, 1] });
    expect(score).toMatchObject({ brier: [0, 1], log: [0, null] });
    expect(score.reading).toMatch(/no base rate to hold it against$/);
    expect(JSON.parse(JSON.stringify(score))).toEqual(score);
  });

  it("scores nothing without a probability, without an answer, or where ways of counting disagree", () => {
    const none = (...some: Parameters<typeof answered>[0][]) =>
      scoreWords(report, some.map(answered), [base], { rangeOf });
    expect(none({ claim: "lasts" })).toEqual([]);
    expect(none({ claim: "raids-double", state: "open", outcome: undefined })).toEqual([]);
    expect(none({ claim: "raids-double" }, { claim: "raids-double", label: "b", outcome: false })).toEqual([]);
  });

  it("uses no base rate that was counted otherwise, or of no years", () => {
    for (const other of [{ label: "b" }, { data: { name: "b" } }, { question: "b" }, { n: 0 }])
      expect(scoreWords(report, [likely], [{ ...base, ...other }], { rangeOf })[0]).not.toHaveProperty("baseBrier");
  });

  it("holds every probability of the range between its ends", () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(p, p, p, fc.boolean(), (one, other, part, outcome) => {
        const range = [Math.min(one, other), Math.max(one, other)] as const;
        const within = range[0] + part * (range[1] - range[0]);
        const [{ brier, log }] = scoreWords(report, [{ ...likely, outcome }], [], { rangeOf: () => range });
        const score = (within - (outcome ? 1 : 0)) ** 2;
        expect(score).toBeGreaterThanOrEqual(brier[0] - 1e-12);
        expect(score).toBeLessThanOrEqual(brier[1] + 1e-12);
        const surprise = -Math.log(outcome ? within : 1 - within);
        expect(surprise).toBeGreaterThanOrEqual(log[0] - 1e-12);
        expect(surprise).toBeLessThanOrEqual((log[1] ?? Infinity) + 1e-12);
      }),
    );
  });

  it("refuses a word without a range, and a range that is none", () => {
    expect(() => scoreWords(report, [likely], [], { rangeOf: () => undefined })).toThrow(
      fault("InputError", 'scoreWords: "likely" has no range (claim raids-double)'),
    );
    expect(() => scoreWords(report, [likely], [], { rangeOf: () => [0.8, 0.55] })).toThrow(
      fault(
        "InputError",
        "scoreWords: a range needs two numbers in order from 0 to 1, got 0.8 and 0.55 (claim raids-double)",
      ),
    );
  });
});
