import { describe, expect, it } from "vitest";
import {
  conformal,
  type Distribution,
  linearPool,
  type Model,
  type Panel,
  quantile,
  quantileAverage,
  track,
} from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { coupled } from "../../src/models/coupled.js";

const draws = (values: readonly number[]): Distribution => ({ family: "draws", values });
const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other);

describe("values coupled", () => {
  it("rank as the draws of the member with the most do, and stay the same values", () => {
    const values = Float64Array.from([5, 9, 1, 7]);
    expect(coupled(values, [draws([3, 1]), draws([30, 10, 40, 20])], 1)).toEqual([7, 1, 9, 5]);
    expect([...values]).toEqual([5, 9, 1, 7]);
    // The first of two with as many; of more draws the first ones.
    expect(coupled(values, [draws([1, 2, 3, 4]), draws([4, 3, 2, 1])], 1)).toEqual([1, 5, 7, 9]);
    expect(coupled(values, [draws([4, 3, 2, 1, 0, 0])], 1)).toEqual([9, 7, 5, 1]);
    const few = coupled(values, [draws([8, 2])], 3);
    expect([sorted(few.slice(0, 2)), sorted(few.slice(2))]).toEqual([
      [7, 9],
      [1, 5],
    ]);
  });

  it("break ties by chance, otherwise at each step, and the same each time", () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => i);
    for (const says of [[draws([3])], [{ family: "poisson", mean: 4 } as const], []]) {
      const [one, again, other] = [1, 1, 2].map((step) => coupled(values, says, step));
      expect(again).toEqual(one);
      expect(sorted(one)).toEqual([...values]);
      // The standard error of a correlation of 200 is 0.07.
      for (const [xs, ys] of [
        [one, other],
        [one, [...values]],
        [other, [...values]],
      ])
        expect(Math.abs(correlation(xs, ys))).toBeLessThan(0.25);
    }
  });
});

const uniform = random(8);
const panel: Panel = [
  {
    ...{ key: { zone: "hill" }, from: "made-up", start: "2010-01-01" },
    recipe: { where: [{}], by: ["zone"], every: "month", measure: "events" },
    values: Array.from({ length: 120 }, () => Math.floor(100 * uniform())),
    exposure: Array.from({ length: 120 }, () => 1),
  },
];

/** Six steps that all say the same counts, from 0 to 99 equally likely; as paths, each `keeps` to its count or takes another. */
const walk = (keeps: number): Model => ({
  ...{ name: `walk(${keeps})`, needs: 1 },
  fit: () => ({
    parameters: {},
    ahead: ({ exposure, uniform }) => {
      const columns = exposure.map(() => new Array<number>(1000));
      for (let i = 0; i < 1000; i++) {
        let count = 100 * uniform();
        for (const column of columns) {
          if (uniform() >= keeps) count = 100 * uniform();
          column[i] = Math.floor(count);
        }
      }
      return columns.map(draws);
    },
  }),
});
const closed: Model = {
  ...{ name: "closed()", needs: 1 },
  fit: () => ({ parameters: {}, ahead: ({ exposure }) => exposure.map(() => ({ family: "poisson", mean: 50 })) }),
};

/** The chance that a wire trips in any of six months ahead: bounds, and of each month alone. */
function chances(model: Model, above: number) {
  const options = { ahead: 6, level: 0.9, years: 5, seed: 2, asOf: "2020-01-01" };
  const [{ wires }] = track(panel, { ...options, model, tripwires: [{ above }] });
  const each = wires[0].ahead.map(({ chance }) => chance ?? Number.NaN);
  return { any: wires[0].any ?? [Number.NaN, Number.NaN], each };
}

describe("the chance that a wire trips in any of six months", () => {
  it.each([0, 0.5, 0.9, 1])("is that of the member whose paths keep to their count with chance %f", (keeps) => {
    for (const model of [
      walk(keeps),
      quantileAverage([walk(keeps)]),
      quantileAverage([closed, walk(keeps)]),
      conformal(walk(keeps), { origins: 60 }),
    ]) {
      const { any, each } = chances(model, model.name.includes("closed") ? 67 : 84);
      const quiet = 1 - each.reduce((sum, one) => sum + one, 0) / 6;
      expect(quiet).toBeGreaterThan(0.75);
      expect(quiet).toBeLessThan(0.95);
      expect(any[0]).toBe(any[1]);
      // The standard error of 200 paths is at most 0.035.
      expect(Math.abs(any[0] - (1 - quiet * (keeps + (1 - keeps) * quiet) ** 5)), model.name).toBeLessThan(0.1);
    }
  });

  it("is that of independent months where no member is known by draws", () => {
    const model = quantileAverage([closed, { ...closed, name: "other()" }]);
    const { any, each } = chances(model, 57);
    const independent = 1 - each.reduce((none, one) => none * (1 - one), 1);
    expect(each[0]).toBeGreaterThan(0.1);
    expect(each[0]).toBeLessThan(0.2);
    expect(any[0]).toBe(any[1]);
    expect(Math.abs(any[0] - independent)).toBeLessThan(0.1);
  });

  it("has bounds alone of a mixture, even of paths", () => {
    const { any, each } = chances(linearPool([walk(1), closed]), 84);
    expect(any[0]).toBeCloseTo(Math.max(...each), 12);
    expect(any[1]).toBeCloseTo(Math.min(1, 6 * each[0]), 1);
  });

  it("leaves the quantiles of each month as they were", () => {
    const says: Distribution[] = [{ family: "negbin", mean: 20, size: 3 }, draws([1, 5, 9])];
    const model = quantileAverage([closed, walk(1)]);
    const [one, other] = [says, [...says].reverse()].map((both) => model.combine(both, [], 2));
    for (const p of [0.05, 0.5, 0.95]) expect(quantile(one, p)).toBe(quantile(other, p));
  });
});

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [a, b] = [mean(xs), mean(ys)];
  const along = mean(xs.map((x, i) => (x - a) * (ys[i] - b)));
  return along / Math.sqrt(mean(xs.map((x) => (x - a) ** 2)) * mean(ys.map((y) => (y - b) ** 2)));
}
