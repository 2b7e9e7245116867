import { describe, expect, it } from "vitest";
import { effectsOf, endsOf } from "../../src/reports/effectsOf.js";
import { evidenceOf } from "../../src/reports/evidenceOf.js";
import { fine } from "../../src/reports/grids.js";
import type { Story } from "../../src/reports/stories.js";
import { fitStory } from "../../src/reports/storyFit.js";
import { zoneOf } from "./counts.js";

const story: Story = {
  id: "absence",
  ends: ["2020-09-01", "2020-11-01"],
  effects: [
    {
      ...{ name: "absence", zones: ["coast"], centre: Math.log(0.6), sd: 0.4, doesEnd: true },
      courseIn: (period, end) => (period >= "2020-05-01" && (end === "never" || period < end) ? 1 : 0),
    },
  ],
};
const grid = { ...fine, phis: [1] };

describe("what effects came to", () => {
  const counts = [zoneOf("coast", [400, 410, 390, 400, 200, 205, 195, 200], [201, 199, 400])];
  const fit = fitStory(story, counts, { grid, drift: 0, lattices: new Map() });
  const { after } = evidenceOf(fit, counts);

  it("is a size near the ratio of the counts where these are many, about as sure as they are", () => {
    const [{ median, interval, prior }] = effectsOf(fit, after);
    // 6 months at 200 over 5 at 400; the log of the ratio has a standard error of sqrt(1 / 1200 + 1 / 2000) = 0.037
    expect(Math.abs(Math.log(median / 0.5))).toBeLessThan(0.02);
    expect(Math.log(interval[1] ?? 0) - Math.log(interval[0])).toBeGreaterThan(0.12);
    expect(Math.log(interval[1] ?? 0) - Math.log(interval[0])).toBeLessThan(0.17);
    expect(prior.median).toBeCloseTo(0.6, 12);
    expect(Math.log(prior.interval[1] ?? 0) - Math.log(prior.interval[0])).toBeCloseTo(2 * 1.959964 * 0.4, 5);
  });

  it("is an end after the last low month", () => {
    const [early, late] = endsOf(fit, after);
    expect(early).toMatchObject({ day: "2020-09-01" });
    expect(early.probability).toBeLessThan(1e-6);
    expect(late.probability).toBeCloseTo(1, 6);
  });

  it("is the prior where nothing that was seen could tell", () => {
    const elsewhere = [zoneOf("hills", [5, 6, 4, 5], [5])];
    const other = fitStory(story, elsewhere, {
      grid: { ...grid, fewest: 61, most: 61, reach: 5 },
      drift: 0,
      lattices: new Map(),
    });
    const [{ median, interval, prior }] = effectsOf(other, evidenceOf(other, elsewhere).after);
    expect(Math.abs(median / prior.median - 1)).toBeLessThan(0.01);
    expect(Math.abs(interval[0] / prior.interval[0] - 1)).toBeLessThan(0.01);
    expect(endsOf(other, evidenceOf(other, elsewhere).after).map((end) => end.probability)).toEqual([0.5, 0.5]);
  });
});
