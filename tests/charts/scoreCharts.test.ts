import { describe, expect, it } from "vitest";
import { apart } from "../../src/charts/apart.js";
import { murphyChart, pitChart, reliabilityChart, scoreTable, skillChart } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { murphies, pits, reliabilities, skills, summaries } from "./madeScored.js";
import { words } from "./madeUp.js";

const specs = {
  pitChart: pitChart(pits, words),
  reliabilityChart: reliabilityChart(reliabilities, words),
  murphyChart: murphyChart(murphies, words),
  skillChart: skillChart(skills, words),
  scoreTable: scoreTable(summaries, words),
};

describe.each(Object.entries(specs))("%s", (name, spec) => {
  it("is the specification that is held beside this test", () => expectHeld(name, spec));

  it("draws without complaint, and no name as markup", async () => {
    expect(complaints(spec)).toEqual([]);
    const { svg, texts } = await drawn(spec);
    expect(texts).toContain("Raids doubled");
    expect(svg).not.toContain("<b>");
    expect(svg).toContain(inSvg("<b>"));
  });
});

describe("charts of scores", () => {
  it("of PIT show in orange what leaves the band, and say how many forecasts are worth", async () => {
    const { svg, texts } = await drawn(specs.pitChart);
    const outside = pits.flatMap(({ mean, band: [low, high] }) => mean.filter((bar) => bar < low || bar > (high ?? 0)));
    expect(outside.length).toBeGreaterThan(3);
    expect(svg.match(/<path[^>]*fill="#d55e00"/g)).toHaveLength(outside.length);
    expect(texts.some((text) => /^n 120, worth \d+; level: p = /.test(text))).toBe(true);
  });

  it("of reliability give the score and its parts", async () => {
    const { svg } = await drawn(specs.reliabilityChart);
    const [{ score, mcb, dsc, unc }] = reliabilities;
    expect(svg).toContain(`>Brier score ${score?.toFixed(3)} of 240<`);
    expect(svg).toContain(`>= ${mcb?.toFixed(3)} miscal. − ${dsc.toFixed(3)} discrim. + ${unc.toFixed(3)} uncert.<`);
  });

  it("of Murphy scores give each line its mean score", async () => {
    const { texts } = await drawn(specs.murphyChart);
    for (const { model, area } of murphies)
      expect(texts).toContain(inSvg(`${model}: squared error ${(2 * area).toFixed(3)}`));
    const other = { ...murphies[0], of: { quantile: 0.5 } };
    expect(() => murphyChart([murphies[0], other], words)).toThrow(
      "murphyChart: needs rows of one functional, got several",
    );
    expect(() => murphyChart([murphies[0], murphies[0]], words)).toThrow(
      /^murphyChart: needs a label a row, got ".*" twice$/,
    );
  });

  it("of skill name each model at its line and the reference at its rule", async () => {
    const { texts } = await drawn(specs.skillChart);
    for (const text of ["ingarch()", "zero()", "as good as conflictology(12)"]) expect(texts, text).toContain(text);
    expect(() => skillChart([...skills, skills[0]], words)).toThrow(
      "skillChart: needs one row a model and step, got 19 for 18",
    );
    expect(() => skillChart([skills[0], { ...skills[1], metric: "brier()" }], words)).toThrow(
      "skillChart: needs one metric and reference, got crps() against conflictology(12), brier() against conflictology(12)",
    );
    expect(() => skillChart([{ ...skills[0], skill: null }], words)).toThrow(
      "skillChart: needs rows with a step and a skill, got none of 1",
    );
  });

  it("as a table mark the best of each column, and show an infinite mean", async () => {
    const { texts } = await drawn(specs.scoreTable);
    expect(texts.filter((text) => text.endsWith("‡"))).toHaveLength(6);
    const endless = summaries.map((row, i) => (i === 0 ? { ...row, mean: null } : row));
    expect((await drawn(scoreTable(endless, words))).texts).toContain("∞");
    expect(() => scoreTable([summaries[0], summaries[0]], words)).toThrow(
      "scoreTable: needs one row a model and step, got 2 for 1",
    );
    expect(() => scoreTable([summaries[0], { ...summaries[0], metric: "brier()" }], words)).toThrow(
      "scoreTable: needs one metric, got crps(), brier()",
    );
    const { model: _, ...nameless } = summaries[0];
    expect(() => scoreTable([nameless], words)).toThrow("scoreTable: needs rows by model, got one without");
  });

  it("refuse to draw nothing", () => {
    expect(() => pitChart([], words)).toThrow("pitChart: needs a row, got none");
    expect(() => reliabilityChart([], words)).toThrow("reliabilityChart: needs a row, got none");
    expect(() => murphyChart([], words)).toThrow("murphyChart: needs a row, got none");
    expect(() => scoreTable([], words)).toThrow("scoreTable: needs a row, got none");
  });

  it("push labels apart, and none beyond the ends", () => {
    expect(apart([5, 5, 1], 2, [0, 10])).toEqual([5, 7, 1]);
    expect(apart([9, 10, 10], 2, [0, 10])).toEqual([6, 8, 10]);
  });
});
