import { describe, expect, it } from "vitest";
import recorded from "../fixtures/calibration.json" with { type: "json" };
import { calibrate } from "./calibrate.js";

describe("error rates, as recorded by npm run simulate", () => {
  it("are found again in fresh data, within simulation error", () => {
    const draws = 400;
    const fresh = calibrate({ draws, seed: 7 });
    expect(fresh).toHaveLength(recorded.length);
    fresh.forEach((one, i) => {
      const then = recorded[i];
      expect({ ...one, draws: 0, rejects: 0, covers: 0 }).toEqual({ ...then, draws: 0, rejects: 0, covers: 0 });
      for (const rate of ["rejects", "covers"] as const) {
        const reach = 5 * Math.sqrt((then[rate] * (1 - then[rate])) / draws) + 1 / draws;
        expect(Math.abs(one[rate] - then[rate]), `${rate} of ${JSON.stringify(one)}`).toBeLessThan(reach);
      }
    });
  });

  // Five standard errors of 20,000 draws at 5% are 0.0077.
  const same = recorded.filter((one) => one.ratio === 1);

  it("of the exact rate ratio are within 5% for Poisson counts, and not when they vary more", () => {
    for (const { method, phi, rejects } of same) {
      if (!method.startsWith("rateRatio")) continue;
      if (phi === 1) expect(rejects).toBeLessThan(0.0577);
      else expect(rejects).toBeGreaterThan(0.1);
    }
  });

  it("of the quasi-Poisson ratio are within 5% whatever the dispersion", () => {
    for (const { method, rejects, covers } of same) {
      if (method !== "quasiPoisson()") continue;
      expect(rejects).toBeLessThan(0.0577);
      expect(covers).toBeGreaterThan(0.9423);
    }
  });
});
