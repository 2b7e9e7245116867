import { describe, expect, it } from "vitest";
import recorded from "../fixtures/series-calibration.json" with { type: "json" };
import { calibrateSeries } from "./calibrateSeries.js";

const mean = (shares: readonly number[]): number => shares.reduce((sum, one) => sum + one, 0) / shares.length;

describe("90% intervals of count models in counts of their own process, as recorded by tests/simulate/series.ts", () => {
  it.each(recorded)("of $model hold 87% to 93% of what comes, each step within simulation error of that", (one) => {
    expect(one.series).toBeGreaterThanOrEqual(500);
    expect(mean(one.exact)).toBeGreaterThan(0.87);
    expect(mean(one.exact)).toBeLessThan(0.93);
    for (const share of one.exact) {
      expect(share).toBeGreaterThan(0.85);
      expect(share).toBeLessThan(0.945);
    }
  });

  it.each(recorded)("of $model hold no less with their ends counted in", ({ covers, exact }) => {
    covers.forEach((share, h) => {
      expect(share).toBeGreaterThanOrEqual(exact[h]);
      expect(share).toBeLessThan(0.96);
    });
  });

  it("are found again in fresh data, within simulation error", () => {
    const fresh = calibrateSeries({ panels: 30, seed: 7 });
    expect(fresh.map(({ model }) => model)).toEqual(recorded.map(({ model }) => model));
    fresh.forEach(({ model, exact, series }, i) => {
      const gap = mean(exact) - mean(recorded[i].exact);
      // Steps of one series tell as little as one, series of one panel as much as three.
      expect(Math.abs(gap), model).toBeLessThan(4.5 * Math.sqrt(0.09 / series));
    });
  });
});
