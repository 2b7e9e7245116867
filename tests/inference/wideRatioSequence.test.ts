import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { logNb1Best, logNb1Guessed, logNb1Of } from "../../src/inference/nb1Likelihood.js";
import { logWideEvidence } from "../../src/inference/wideRatioSequence.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/nb1.json" with { type: "json" };
import recorded from "../fixtures/wideAlarms.json" with { type: "json" };
import { wideAlarms } from "../simulate/wideAlarms.js";

const prior = { shape: 2, rate: 0.1 };
const recipe: hc.Recipe = { where: [], by: ["zone"], every: "month", measure: "events" };

function monthly(start: hc.Day, values: readonly number[], exposure = values.map(() => 1)): hc.Panel {
  return [
    Object.freeze({ key: { zone: "delta" }, recipe, from: "hash", start, values: Object.freeze(values), exposure }),
  ];
}

const before = monthly("2023-08-01", [8, 13, 9, 9]);
const after = monthly("2024-01-01", [14, 18, 15, 22, 11, 18]);

describe("the chance of counts that vary in proportion to their mean", () => {
  it.each(known)("of $values, phi $phi, is what mpmath says", ({ values, exposure, phi, guessed, best }) => {
    expectDigits(logNb1Guessed({ values, exposure }, { shape: 2, rate: 0.25 }, phi), guessed, 11);
    expectDigits(logNb1Best({ values, exposure }, phi), best, 9);
  });

  it("is greatest where no rate and no phi on a fine grid gives more", () => {
    for (const { values, exposure, phi: most } of known) {
      const stretch = { values, exposure };
      const top = logNb1Best(stretch, most);
      const rate = values.reduce((sum, one) => sum + one, 0) / exposure.reduce((sum, one) => sum + one, 0);
      for (let i = 0; i <= 20; i++) {
        const phi = 1 + ((most - 1) * i) / 20;
        for (let j = -40; j <= 40; j++)
          expect(logNb1Of(stretch, rate * Math.exp(j / 40), phi)).toBeLessThan(top + 1e-7);
      }
    }
  });
});

