import { describe, expect, it } from "vitest";
import { evidence } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { hostile, weighed, words } from "./madeUp.js";

const spec = evidence(weighed, words);

describe("evidence as it came in", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("evidence", spec);
  });

  it("is drawn without a complaint: a line each, a point a month and one before, and a range at the end", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts } = await drawn(spec);
    expect(marks).toEqual({ line: 2, point: 2 * 3 + 2, rule: 2, text: 2 });
    expect(texts).toContain("Tide 96%, 54% to 99%");
    expect(texts).toContain("Surge 4%, 1% to 46%");
    expect(texts).toContain("n = 61 events; wire as of 2020-11-01 (abcdef12)");
  });

  it("starts with equal chances before the first month, in UTC", async () => {
    const { svg, texts } = await drawn(spec);
    expect(svg).toContain("day: Aug 01, 2020; probability, equal at the start: 50%; label: Tide");
    expect(texts.filter((text) => /^(before|after )/.test(text))).toEqual([
      "before",
      "after Aug 2020",
      "after Sep 2020",
    ]);
  });

  it("gives each of five explanations a line of its own, and weeks their days", async () => {
    const names = ["A", "B", "C", "D", "E"];
    const [tide] = weighed.hypotheses;
    const hypotheses = names.map((label) => ({ ...tide, label, probability: [0.2, 0.2, 0.2] }));
    const weeks = { every: "week", periods: ["2020-08-03", "2020-08-10"] } as const;
    const { svg, texts } = await drawn(evidence({ ...weighed, ...weeks, hypotheses }, words));
    const heights = names.map((name) => {
      const found = new RegExp(`translate\\([\\d.]+,([\\d.]+)\\)"[^>]*>${name} 20%`).exec(svg);
      return Number(found?.[1]);
    });
    const sorted = [...heights].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) expect(sorted[i] - sorted[i - 1]).toBeGreaterThan(14);
    expect(texts).toContain("before");
    expect(texts).toContain("after 16 Aug 2020");
  });

  it("keeps hostile labels as texts", async () => {
    for (const label of hostile) {
      const [tide, surge] = weighed.hypotheses;
      const { texts, svg } = await drawn(
        evidence({ ...weighed, hypotheses: [{ ...tide, label }, surge] }, { title: label, subtitle: [label] }),
      );
      expect(texts, label).toContain(inSvg(`${label} 96%, 54% to 99%`));
      expect(texts).toContain(inSvg(label));
      expect(svg).not.toContain("<script");
    }
  });
});
