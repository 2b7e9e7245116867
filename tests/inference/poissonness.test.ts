import { describe, expect, it } from "vitest";
import { sampleMultinomial } from "../../src/distributions/sampleMultinomial.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const fit = hc.poissonness({ draws: 499, seed: 3 });

function series(values: readonly number[], exposure = values.map(() => 1)): hc.Series {
  const recipe = { where: [], by: [], every: "month", measure: "events" } as const;
  return { key: { zone: "a" }, recipe, from: "0", start: "2023-01-01", values, exposure };
}

describe("poissonness", () => {
  it("of two events in two months is counted on paper", () => {
    // mean 1, none expected .74 times: never, in half of the arrangements, is further off than once
    expectDigits(fit.test(frozen([1, 1]), 0.95).p ?? 0, 0.5, 13);
    expectDigits(fit.test(frozen([2, 0]), 0.95).p ?? 0, 1, 13);
  });

  it("sees counts that vary too little as well as too much", () => {
    const flat = fit.test(frozen(new Array(30).fill(6)), 0.95);
    const wild = fit.test(frozen(Array.from({ length: 30 }, (_, i) => (i % 2) * 12)), 0.95);
    expect(flat.reading).toBe(
      "30 periods, mean 6.0: not a Poisson distribution, p = 0.002 (499 draws, given the total)",
    );
    expect(wild.p).toBe(0.002);
  });

  it("allows for months of different lengths", () => {
    // one event a day on average: 10 and 100 day months differ, and should
    const values = [9, 98, 12, 104, 8, 101];
    expect(fit.test(frozen(values, [10, 100, 10, 100, 10, 100]), 0.95).p ?? 0).toBeGreaterThan(0.1);
    expect(fit.test(frozen([...values]), 0.95).p ?? 1).toBeLessThan(0.01);
  });

  it("has a p about uniform for Poisson counts", () => {
    const uniform = random(21);
    const ps = Array.from({ length: 300 }, () => {
      const values = new Float64Array(20);
      sampleMultinomial(70, new Float64Array(20).fill(1 / 20), uniform, values);
      return hc.poissonness({ draws: 99, seed: Math.floor(1e6 * uniform()) }).test(frozen([...values]), 0.95).p ?? 1;
    });
    for (const level of [0.1, 0.5, 0.9]) {
      const share = ps.filter((p) => p <= level).length / ps.length;
      expect(Math.abs(share - level)).toBeLessThan(0.09);
    }
  });

  it("says so without an event, and is plain", () => {
    expect(fit.test(frozen([0, 0]), 0.95).reading).toBe("no events in 2 periods: no distribution to judge");
    for (const values of [
      [0, 1],
      [5, 5, 5],
      [1e5, 1e5 + 300],
    ])
      expectPlain(() => fit.test(frozen(values), 0.95));
    expect(() => hc.poissonness({ draws: 1.5, seed: 1 })).toThrow(
      new hc.InputError("poissonness: draws needs a whole number from 1, got 1.5"),
    );
  });
});

describe("poissonnessOf", () => {
  it("sets what was seen beside what was expected, count by count", () => {
    const [found] = hc.poissonnessOf([series([0, 1, 1, 3])], { level: 0.95 });
    expect(found.n).toBe(4);
    expect(found.rows.map(({ count, seen }) => [count, seen])).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 1],
    ]);
    const mean = 5 / 4;
    expectDigits(found.rows[2].expected, (4 * Math.exp(-mean) * mean ** 2) / 2, 14);
    // Hoaglin: log(3! * 1 / 4), and none where nothing was seen
    expectDigits(found.rows[3].number ?? 0, Math.log(6 / 4), 13);
    expect("number" in found.rows[2]).toBe(false);
  });

  it("has plot numbers on a line with the slope of the log of the mean for counts as expected", () => {
    // 1000 e^-2 2^k / k!, rounded
    const values = [135, 271, 271, 180, 90, 36].flatMap((times, k) => new Array<number>(times).fill(k));
    const [{ rows }] = hc.poissonnessOf([series(values)], { level: 0.95 });
    for (let k = 1; k < rows.length; k++) {
      expect(Math.abs((rows[k].number ?? 0) - (rows[k - 1].number ?? 0) - Math.log(2))).toBeLessThan(0.02);
      expect(rows[k].seen >= rows[k].interval[0] && rows[k].seen <= (rows[k].interval[1] ?? 0)).toBe(true);
    }
  });

  it("gives each count the central interval of how often it would be seen", () => {
    // four months at mean 1: chance e^-1 each of none, binomial: .16, .37, .32, .12, .02
    const [{ rows }] = hc.poissonnessOf([series([0, 2, 2, 0])], { level: 0.9 });
    expect(rows[0].interval).toEqual([0, 3]);
    const [{ rows: narrow }] = hc.poissonnessOf([series([0, 2, 2, 0])], { level: 0.5 });
    expect(narrow[0].interval).toEqual([1, 2]);
  });

  it("has no plot numbers for months of different lengths, and refuses what no chart could hold", () => {
    const [{ rows }] = hc.poissonnessOf([series([0, 1, 1], [1, 2, 1])], { level: 0.95 });
    expect(rows.some((row) => "number" in row)).toBe(false);
    expect(() => hc.poissonnessOf([series([0, 5000])], { level: 0.95 })).toThrow(
      new hc.InputError("poissonnessOf: needs counts that spread over at most 1000 values, got 5001"),
    );
    expect(() => hc.poissonnessOf([series([1])], { level: 1 })).toThrow(
      new hc.InputError("poissonnessOf: level needs a number between 0 and 1, got 1"),
    );
  });

  it("expects no count where nothing happened but none", () => {
    const [{ rows }] = hc.poissonnessOf([series([0, 0, 0])], { level: 0.95 });
    expect(rows).toEqual([{ count: 0, seen: 3, expected: 3, interval: [3, 3], number: 0 }]);
  });
});
