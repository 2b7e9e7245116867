import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";

const uniform = random(11);
const between = (low: number, high: number): number => low + (high - low) * uniform();

/** Random counts small enough to add up over. */
function anyCount(): hc.Distribution {
  const pick = Math.floor(4 * uniform());
  if (pick === 0) return { family: "poisson", mean: between(0.1, 12) };
  if (pick === 1) return { family: "negbin", mean: between(0.1, 12), size: between(0.3, 6) };
  if (pick === 2) return { family: "binomial", n: 1 + Math.floor(20 * uniform()), p: uniform() };
  // A category: whole draws with repeats.
  return { family: "draws", values: Array.from({ length: 7 }, () => Math.floor(9 * uniform())) };
}

/** The expectation of a score where `truth` holds. */
function expected(metric: hc.Metric, says: hc.Distribution, truth: hc.Distribution): number {
  let sum = 0;
  for (let k = 0; k < 400; k++) {
    const chance = hc.pmf(truth, k);
    if (chance > 1e-16) sum += chance * metric.score(says, k);
  }
  return sum;
}

const proper: readonly hc.Metric[] = [
  hc.logCrps(0.7),
  ...[hc.crps(), hc.thresholdCrps(4), hc.logScore(), hc.rps([0, 2, 6]), hc.dss(), hc.quantileScore(0.8)],
  ...[hc.wis([0.1, 0.25, 0.5, 0.75, 0.9]), hc.intervalScore(0.8), hc.absoluteError(), hc.squaredError()],
];

describe("a proper score", () => {
  it.each(proper.map((metric) => ({ metric, name: metric.name })))(
    "$name is least in the mean at the truth",
    ({ metric }) => {
      expect(metric.isProper).toBe(true);
      for (let i = 0; i < 25; i++) {
        const [truth, other] = [anyCount(), anyCount()];
        const best = expected(metric, truth, truth);
        if (!Number.isFinite(best)) continue;
        const gap = expected(metric, other, truth) - best;
        expect(gap, JSON.stringify({ truth, other })).toBeGreaterThanOrEqual(-1e-9 * (1 + Math.abs(best)));
      }
    },
  );

  it("tells a truth from its neighbour", () => {
    const truth: hc.Distribution = { family: "negbin", mean: 5, size: 2 };
    const other: hc.Distribution = { family: "negbin", mean: 5.5, size: 2 };
    for (const metric of [hc.crps(), hc.logScore(), hc.rps([0, 2, 6]), hc.dss(), hc.squaredError()])
      expect(expected(metric, other, truth) - expected(metric, truth, truth), metric.name).toBeGreaterThan(1e-4);
  });

  it("of a chance is least at the chance", () => {
    for (const p of [0.01, 0.3, 0.5, 0.97])
      for (const metric of [hc.brier(), hc.logScore(), hc.crps()]) {
        const mean = (said: number): number =>
          p * metric.score({ family: "bernoulli", p: said }, 1) +
          (1 - p) * metric.score({ family: "bernoulli", p: said }, 0);
        for (const said of [0.001, 0.2, 0.31, 0.6, 0.99]) expect(mean(said)).toBeGreaterThan(mean(p));
      }
  });
});