describe("a ratio watched where counts vary more than Poisson counts", () => {
  it("is the ratio watched for Poisson counts where no more is allowed for", () => {
    const wide = hc.wideRatioSequence(before, after, { level: 0.95, prior, phi: 1 });
    hc.ratioSequence(before, after, { level: 0.95, prior }).forEach((row, t) => {
      expectDigits(wide[t].eValue ?? 0, row.eValue ?? 0, 11);
      expectDigits(wide[t].interval[0], row.interval[0], 11);
      expectDigits(wide[t].interval[1] ?? 0, row.interval[1] ?? 0, 11);
      expect([wide[t].period, wide[t].n, wide[t].exposure, wide[t].estimate]).toEqual([
        row.period,
        row.n,
        row.exposure,
        row.estimate,
      ]);
    });
  });

  it("is the likelihood of the guesses, a third at each of three phis, over the greatest", () => {
    const [first, later] = [before[0], after[0]];
    const guess = { shape: 2, rate: 2 / ((2 + 39) / (0.1 + 4)) };
    const mixed = [1, Math.sqrt(3), 3].map((phi) =>
      Math.exp(logNb1Guessed(first, prior, phi) + logNb1Guessed(later, guess, phi)),
    );
    const both = { values: [...first.values, ...later.values], exposure: Array.from({ length: 10 }, () => 1) };
    const expected = (mixed[0] + mixed[1] + mixed[2]) / 3 / Math.exp(logNb1Best(both, 3));
    expectDigits(Math.exp(logWideEvidence(first, later, { prior, phi: 3 })), expected, 11);
  });

  const counts = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 });

  it("excludes 1 exactly when the evidence is enough", () => {
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(1.5, 4), fc.constantFrom(0.5, 0.95), (one, two, phi, level) => {
        const rows = hc.wideRatioSequence(monthly("2023-01-01", one), monthly("2024-01-01", two), {
          level,
          prior,
          phi,
        });
        for (const {
          eValue = 0,
          interval: [low, high],
        } of rows)
          expect(eValue > 1 / (1 - level)).toBe(low > 1 || (high ?? Infinity) < 1);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it("does not know of later periods, nor care for the unit of exposure", () => {
    const options = { level: 0.95, prior, phi: 2.5 };
    const whole = hc.wideRatioSequence(before, after, options);
    expect(hc.wideRatioSequence(before, monthly("2024-01-01", [14, 18, 15]), options)).toEqual(whole.slice(0, 3));
    const days = (panel: hc.Panel): hc.Panel =>
      panel.map((one) => ({ ...one, exposure: one.exposure.map((e) => 30 * e) }));
    const daily = hc.wideRatioSequence(days(before), days(after), { ...options, prior: { shape: 2, rate: 3 } });
    daily.forEach((row, t) => {
      expectDigits(row.eValue ?? 0, whole[t].eValue ?? 0, 8);
      expectDigits(row.interval[1] ?? 0, whole[t].interval[1] ?? 0, 6);
    });
  });

  it("widens with what is allowed for", () => {
    const lows = [1, 1.5, 3, 8].map(
      (phi) => hc.wideRatioSequence(before, after, { level: 0.95, prior, phi })[5].interval[0],
    );
    expect(lows).toEqual([...lows].sort((a, b) => b - a));
  });

  it("leaves everything open without events or exposure", () => {
    const none = monthly("2024-01-01", [0, 0], [0, 1]);
    const rows = hc.wideRatioSequence(monthly("2023-01-01", [0]), none, { level: 0.95, prior, phi: 2 });
    expect(rows.map((row) => row.interval)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(rows[0].eValue).toBe(1);
    const [only] = hc.wideRatioSequence(monthly("2023-01-01", [0, 0, 0]), monthly("2024-01-01", [40]), {
      level: 0.95,
      prior,
      phi: 2,
    });
    expect(only.estimate).toBeUndefined();
    expect(only.interval[1]).toBeNull();
    expect(only.interval[0]).toBeGreaterThan(0);
  });

  it("raises a false alarm in far fewer than 1 of 20 series, as recorded and again, where Poisson evidence raises one in six", () => {
    for (const { runs, wide } of recorded) expect(wide / runs).toBeLessThan(0.01);
    expect(recorded.find(({ phi, allowed }) => phi === 4 && allowed === 4)?.poisson).toBeGreaterThan(100);
    const fresh = [wideAlarms(2, 2, 40, 3), wideAlarms(4, "estimated", 40, 3)];
    for (const { wide } of fresh) expect(wide).toBeLessThanOrEqual(2);
    expect(fresh[1].poisson).toBeGreaterThan(1);
  });

  it("sees a rise that is there", () => {
    const rows = hc.wideRatioSequence(monthly("2023-01-01", [20, 18, 25, 22]), monthly("2024-01-01", [61, 58, 66]), {
      level: 0.95,
      prior,
      phi: 1.5,
    });
    expect(rows[2].interval[0]).toBeGreaterThan(1);
    expect(rows[2].p).toBeLessThan(0.05);
  });

  it("refuses what cannot be", () => {
    const refused = (options: Partial<hc.WideRatioOptions>): void => {
      hc.wideRatioSequence(before, after, { level: 0.95, prior, phi: 2, ...options });
    };
    expect(() => refused({ phi: 0.5 })).toThrow("wideRatioSequence: phi needs a number from 1, got 0.5");
    expect(() => refused({ level: 1 })).toThrow("wideRatioSequence: level needs a number between 0 and 1, got 1");
    expect(() => refused({ prior: { shape: 0, rate: 1 } })).toThrow(
      "wideRatioSequence: prior needs a shape and a rate above 0, got 0 and 1",
    );
  });
});
