import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { resolvedAs } from "./madeScores.js";

const drawn = (of: hc.Distribution, n: number, seed: number): hc.Distribution => ({
  ...{ family: "draws", values: hc.sample(of, { n, seed }) },
});
const pool = (weights: readonly number[], of: readonly hc.Distribution[]): hc.Distribution => ({
  ...{ family: "mixture", weights, of },
});
const small: hc.Distribution = { family: "negbin", mean: 12, size: 3 };
const large: hc.Distribution = { family: "negbin", mean: 25, size: 2 };
const steady: hc.Distribution = { family: "poisson", mean: 9 };
const sdOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};
const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

describe("the noise of a mixture that holds draws", () => {
  it("weighs each part's own by its chance, on paper-sized numbers", () => {
    const own: hc.Distribution = { family: "draws", values: [0, 2] };
    const other: hc.Distribution = { family: "draws", values: [0, 2, 2, 0, 5] };
    // The two draws lie on either side of what came: their pulls are -1 and 1, and a mean of two of them errs by 1.
    expect(hc.bias().noise?.(own, 1)).toBe(1);
    expect(hc.bias().noise?.(pool([0.25, 0.75], [own, steady]), 1)).toBe(0.25);
    const both = hc.bias().noise?.(pool([0.25, 0.75], [own, other]), 1) ?? 0;
    expect(both).toBeCloseTo(Math.hypot(0.25, 0.75 * Math.sqrt(0.96 / 4)), 14);
  });

  const redrawn = Array.from({ length: 2000 }, (_, seed) =>
    pool([0.45, 0.35, 0.2], [drawn(small, 200, 2 * seed), drawn(large, 120, 2 * seed + 1), steady]),
  );
  const smooth = [
    ...[hc.crps(), hc.logCrps(), hc.thresholdCrps(10), hc.logScore(), hc.rps([5, 12]), hc.dss(), hc.bias()],
    ...[hc.squaredError(), hc.ignorance()],
  ];
  it.each(smooth.map((metric) => ({ metric, name: metric.name })))(
    "is how far $name scatters when its draws are drawn anew, 2,000 times",
    ({ metric }) => {
      // Of a count that few draws are, the log bends too much for a slope to tell.
      for (const y of metric.name === "logScore()" ? [7, 12] : [5, 20]) {
        const told = redrawn.slice(0, 300).map((says) => metric.noise?.(says, y) ?? Number.NaN);
        // Where no draw is what came the log score's noise is not told.
        const known = told.filter((noise) => !Number.isNaN(noise));
        expect(known.length).toBeGreaterThan(250);
        const ratio = rootMeanSquare(known) / sdOf(redrawn.map((says) => metric.score(says, y)));
        // The scatter of 2,000 is known to 2 %, and the jackknife is of first order.
        expect(ratio, `${y}`).toBeGreaterThan(0.9);
        expect(ratio, `${y}`).toBeLessThan(1.1);
      }
    },
  );

  const quantiles = [hc.wis([0.1, 0.25, 0.5, 0.75, 0.9]), hc.quantileScore(0.75), hc.mis(), hc.absoluteError()];
  it.each(quantiles.map((metric) => ({ metric, name: metric.name })))(
    "is near how far $name scatters, which moves by whole counts",
    ({ metric }) => {
      const told = rootMeanSquare(redrawn.slice(0, 200).map((says) => metric.noise?.(says, 20) ?? Number.NaN));
      const ratio = told / sdOf(redrawn.slice(0, 1000).map((says) => metric.score(says, 20)));
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.2);
    },
  );

  const sample = drawn(small, 15, 7);
  const beside: readonly { name: string; of: hc.Distribution; off: number }[] = [
    { name: "a count", of: steady, off: 1e-6 },
    { name: "a hurdle", of: { family: "hurdle", zero: 0.4, of: { family: "negbin", mean: 9, size: 1 } }, off: 1e-6 },
    { name: "values that are no sample", of: { family: "draws", values: [0, 3, 40], isWhole: true }, off: 1e-6 },
    { name: "a measure", of: { family: "gamma", shape: 2, rate: 0.2 }, off: 0.01 },
    { name: "quantiles", of: { family: "quantiles", levels: [0.1, 0.5, 0.9], values: [0, 9, 30] }, off: 0.01 },
    { name: "a count that spreads wide", of: { family: "negbin", mean: 1e5, size: 0.2 }, off: 0.01 },
  ];
  it.each(beside)("is what the score's own slopes say, beside $name", ({ of, off }) => {
    const values = sample.family === "draws" ? sample.values : [];
    const [weights, y, step] = [[0.6, 0.4], 14, 1e-4];
    for (const metric of [hc.crps(), hc.thresholdCrps(10), hc.logCrps()]) {
      const base = metric.score(pool(weights, [sample, of]), y);
      // How much faster the score moves as chance goes from the sample to one of its draws.
      const pulls = values.map((value) => {
        const moved = pool([0.6 * (1 - step), 0.6 * step, 0.4], [sample, { family: "draws", values: [value] }, of]);
        const further = pool(
          [0.6 * (1 - 2 * step), 1.2 * step, 0.4],
          [sample, { family: "draws", values: [value] }, of],
        );
        return (4 * metric.score(moved, y) - metric.score(further, y) - 3 * base) / (2 * step);
      });
      const noise = metric.noise?.(pool(weights, [sample, of]), y) ?? Number.NaN;
      expect(Math.abs(noise / (sdOf(pulls) / Math.sqrt(values.length)) - 1), metric.name).toBeLessThan(off);
    }
  });

  it("is the same for whole draws and for others as far apart, near 0 and near 1e9", () => {
    const values = sample.family === "draws" ? sample.values : [];
    const other = [3, 3, 8, 20, 1, 40];
    for (const metric of [hc.crps(), hc.wis()]) {
      const wanted = metric.noise?.(pool([0.3, 0.7], [sample, { family: "draws", values: other }]), 9) ?? Number.NaN;
      for (const shift of [0.25, -17, 1e9, 1e9 + 0.5]) {
        const [one, two] = [values, other].map((list) => list.map((value) => value + shift));
        const moved = pool(
          [0.3, 0.7],
          [one, two].map((list): hc.Distribution => ({ family: "draws", values: list })),
        );
        expect(metric.noise?.(moved, 9 + shift), `${shift}`).toBeCloseTo(wanted, 6);
      }
    }
  });

  it("knows the same draws as the same, however deep they lie and after JSON", () => {
    const twice = pool([0.5, 0.5], [sample, pool([0.5, 0.5], [sample, JSON.parse(JSON.stringify(sample))])]);
    for (const metric of [hc.crps(), hc.wis()])
      expect(metric.noise?.(twice, 9)).toBeCloseTo(metric.noise?.(sample, 9) ?? Number.NaN, 12);
  });
});

