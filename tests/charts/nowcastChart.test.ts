import { describe, expect, it } from "vitest";
import { InputError, nowcast, nowcastChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { triangle, words } from "./madeUp.js";

const found = nowcast(triangle, { level: 0.9, seed: 1, draws: 200 });
const spec = nowcastChart(found, triangle, words);

describe("a nowcast drawn", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("nowcastChart", spec);
  });

  it("is drawn without a complaint: a bar a period, a point and its interval where reports are still to come", async () => {
    expect(complaints(spec)).toEqual([]);
    const { marks, texts } = await drawn(spec);
    expect(marks).toEqual({ rect: 6, point: 2, rule: 2, text: 2 + 2 });
    for (const text of ["in so far", "once complete, with its 90% interval", "events a month", words.title]) {
      expect(texts, text).toContain(text);
    }
    for (const { estimate = Number.NaN } of found.periods) expect(texts).toContain(estimate.toFixed(0));
  });

  it("draws bars in UTC from the first day of a period to that of the next", () => {
    const { layer } = spec as unknown as { layer: readonly { data?: { values: readonly unknown[] } }[] };
    expect(layer[0].data?.values[0]).toEqual({
      since: Date.UTC(2019, 10, 1),
      until: Date.UTC(2019, 11, 1),
      observed: 1208,
    });
  });

  it("says where it is too early, and draws no point", async () => {
    const late = { ...triangle, counts: triangle.counts.map((row) => [0, ...row.slice(1)]) };
    const { marks, texts } = await drawn(nowcastChart(nowcast(late, { level: 0.9, seed: 1, draws: 200 }), late, words));
    expect(marks["point"]).toBe(1);
    expect(texts).toContain("too early");
  });

  it("throws on another triangle", () => {
    const fault = (text: string): InputError =>
      new InputError(`nowcastChart: needs the nowcast's own triangle, got ${text}`);
    expect(() => nowcastChart(found, { ...triangle, asOf: "2020-06-01" }, words)).toThrow(
      fault("months as of 2020-06-01"),
    );
    expect(() => nowcastChart(found, { ...triangle, every: "week" }, words)).toThrow(fault("weeks as of 2020-05-01"));
    expect(() => nowcastChart(found, { ...triangle, start: "2018-11-01" }, words)).toThrow(
      fault("months as of 2020-05-01"),
    );
  });
});
