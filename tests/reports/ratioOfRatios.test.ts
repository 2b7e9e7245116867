import { describe, expect, it } from "vitest";
import { fisher, ratioOfRatios } from "../../src/index.js";
import { expectDigits } from "../close.js";

const exact = { offset: 1, level: 0.95 };
const of = (
  own: readonly [number, number],
  other: readonly [number, number],
  some: { offset?: number; level?: number; phi?: number; df?: number } = {},
) => ratioOfRatios(own, other, { ...exact, ...some });

/** The chances of each number of the later events being the first side's, from binomial coefficients, at an odds ratio. */
function chances(own: number, other: number, after: number, odds: number): { k: number; p: number }[] {
  const logs = [0];
  for (let i = 1; i <= own + other; i++) logs.push(logs[i - 1] + Math.log(i));
  const choose = (n: number, k: number): number => logs[n] - logs[k] - logs[n - k];
  const terms: { k: number; p: number }[] = [];
  for (let k = Math.max(0, after - other); k <= Math.min(own, after); k++)
    terms.push({ k, p: Math.exp(choose(own, k) + choose(other, after - k) + k * Math.log(odds)) });
  const whole = terms.reduce((sum, { p }) => sum + p, 0);
  return terms.map(({ k, p }) => ({ k, p: p / whole }));
}
const sumWhere = (terms: readonly { k: number; p: number }[], holds: (k: number) => boolean): number =>
  terms.filter(({ k }) => holds(k)).reduce((sum, { p }) => sum + p, 0);

describe("one change over another", () => {
  it("is the ratio of the two ratios of rates, exposures counted once", () => {
    expect(of([10, 20], [10, 10]).estimate).toBe(2);
    expect(of([10, 20], [10, 10], { offset: 2 }).estimate).toBe(1);
    expectDigits(of([36, 11], [144, 44]).estimate ?? 0, 1, 14);
  });

  it("has the exact interval: at each end the tail beyond what came is half of what the level leaves", () => {
    for (const [own, other] of [
      [
        [36, 11],
        [144, 44],
      ],
      [
        [3, 9],
        [7, 5],
      ],
      [
        [1, 0],
        [4, 6],
      ],
    ] as const) {
      const { interval } = of(own, other);
      const after = own[1] + other[1];
      const at = (odds: number) => chances(own[0] + own[1], other[0] + other[1], after, odds);
      if (interval[0] > 0)
        expectDigits(
          sumWhere(at(interval[0]), (k) => k >= own[1]),
          0.025,
          9,
        );
      expectDigits(
        sumWhere(at(interval[1] ?? 0), (k) => k <= own[1]),
        0.025,
        9,
      );
    }
  });

  it("turns over with its sides, and with time", () => {
    const [low, high] = of([36, 11], [144, 40]).interval;
    for (const turned of [of([144, 40], [36, 11]), of([11, 36], [40, 144])]) {
      expectDigits(turned.interval[0], 1 / (high ?? 0), 10);
      expectDigits(turned.interval[1] ?? 0, 1 / low, 10);
    }
  });

  it("counts the uncertainty of both sides: it is wider than the change of either", () => {
    const wide = (own: readonly [number, number], other: readonly [number, number]): number => {
      const [low, high] = of(own, other).interval;
      return Math.log((high ?? Infinity) / low);
    };
    expect(wide([36, 11], [144, 44])).toBeGreaterThan(wide([36, 11], [144_000, 44_000]));
    expect(wide([36, 11], [144, 44])).toBeGreaterThan(wide([36_000, 11_000], [144, 44]));
  });

  it("widens with the spread: four variances, phi times as large, on Student's t", () => {
    const [low, high] = of([36, 11], [144, 44], { phi: 4, df: 9 }).interval;
    // R: exp(qt(.975, 9) * sqrt(4 * (1/36 + 1/11 + 1/144 + 1/44)))
    const reach = 5.71243714678422;
    expectDigits(low, 1 / reach, 9);
    expectDigits(high ?? 0, reach, 9);
    expect(of([36, 11], [144, 44], { phi: 0.2, df: 9 }).interval).toEqual(of([36, 11], [144, 44]).interval);
  });

  it("widens with the spread where a count is 0 too: by the counts that are left of it", () => {
    const spread = of([12, 0], [144, 44], { phi: 4, df: 9 }).interval;
    expect(spread).toEqual(of([3, 0], [36, 11]).interval);
    expect(spread[1]).toBeGreaterThan(of([12, 0], [144, 44]).interval[1] ?? Infinity);
    expect(of([0, 1], [10, 10], { phi: 4, df: 9 }).interval).toEqual([0, null]);
  });

  it("is Fisher's interval where both are observed in the same windows", () => {
    const { interval } = fisher("central").compare(
      { values: [44], exposure: [188] },
      { values: [11], exposure: [47] },
      0.9,
    );
    expect(of([36, 11], [144, 44], { level: 0.9 }).interval).toEqual(interval);
  });

  it("says nothing where one side counted nothing, and has no estimate where it divides by 0", () => {
    expect(of([0, 0], [3, 4])).toEqual({ interval: [0, null], power: 0 });
    expect(of([0, 5], [10, 10]).estimate).toBeUndefined();
    expect(of([0, 5], [10, 10]).interval[1]).toBeNull();
    expect(of([5, 0], [10, 10])).toMatchObject({ estimate: 0 });
  });

  it("says how often half or twice would be told, by the exact test given the totals", () => {
    const [own, other, after] = [47, 188, 55];
    const told = chances(own, other, after, 1)
      .filter(({ k }) => {
        const terms = chances(own, other, after, 1);
        return (
          Math.min(
            sumWhere(terms, (j) => j <= k),
            sumWhere(terms, (j) => j >= k),
          ) <= 0.025
        );
      })
      .map(({ k }) => k);
    const power = (odds: number): number => sumWhere(chances(own, other, after, odds), (k) => told.includes(k));
    expectDigits(of([36, 11], [144, 44]).power, Math.min(power(0.5), power(2)), 9);
    expect(of([36, 11], [144, 44], { phi: 4 }).power).toBeLessThan(of([36, 11], [144, 44]).power);
  });
});