describe("the noise of a gap", () => {
  const ys = [3, 9, 14, 30];
  const rows = (model: string, says: (seed: number) => hc.Distribution, from: number): hc.Score[] =>
    hc.score(
      ys.map((y, i) => ({ ...resolvedAs(says(from + i), y, i), model })),
      [hc.crps()],
    );
  const options = { by: [], missing: "refuse", level: 0.9, seed: 1, draws: 1 } as const;
  const noiseOf = (scores: readonly hc.Score[], against: string): { gap: number; noise: number } => {
    const [{ gap, noise }] = hc.skill(scores, { ...options, against });
    return { gap: gap ?? Number.NaN, noise: noise ?? Number.NaN };
  };

  it("is near the scatter of the gap where two models have draws of their own", () => {
    const found = Array.from({ length: 250 }, (_, k) =>
      noiseOf(
        [
          ...rows("a()", (seed) => drawn(small, 80, seed), 8 * k),
          ...rows("b()", (seed) => drawn(large, 80, seed), 8 * k + 4),
        ],
        "b()",
      ),
    );
    const ratio = rootMeanSquare(found.map(({ noise }) => noise)) / sdOf(found.map(({ gap }) => gap));
    // The scatter of 250 is known to 5 %.
    expect(ratio).toBeGreaterThan(0.88);
    expect(ratio).toBeLessThan(1.13);
  });

  // The mean of the member lies above what came and that of the pool below, so that its draws move the two in opposite ways.
  it.each([
    { metric: hc.crps(), y: 14, other: 400, most: 2 },
    { metric: hc.squaredError(), y: 9, other: 2, most: 1.2 },
  ])(
    "is no less than it where an ensemble stands on its member's draws: $metric.name",
    ({ metric, y, other, most }) => {
      const name = 'linearPool(["a()","b()"])';
      const found = Array.from({ length: 400 }, (_, seed) => {
        const own = drawn(small, 80, seed);
        const both = pool([0.5, 0.5], [own, { family: "poisson", mean: other }]);
        const scores = [own, both].map((says, i) => ({ ...resolvedAs(says, y, 0), model: i === 0 ? "a()" : name }));
        return noiseOf(hc.score(scores, [metric]), "a()");
      });
      const ratio = rootMeanSquare(found.map(({ noise }) => noise)) / sdOf(found.map(({ gap }) => gap));
      expect(ratio).toBeGreaterThan(0.95);
      expect(ratio).toBeLessThan(most);
    },
  );

  it("stands beside the gap of either test", () => {
    const scores = ["a()", "b()"].flatMap((model, m) =>
      Array.from({ length: 20 }, (_, i): hc.Score => {
        const [row] = rows(model, (seed) => drawn(small, 20, seed), 0);
        const origin = `${2000 + i}-01-01`;
        return { ...row, origin, target: `${2000 + i}-02-01`, value: m + ((7 * i) % 5) / (m + 1), noise: 0.3 };
      }),
    );
    const shared = { of: "a()", against: "b()", metric: "crps()", by: [] };
    const [test] = hc.dieboldMariano(scores, shared);
    const [drawnAnew] = hc.bootstrapDifference(scores, { ...shared, level: 0.9, seed: 1 });
    const wanted = (0.3 * Math.SQRT2) / Math.sqrt(20);
    expect(test.noise).toBeCloseTo(wanted, 12);
    expect(drawnAnew.noise).toBeCloseTo(wanted, 12);
    const exact = scores.map(({ noise: _, ...row }) => row);
    expect(hc.dieboldMariano(exact, shared)[0]).not.toHaveProperty("noise");
  });

  it("of peers adds up where they share draws, and in squares where not", () => {
    const made = (models: readonly string[]): number => {
      const scores = models.map((model, m): hc.Score => ({ ...rows(model, () => small, 0)[0], value: m, noise: 0.3 }));
      const [found] = hc.peerScore(scores, { metric: "crps()", by: [], level: 0.9, seed: 1, draws: 1 });
      return found.noise ?? Number.NaN;
    };
    expect(made(["a()", "b()", "c()"])).toBeCloseTo(Math.hypot(0.3, 0.15, 0.15), 12);
    expect(made(["a()", 'stacked(["a()","b()"],{"origins":6})', "c()"])).toBeCloseTo(Math.hypot(0.45, 0.15), 12);
    // Named after no call, or a call with words that are no model.
    expect(made(["a(", 'ets("MAdM")', 'other("MAdM")'])).toBeCloseTo(Math.hypot(0.3, 0.15, 0.15), 12);
    const deep = `best(${JSON.stringify(['linearPool(["a()","b()"])', "c()"])})`;
    expect(made(["b()", deep, "d()"])).toBeCloseTo(Math.hypot(0.45, 0.15), 12);
  });
});
