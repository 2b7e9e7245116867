import { describe, expect, it } from "vitest";
import { confusionChart, type Plan, type PlanRow, planChart, type Separation } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { hostile, words } from "./madeUp.js";

const rule = (falseAlarm: number, miss: number): PlanRow["known"] => ({
  ...{ threshold: 16, rate: 16, falseAlarm, miss, mean: (falseAlarm + miss) / 2 },
});
const row = (phi: number, periods: number, error: number): PlanRow => ({
  ...{ phi, periods, until: `2020-0${8 + periods}-01`.replace("010", "10"), known: rule(error, error / 2) },
  ...{ uncertain: rule(error + 0.05, error), asPoisson: rule(error, error) },
});
const rate = (figure: string, printed: string): Plan["low"] => ({
  ...{ figure, label: figure, printed, per: "month", rate: Number(printed), periods: 4, n: 4 * Number(printed) },
});
const made: Plan = {
  ...{ id: "surge", claim: "lasts", per: "month", level: 0.95, prior: 0.5, window: "autumn" },
  ...{ low: rate("spring", "12.5"), high: rate("summer", "25.3") },
  rows: [row(1, 1, 0.1), row(1, 2, 0.04), row(3, 1, 0.2), row(3, 2, 0.12)],
  decisions: [
    { phi: 1, allowed: 0.05, known: { periods: 2, until: "2020-10-01" } },
    { phi: 3, allowed: 0.1 },
  ],
  ...{ readings: [], assumes: [], separations: [] },
};
const separation: Separation = {
  ...{ zones: ["coast"], together: false, periods: ["2020-08-01"], draws: 100, seed: 7 },
  hypotheses: [
    { id: "tide", label: "High tide" },
    { id: "surge", label: "Surge" },
  ],
  ...{
    matrix: [
      [0.61, 0.39],
      [0.004, 0.996],
    ],
    pairs: [],
  },
};

describe("the chart of a plan", () => {
  const spec = planChart(made, words);

  it("is the specification that is held beside this test", () => expectHeld("planChart", spec));

  it("draws both errors, a line a dispersion, with the error rates looked at", async () => {
    expect(complaints(spec)).toEqual([]);
    const { texts, marks } = await drawn(spec);
    for (const text of [
      "Says 25.3 a month though it is 12.5",
      "Says 12.5 a month though it is 25.3",
      "Poisson",
      "variance 3×",
    ])
      expect(texts, text).toContain(text);
    expect(texts).toContain("1 Sep 2020");
    // Two panels of two lines each, solid and dashed.
    expect(marks["line"]).toBe(8);
    expect(marks["point"]).toBe(8);
    expect(marks["rule"]).toBe(4);
  });
});

describe("the chart of what is taken for what", () => {
  const spec = confusionChart(separation, words);

  it("is the specification that is held beside this test", () => expectHeld("confusionChart", spec));

  it("writes each share in its cell", async () => {
    expect(complaints(spec)).toEqual([]);
    const { texts } = await drawn(spec);
    for (const text of ["made under", "taken for", "61%", "39%", "under 1%", "over 99%"])
      expect(texts, text).toContain(text);
  });

  it("takes labels as text, and tells two of one name apart", async () => {
    const labels = hostile.map((label, i) => ({ id: `h${i}`, label }));
    const flat = labels.map(() => labels.map(() => 1 / labels.length));
    const { svg } = await drawn(confusionChart({ ...separation, hypotheses: labels, matrix: flat }, words));
    expect(svg).toContain(inSvg(hostile[0]));
    const same = separation.hypotheses.map(({ id }) => ({ id, label: "Same" }));
    expect((await drawn(confusionChart({ ...separation, hypotheses: same }, words))).texts).toContain("Same (surge)");
  });

  it("refuses nothing, and a matrix of another size", () => {
    expect(() => confusionChart({ ...separation, hypotheses: [] }, words)).toThrow(
      "confusionChart: needs explanations, got none",
    );
    expect(() => confusionChart({ ...separation, matrix: [[1]] }, words)).toThrow(
      "confusionChart: needs a matrix of 2 by 2, got 1",
    );
  });
});
