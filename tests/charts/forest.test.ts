import { describe, expect, it } from "vitest";
import { forest, InputError, type Ratio } from "../../src/index.js";
import { complaints, drawn, expectHeld, inSvg } from "./held.js";
import { hostile, ratios, words } from "./madeUp.js";

const spec = forest(ratios, words);

describe("a forest of ratios", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("forest", spec);
  });

  it("is drawn without a complaint: a line, a point and three texts a row, a heading a group, and the line of no change", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts, svg } = await drawn(spec);
    expect(svg.match(/stroke-dasharray="4,3"/g)).toHaveLength(1);
    expect(marks).toEqual({ rule: 3, point: 3 + 2, text: 3 * 3 + 2 });
    for (const text of ["Raids doubled", "n = 61 events; wire as of 2020-11-01 (abcdef12)", "Raids: none before"]) {
      expect(texts, text).toContain(text);
    }
    expect(texts).toContain("0.53 [0.37, 0.75]");
    expect(texts).toContain("3.00 [0.00, no bound]");
    expect(texts).toContain("n 188");
    expect(texts).toContain("letter, as printed");
  });

  it("ends in an arrow what reaches to 0 or has no bound, and nothing else", () => {
    const arrows = (interval: Ratio["interval"]): string[] =>
      JSON.stringify(forest([{ ...ratios[0], interval }], words)).match(/triangle-\w+/g) ?? [];
    expect(arrows([0.5, 4])).toEqual([]);
    expect(arrows([0, 4])).toEqual(["triangle-left"]);
    expect(arrows([0.5, null])).toEqual(["triangle-right"]);
  });

  it("has a legend in the place of headings where groups alternate", async () => {
    const [first, second, third] = ratios;
    const { texts, marks } = await drawn(forest([second, first, third], words));
    expect(marks["text"]).toBe(3 * 3);
    expect(texts.filter((text) => text === "wire")).toHaveLength(1);
    const again = await drawn(forest([second, { ...second, group: "ledger" }, third], words));
    expect(again.texts).toContain("Raids: all (wire)");
    expect(again.texts).toContain("Raids: all (ledger)");
  });

  it("keeps the order of its rows", async () => {
    const { texts } = await drawn(forest([...ratios].reverse(), words));
    const labels = ratios.map((one) => one.label);
    expect(texts.filter((text) => labels.includes(text))).toEqual([...labels].reverse());
  });

  it("does not draw rows of one label over each other", async () => {
    const [one] = ratios;
    const { texts, marks } = await drawn(forest([one, { ...one, group: "ledger" }], words));
    expect(texts.filter((text) => text === "Raids, as printed")).toHaveLength(2);
    expect(texts).toContain("ledger");
    expect(marks["point"]).toBe(2);
    expect(() => forest([one, one], words)).toThrow(
      new InputError('forest: needs a label a row, got "Raids, as printed" twice'),
    );
  });

  it("keeps every end of every interval inside its scale", () => {
    const odd = { ...ratios[0], label: "odd", estimate: 40, interval: [0.001, 900] as const };
    const { layer } = forest([...ratios, odd], words) as unknown as {
      layer: readonly { encoding: { x: { scale: { domain: readonly number[] } } } }[];
    };
    const [low, high] = layer[0].encoding.x.scale.domain;
    expect(low).toBeLessThan(0.001);
    expect(high).toBeGreaterThan(900);
  });

  it("keeps hostile labels as texts", async () => {
    const rows = hostile.map((label) => ({ ...ratios[0], label, group: "wire" }));
    const { texts, svg } = await drawn(forest(rows, { title: hostile[0], subtitle: [hostile[1]] }));
    for (const label of hostile) expect(texts, label).toContain(inSvg(label));
    for (const label of hostile.slice(0, 2)) expect(texts.filter((text) => text === inSvg(label))).toHaveLength(2);
    expect(svg).not.toContain("<script");
  });

  it("throws without a ratio, or on one that has no place on a log scale", () => {
    expect(() => forest([], words)).toThrow(new InputError("forest: needs ratios above 0, got none"));
    for (const estimate of [0, -1, Number.NaN]) {
      expect(() => forest([{ ...ratios[0], estimate }], words)).toThrow(
        new InputError(`forest: needs ratios above 0, got ${estimate}`),
      );
    }
  });
});