describe("the CRPS", () => {
  it("of a yes-or-no forecast is its Brier score", () => {
    for (const p of [0, 1e-200, 0.2, 0.5, 1])
      for (const y of [0, 1]) {
        const says: hc.Distribution = { family: "bernoulli", p };
        expect(hc.crps().score(says, y)).toBe(hc.brier().score(says, y));
      }
  });

  it("of a forecast that is sure is the absolute error", () => {
    for (const [sure, y] of [
      [3, 10],
      [3, 3],
      [0, 1e9],
      [7.5, 2.25],
    ])
      expect(hc.crps().score({ family: "draws", values: [sure, sure] }, y)).toBe(Math.abs(sure - y));
    expect(hc.crps().score({ family: "poisson", mean: 0 }, 4)).toBe(4);
    expect(hc.crps().score({ family: "binomial", n: 6, p: 1 }, 2)).toBe(4);
  });

  it("of draws is their mean distance from what came less half that between two of them", () => {
    for (let i = 0; i < 60; i++) {
      const spread = [8, 3000, 1e6][i % 3];
      const isWhole = i % 2 === 0;
      const values = Array.from({ length: 1 + Math.floor(40 * uniform()) }, () => {
        const value = spread * uniform() - (i % 5);
        return isWhole ? Math.floor(value) : value;
      });
      const y = i % 4 === 0 ? spread * uniform() : Math.floor(spread * uniform());
      const n = values.length;
      let [off, apart] = [0, 0];
      for (const x of values) {
        off += Math.abs(x - y) / n;
        for (const other of values) apart += Math.abs(x - other) / n / n;
      }
      const got = hc.crps().score({ family: "draws", values }, y);
      expect(Math.abs(got - (off - apart / 2))).toBeLessThan(1e-11 * (1 + off));
      if (isWhole) expectDigits(hc.crpsOfDraws(Int32Array.from(values), n, [y])[0], got, 12);
    }
  });

  it("of many forecasts at once is that of each, with no trace of the ones before", () => {
    const size = 50;
    const rows = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: size }, () => Math.floor(uniform() * 10 ** (i % 6))),
    );
    const ys = rows.map((_, i) => i);
    const each = rows.map((values, i) => hc.crps().score({ family: "draws", values }, ys[i]));
    expect(Array.from(hc.crpsOfDraws(Int32Array.from(rows.flat()), size, ys))).toEqual(each);
    expect(Array.from(hc.crpsOfDraws(Float64Array.from(rows.flat()), size, ys))).toEqual(each);
  });

  it("of a mixture of draws is that of all of them together, weighed", () => {
    const says: hc.Distribution = {
      family: "mixture",
      weights: [0.4, 0.6],
      of: [
        { family: "draws", values: [0, 8] },
        { family: "draws", values: [2, 3.5, 40] },
      ],
    };
    const together: hc.Distribution = { family: "draws", values: [0, 8, 2, 3.5, 40] };
    for (const y of [-3, 2, 3, 100]) expectDigits(hc.crps().score(says, y), hc.crps().score(together, y), 12);
  });

  it("of counts spread too wide to add up is what the sum would be", () => {
    for (const y of [0, 90_000, 200_000]) {
      const wide: hc.Distribution = { family: "negbin", mean: 1e5, size: 0.8 };
      const pool: hc.Distribution = {
        family: "mixture",
        weights: [0.5, 0.5],
        of: [wide, { family: "poisson", mean: 3e5 }],
      };
      let [gap, last] = [0, hc.cdf(pool, 0)];
      // By trapezoids would be too coarse: every hundredth count, each standing for its neighbours, agrees to five digits.
      for (let k = 50; k < 4e6; k += 100) {
        last = hc.cdf(pool, k);
        gap += 100 * (k < y ? last ** 2 : (1 - last) ** 2);
      }
      expect(Math.abs(hc.crps().score(pool, y) / gap - 1)).toBeLessThan(1e-4);
    }
  });

  it("from a threshold on and up to it is the whole", () => {
    const says: hc.Distribution = { family: "negbin", mean: 6, size: 1.2 };
    expect(hc.thresholdCrps(0).score(says, 9)).toBe(hc.crps().score(says, 9));
    const high = [5, 6, 7].map((from) => hc.thresholdCrps(from).score(says, 9));
    expectDigits(high[0] - high[1], hc.cdf(says, 5) ** 2, 10);
    expectDigits(high[1] - high[2], hc.cdf(says, 6) ** 2, 10);
  });
});

describe("the weighted interval score", () => {
  it("is its parts added up, to the last digit", () => {
    const parts = (["dispersion", "underprediction", "overprediction"] as const).map((part) => hc.wisPart(part));
    for (let i = 0; i < 40; i++) {
      const [says, y] = [anyCount(), Math.floor(20 * uniform())];
      const [spread, under, over] = parts.map((part) => part.score(says, y));
      expect(hc.wis().score(says, y)).toBe(spread + under + over);
    }
  });

  it("is twice the mean quantile score", () => {
    const levels = [0.1, 0.3, 0.5, 0.7, 0.9];
    for (let i = 0; i < 20; i++) {
      const [says, y] = [anyCount(), Math.floor(20 * uniform())];
      const mean = levels.reduce((sum, level) => sum + hc.quantileScore(level).score(says, y), 0) / levels.length;
      expect(hc.wis(levels).score(says, y)).toBeCloseTo(2 * mean, 12);
    }
  });

  it("nears the CRPS as the levels grow many", () => {
    const says: hc.Distribution = { family: "negbin", mean: 20, size: 2 };
    for (const y of [0, 18, 90]) {
      const gaps = [9, 99, 999].map((n) => {
        const levels = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
        return Math.abs(hc.wis(levels).score(says, y) - hc.crps().score(says, y));
      });
      expect(gaps[1]).toBeLessThan(gaps[0] / 3);
      expect(gaps[2]).toBeLessThan(gaps[1] / 3);
      expect(gaps[2]).toBeLessThan(3e-3);
    }
  });
});

