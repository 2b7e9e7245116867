import { describe, expect, it } from "vitest";
import { type PeriodsNeeded, powerChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { words } from "./madeUp.js";

const found: PeriodsNeeded[] = [
  {
    ...{ test: "quasiPoisson()", level: 0.95, before: 7, mean: 20, phi: 1, ratio: 0.5, wanted: 0.8, most: 4, after: 2 },
    ...{ isExact: false, draws: 100, reading: "", assumes: [] },
    curve: [0.4, 0.81, 0.85, 0.9].map((power, i) => ({ after: i + 1, power })),
  },
  {
    ...{ test: "quasiPoisson()", level: 0.95, before: 7, mean: 20, phi: 3, ratio: 0.5, wanted: 0.8, most: 4 },
    ...{ isExact: false, draws: 100, reading: "", assumes: [] },
    curve: [0.1, 0.2, 0.3, 0.4].map((power, i) => ({ after: i + 1, power })),
  },
];
const spec = powerChart(found, words);

describe("the chart of power", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("powerChart", spec);
  });

  it("draws a line a comparison and marks the first number of periods that is enough", async () => {
    expect(complaints(spec)).toEqual([]);
    const { texts } = await drawn(spec);
    for (const text of ["wanted: 80%", "quasiPoisson()", "quasiPoisson(), variance 3 times the mean", "100%"])
      expect(texts, text).toContain(text);
  });

  it("refuses to draw nothing", () => {
    expect(() => powerChart([], words)).toThrow("powerChart: needs at least one comparison, got none");
  });
});
