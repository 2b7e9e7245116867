import { describe, expect, it } from "vitest";
import recorded from "../fixtures/nowcast-calibration.json" with { type: "json" };
import { calibrateNowcasts, type NowcastCalibration } from "./calibrateNowcasts.js";

type Recorded = Omit<NowcastCalibration, "varies"> & { readonly varies: string };

const all: readonly Recorded[] = recorded;

describe("coverage of nowcasts, as recorded by npm run simulate", () => {
  it("is found again in fresh data, within simulation error", () => {
    const draws = 20;
    const fresh = calibrateNowcasts({ draws, seed: 7 });
    expect(fresh).toHaveLength(all.length);
    fresh.forEach((one, i) => {
      const then = all[i];
      for (const same of ["varies", "mean", "phi", "longerFrom", "periods", "level"] as const) {
        expect(one[same]).toBe(then[same]);
      }
      for (const rate of ["covers", "total", "delays", "warns"] as const) {
        // Five standard errors of both runs, as if the six delays of a triangle told no more than one.
        const error = Math.sqrt(Math.max(then[rate] * (1 - then[rate]), 0.02) * (1 / draws + 1 / then.draws));
        expect(Math.abs(one[rate] - then[rate]), `${rate} of ${JSON.stringify(one)}`).toBeLessThan(5 * error);
      }
    });
  });

  const steady = all.filter((one) => one.longerFrom === undefined);
  // Cells of less than one event that come in bunches of four hold too little to tell how they bunch.
  const sane = steady.filter((one) => !(one.varies === "cells" && one.mean === 3 && one.phi === 4));

  it("of 95% intervals is 92% to 98% of the completed counts where delays stay, up to 99% where counts are few", () => {
    for (const { level, mean, covers, varies, phi } of sane) {
      if (level !== 0.95) continue;
      expect(covers, `${varies} ${mean} ${phi}`).toBeGreaterThan(0.92);
      expect(covers, `${varies} ${mean} ${phi}`).toBeLessThan(mean === 3 ? 0.99 : 0.98);
    }
  });

  it("of 95% intervals is as much of their sums, down to 90% where counts are few and come in bunches", () => {
    for (const { level, mean, total, varies, phi } of sane) {
      if (level !== 0.95) continue;
      const isBunched = varies === "cells" && mean === 3 && phi > 1;
      expect(total, `${varies} ${mean} ${phi}`).toBeGreaterThan(isBunched ? 0.9 : 0.92);
      expect(total, `${varies} ${mean} ${phi}`).toBeLessThan(0.98);
    }
  });

  it("of 80% intervals is no less, but for simulation error", () => {
    for (const { level, covers, varies, mean, phi } of sane) {
      if (level === 0.8) expect(covers, `${varies} ${mean} ${phi}`).toBeGreaterThan(0.77);
    }
  });

  it("of the delays' intervals is close to their level where delays stay", () => {
    for (const { level, delays, varies, mean, phi } of sane) {
      expect(Math.abs(delays - level), `${varies} ${mean} ${phi} ${level}`).toBeLessThan(0.06);
    }
  });

  it("is lost, and seldom warned of, where delays grew in the last three of many-event periods", () => {
    for (const { longerFrom, mean, byDelay, warns } of all) {
      if (longerFrom !== 27 || mean !== 100) continue;
      for (const covers of byDelay.slice(0, 3)) expect(covers).toBeLessThan(0.2);
      for (const covers of byDelay.slice(3)) expect(covers).toBeGreaterThan(0.75);
      expect(warns).toBeLessThan(0.5);
    }
  });

  it("is warned of where they grew halfway and there are many events", () => {
    for (const { longerFrom, mean, warns, delays } of all) {
      if (longerFrom !== 15 || mean !== 100) continue;
      expect(warns).toBeGreaterThan(0.95);
      expect(delays).toBeLessThan(0.1);
    }
  });

  it("comes with a false alarm of changed delays in about a twentieth of the triangles", () => {
    for (const { warns, varies, mean, phi } of sane) expect(warns, `${varies} ${mean} ${phi}`).toBeLessThan(0.1);
  });
});
