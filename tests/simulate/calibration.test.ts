import { describe, expect, it } from "vitest";
import type { Calibration } from "../../src/index.js";
import recorded from "../fixtures/calibration.json" with { type: "json" };
import { calibrate } from "./calibrate.js";

const rates = ["at5", "at1", "covers"] as const;
const all: readonly Calibration[] = recorded;
const placeOf = ({ method, mean, phi, correlation, periods, ratio }: Calibration): string =>
  JSON.stringify({ method, mean, phi, correlation, periods, ratio });

describe("error rates, as recorded by npm run simulate", () => {
  it("are found again in fresh data, within simulation error", { timeout: 300_000 }, () => {
    const fresh = calibrate({ draws: 160, seed: 7 });
    expect(fresh.map(placeOf)).toEqual(all.map(placeOf));
    fresh.forEach((one, i) => {
      for (const rate of rates) {
        const [now, then] = [one[rate], all[i][rate]];
        if (now === undefined || then === undefined) continue;
        const reach = 5 * Math.sqrt((then * (1 - then)) / one.draws) + 1 / one.draws;
        expect(Math.abs(now - then), `${rate} of ${placeOf(one)}`).toBeLessThan(reach);
      }
    });
  });

  const size = (method: string, kind: Partial<Calibration>): number[] =>
    all
      .filter((one) => one.method === method && one.ratio === 1)
      .filter((one) => Object.entries(kind).every(([key, value]) => one[key as keyof Calibration] === value))
      .map((one) => one.at5 ?? Number.NaN);

  // The bounds that 20,000 draws at 5% allowed: 0.0077 is five standard errors of those.
  it("of the exact rate ratio are within 5% for Poisson counts, and not when they vary more", () => {
    for (const method of ["central", "mid-p"].map((one) => `rateRatio("${one}")`)) {
      for (const at5 of size(method, { phi: 1, correlation: 0 })) expect(at5).toBeLessThan(0.0577);
      for (const at5 of size(method, { phi: 2 })) expect(at5).toBeGreaterThan(0.1);
      for (const at5 of size(method, { phi: 4 })) expect(at5).toBeGreaterThan(0.2);
    }
  });

  it("of the permutation test are within 5% whatever the dispersion", () => {
    for (const at5 of size("permutation({ seed: 1, draws: 999 })", { correlation: 0 }))
      expect(at5).toBeLessThan(0.0577);
  });

  it("of the negative binomial ratio are too large in eleven months, as it says", () => {
    const short = all.filter(({ method, phi, ratio, periods }) =>
      [method === "negbinRatio()", phi > 1, ratio === 1, periods[0] === 7].every(Boolean),
    );
    expect(short.length).toBe(4);
    for (const { at5 = 0 } of short) expect(at5).toBeGreaterThan(0.055);
  });

  it("of intervals cover as they say where what they assume is so", () => {
    const poisson = all.filter(({ phi, correlation }) => phi === 1 && correlation === 0);
    for (const one of poisson) {
      if (one.covers === undefined) continue;
      const isShort = one.method.includes("neweyWest");
      const level = one.question === "two stretches, alike" ? 0.9 : 0.95;
      if (isShort) expect(one.covers, placeOf(one)).toBeLessThan(0.9);
      else expect(one.covers, placeOf(one)).toBeGreaterThan(level - 0.03);
    }
  });

  it("of fifty-two looks stay within 5% for the e-value, and are many times that for a p looked at each time", () => {
    const of = (method: string): number[] => size(method, { phi: 1, correlation: 0 });
    for (const at5 of of("eValue, the rate stated")) expect(at5).toBeLessThan(0.05);
    for (const at5 of of("poissonInterval at each look")) expect(at5).toBeGreaterThan(0.1);
  });

  it("of the quasi-Poisson ratio are within 5% whatever the dispersion, and not when neighbours are alike", () => {
    for (const one of all) {
      if (one.method !== "quasiPoisson()" || one.ratio !== 1 || one.correlation > 0) continue;
      expect(one.at5, placeOf(one)).toBeLessThan(0.0577);
      expect(one.covers, placeOf(one)).toBeGreaterThan(0.9423);
    }
    for (const at5 of size("quasiPoisson()", { correlation: 0.5 })) expect(at5).toBeGreaterThan(0.1);
  });
});