describe("the noise of draws", () => {
  const truth: hc.Distribution = { family: "negbin", mean: 12, size: 3 };
  const noisy: readonly hc.Metric[] = [
    hc.logCrps(),
    ...[hc.crps(), hc.thresholdCrps(10), hc.logScore(), hc.rps([5, 12]), hc.dss(), hc.bias(), hc.squaredError()],
    ...[hc.ignorance(), hc.wis(), hc.mis(), hc.quantileScore(0.75), hc.sharpness(0.8), hc.wisPart("dispersion")],
  ];

  it.each(noisy.map((metric) => ({ metric, name: metric.name })))(
    "is how far $name scatters between sets of draws",
    ({ metric }) => {
      const y = 20;
      const sets = Array.from(
        { length: 150 },
        (_, seed): hc.Distribution => ({ family: "draws", values: hc.sample(truth, { n: 400, seed }) }),
      );
      const values = sets.map((says) => metric.score(says, y));
      const mean = values.reduce((sum, value) => sum + value / values.length, 0);
      const scatter = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
      const told = Math.sqrt(
        sets.reduce((sum, says) => sum + (metric.noise?.(says, y) ?? Number.NaN) ** 2, 0) / sets.length,
      );
      // The scatter of 150 sets is itself known to 6 %; quantiles of counts move in steps.
      expect(told / scatter).toBeGreaterThan(0.75);
      expect(told / scatter).toBeLessThan(1.35);
    },
  );
});

describe("what cannot be is refused", () => {
  it.each<[() => unknown, string]>([
    [() => hc.wis([0.5, 0.1]), "wis: needs rising levels in pairs that add to 1, got 0.5 (level 1)"],
    [() => hc.wis([]), "wis: needs a level, got none"],
    [() => hc.coverage(1), "coverage: level needs a number between 0 and 1, got 1"],
    [() => hc.thresholdCrps(Infinity), "thresholdCrps: from needs a finite number, got Infinity"],
    [() => hc.rps([]), "rps: needs a bound, got none"],
    [() => hc.rps([3, 3]), "rps: needs finite rising bounds, got 3 (bound 2)"],
    [() => hc.ignorance([1]), "ignorance: needs at least 2 edges of bins, got 1"],
    [
      () => hc.brier().score({ family: "poisson", mean: 1 }, 1),
      "brier: needs a yes-or-no forecast (bernoulli), got poisson",
    ],
    [() => hc.brier().score({ family: "bernoulli", p: 0.5 }, 2), "brier: needs 1 or 0 to have come, got 2"],
    [
      () => hc.ignorance(undefined, "evaluation").score({ family: "draws", values: [1] }, 2000),
      "ignorance: needs values from 0 to below 1000.5, got 2000",
    ],
    [
      () => hc.logScore().score({ family: "quantiles", levels: [0.5], values: [1] }, 1),
      "logScore: needs a chance of each value, got quantiles; crps() or wis() scores them",
    ],
    [() => hc.crpsOfDraws(Int32Array.of(1), 0, [1]), "crpsOfDraws: size needs a whole number above 0, got 0"],
    [() => hc.crpsOfDraws(Int32Array.of(1), 1, [1, 2]), "crpsOfDraws: needs 1 draws for each of 2, got 1"],
    [() => hc.crpsOfDraws(Float64Array.of(Number.NaN), 1, [1]), "crpsOfDraws: needs finite draws (forecast 1)"],
  ])("%s", (make, message) => {
    expect(make).toThrow(new hc.InputError(message));
  });

  it("while no chance at all is Infinity, and no fault", () => {
    expect(hc.logScore().score({ family: "draws", values: [1, 2] }, 3)).toBe(Infinity);
    expect(hc.logScore().score({ family: "bernoulli", p: 0 }, 1)).toBe(Infinity);
  });
});
