import { describe, expect, it } from "vitest";
import { samplePoisson } from "../../src/distributions/samplePoisson.js";
import { type Delays, flipRisk, type SeenPeriod } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { fault } from "../store/trial.js";

const shares = [0.3, 0.6, 0.8, 0.95, 1];
const late: Delays = {
  ...{ every: "week", asOf: "2024-01-01", maxDelay: 4, periods: 50, n: 1000, level: 0.95, seed: 1, draws: 100 },
  ...{ median: 1, medianInterval: [1, 1], phi: 1, compared: 40, corrections: { cells: 0, events: 0 }, from: [] },
  ...{
    reading: "made up",
    assumes: [],
    shares: shares.map((share, delay) => ({ delay, share, interval: [0, 1], n: 9 })),
  },
};
const risk = (
  windows: readonly (readonly SeenPeriod[])[],
  criterion: Parameters<typeof flipRisk>[1],
  { exposure = [1, 1], draws = 4000, delays = late } = {},
): number | undefined => flipRisk({ windows, exposure }, criterion, delays, { seed: 7, draws });
const whole = { delay: 4 };

describe("flipRisk", () => {
  it("of one period is the chance that its late reports reach the bound, a negative binomial", () => {
    // 8 in with half of them: the level is gamma(8.5) / 0.6, so late reports are negative binomial of size 8.5, p 0.6.
    const size = 8.5;
    let chance = 0.6 ** size;
    let fewer = 0;
    for (let k = 0; k < 5; k++) {
      fewer += chance;
      chance *= ((k + size) / (k + 1)) * 0.4;
    }
    const found = risk([[{ observed: 8, delay: 1 }]], { type: "count", atLeast: 13 }, { draws: 20_000 });
    expect(found).toBeGreaterThan(1 - fewer - 0.015);
    expect(found).toBeLessThan(1 - fewer + 0.015);
  });

  it("is 0 where all is in, and where a lower bound is met already", () => {
    expect(risk([[{ observed: 8, ...whole }]], { type: "count", atLeast: 9 })).toBe(0);
    expect(risk([[{ observed: 8, delay: 0 }]], { type: "count", atLeast: 8 })).toBe(0);
    expect(risk([[{ observed: 8, delay: 40 }]], { type: "count", below: 9 })).toBe(0);
  });

  it("falls as reports come in, between delays too, and rises with their dispersion", () => {
    const at = (delay: number, delays = late) =>
      risk([[{ observed: 8, delay }]], { type: "count", atMost: 14 }, { delays }) ?? Number.NaN;
    const risks = [-0.5, 0, 0.5, 1, 1.5, 2].map((delay) => at(delay));
    for (let i = 1; i < risks.length; i++) expect(risks[i]).toBeLessThan(risks[i - 1]);
    expect(at(2, { ...late, phi: 4 })).toBeGreaterThan(at(2) + 0.03);
  });

  it("completes both windows of a ratio, and the part and the rest of a share", () => {
    const early: SeenPeriod[] = [{ observed: 10, delay: 1 }];
    const full: SeenPeriod[] = [{ observed: 14, ...whole }];
    const above = { type: "ratio", above: 1 } as const;
    expect(risk([early, full], above)).toBeGreaterThan(0.5);
    expect(risk([full, early], above)).toBe(risk([full, early], { type: "share", above: 0.5 }));
    expect(risk([full, full], { type: "ratio", atLeast: 2 }, { exposure: [1, 2] })).toBe(0);
  });

  it("on made-up delays is as high on average as answers flip, where it is low and where it is high", () => {
    const uniform = random(11);
    const runs = Array.from({ length: 1500 }, () => {
      const periods = [0, 1, 2, 3].map((delay) => {
        // Levels as little is supposed of them: even on the root.
        const level = 60 * uniform() ** 2;
        const observed = samplePoisson(level * shares[delay], uniform);
        return { observed, delay, missing: samplePoisson(level * (1 - shares[delay]), uniform) };
      });
      const now = periods.reduce((sum, { observed }) => sum + observed, 0);
      const missing = periods.reduce((sum, one) => sum + one.missing, 0);
      // What is asked must not know the level, which nobody does.
      const lacks = 1 + Math.floor(60 * uniform());
      const criterion = { type: "count", atLeast: now + lacks } as const;
      return { said: risk([periods], criterion, { draws: 200 }) ?? Number.NaN, flips: missing >= lacks };
    });
    for (const [low, high] of [
      [0, 1],
      [0, 0.3],
      [0.3, 0.7],
      [0.7, 1],
    ] as const) {
      const some = runs.filter(({ said }) => said >= low && said <= high);
      const said = some.reduce((sum, one) => sum + one.said, 0) / some.length;
      const seen = some.filter((one) => one.flips).length / some.length;
      expect(some.length).toBeGreaterThan(80);
      // Two and a half standard errors of so many runs.
      expect(Math.abs(said - seen)).toBeLessThan(2.5 * Math.sqrt((said * (1 - said)) / some.length));
    }
  });

  it("gives none where nothing was ever in as early as this", () => {
    const none = { ...late, shares: late.shares.map((one) => ({ ...one, share: one.delay < 2 ? 0 : one.share })) };
    expect(risk([[{ observed: 0, delay: 1 }]], { type: "count", atLeast: 1 }, { delays: none })).toBeUndefined();
  });

  it("is the same for the same seed, and refuses what it cannot draw", () => {
    const one = () => risk([[{ observed: 8, delay: 1 }]], { type: "count", atLeast: 13 });
    expect(one()).toBe(one());
    const seen = { windows: [[{ observed: 0, delay: 1 }], [{ observed: 0, delay: 1 }]], exposure: [1, 1] };
    const refused = (options: object, message: string): void =>
      expect(() => flipRisk(seen, { type: "ratio", above: 1 }, late, { seed: 1, ...options })).toThrow(
        fault("InputError", `flipRisk: ${message}`),
      );
    refused({ seed: 0.5 }, "seed needs a whole number, got 0.5");
    refused({ draws: 99 }, "draws needs a whole number from 100, got 99");
    refused({}, "no answer can be given today");
  });
});
