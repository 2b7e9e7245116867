import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleMultinomial } from "../../src/distributions/sampleMultinomial.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const exact = hc.changePoint({ cost: "poisson" });
const all = [
  exact,
  hc.changePoint({ cost: "negbin", seed: 1, draws: 19 }),
  hc.changePoint({ cost: "normal", seed: 1, draws: 19 }),
];
const counts = fc.array(fc.nat(8), { minLength: 4, maxLength: 9 });

describe("one change", () => {
  it("is where both sides differ most, with the ratio of their rates", () => {
    const found = exact.test(frozen([5, 6, 4, 0, 1]), 0.95);
    expect(found).toMatchObject({ n: 16, estimate: 0.1 });
    expectDigits(found.statistic ?? Number.NaN, 15 * Math.log(15 / 9.6) + Math.log(1 / 6.4), 12);
    expect(found.reading).toBe(
      "16 events in 5 periods: likeliest from period 4 on, 0.100 [0.002, 0.650] times the rate; p = 0.01 for a change anywhere",
    );
    const periods = ["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01", "2020-05-01"];
    expect(exact.test({ ...frozen([5, 6, 4, 0, 1]), periods }, 0.95).at).toBe("2020-04-01");
  });

  it("owes what every test owes", () => {
    for (const test of all)
      fc.assert(
        fc.property(counts, (values) => {
          expectPlain(() => test.test(frozen(values), 0.9));
        }),
        { seed: 1, numRuns: 20 },
      );
  });

  it("knows no unit of exposure, and runs backwards as forwards", () => {
    fc.assert(
      fc.property(counts, (values) => {
        const exposure = values.map((_, t) => 28 + (t % 4));
        const found = exact.test(frozen(values, exposure), 0.95);
        const scaled = exact.test(
          frozen(
            values,
            exposure.map((one) => one / 7),
          ),
          0.95,
        );
        const turned = exact.test(frozen(values.toReversed(), exposure.toReversed()), 0.95);
        for (const other of [scaled, turned]) {
          expect(other.p ?? 1).toBeCloseTo(found.p ?? 1, 11);
          expect(other.statistic ?? 0).toBeCloseTo(found.statistic ?? 0, 10);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("has an exact p that comes below a level no more often than the level says", () => {
    const uniform = random(3);
    const values = new Float64Array(12);
    const exposure = Array.from({ length: 12 }, (_, t) => 28 + (t % 4));
    let [five, twenty] = [0, 0];
    for (let i = 0; i < 1000; i++) {
      sampleMultinomial(30, exposure, uniform, values);
      const { p = 1 } = exact.test({ values: [...values], exposure }, 0.95);
      if (p <= 0.05) five++;
      if (p <= 0.2) twenty++;
    }
    // Three standard errors above; not far below.
    expect(five).toBeLessThan(71);
    expect(five).toBeGreaterThan(25);
    expect(twenty).toBeLessThan(238);
    expect(twenty).toBeGreaterThan(150);
  });

  it("is drawn when the exact p takes too long, and asks for a seed then", () => {
    const values = Array.from({ length: 40 }, (_, t) => 5000 + ((t * 37) % 19) * 10);
    const test = hc.changePoint({ cost: "poisson", seed: 1, draws: 199 });
    expect(test.test(frozen(values.map((one) => one * 40)), 0.95).assumes).toContain("p of 199 draws");
    expect(() => exact.test(frozen(values.map((one) => one * 40)), 0.95)).toThrow(
      new hc.InputError("changePoint: a p that is drawn needs a seed and draws, got undefined and undefined"),
    );
  });

  it("is less sure when counts spread more than Poisson counts", () => {
    const values = [0, 14, 3, 22, 1, 9, 0, 2, 11, 0, 1, 6, 0, 3, 0, 1];
    const loose = hc.changePoint({ cost: "negbin", spread: 0.8, seed: 1, draws: 199 }).test(frozen(values), 0.95);
    const strict = exact.test(frozen(values), 0.95);
    expect(strict.p).toBeLessThan(1e-5);
    expect(loose.p).toBeGreaterThan(0.05);
    expect(loose.interval?.[0]).toBeLessThan(strict.interval?.[0] ?? 0);
  });

  it("says so where nothing is known", () => {
    expect(exact.test(frozen([0, 0, 0]), 0.95)).toMatchObject({
      n: 0,
      reading: "no events in 3 periods: no rate to change",
    });
    expect(all[2].test(frozen([3, 3, 3, 3]), 0.95).reading).toBe("4 periods of one value: nothing changes");
    expect(exact.test(frozen([0, 0, 0, 6]), 0.95)).not.toHaveProperty("estimate");
    expect(exact.test(frozen([2, 2, 2]), 0.95).p).toBe(1);
  });

  it("has no interval where two levels leave no spread, rather than one of no width", () => {
    const found = hc.changePoint({ cost: "normal", seed: 1, draws: 99 }).test(frozen([1, 1, 1, 5, 5, 5]), 0.95);
    expect(found).not.toHaveProperty("interval");
    expect(found).not.toHaveProperty("statistic");
    expect(found.reading).toMatch(
      /^6 periods: likeliest from period 4 on, 4\.00 \(no spread to judge it by\) more \(or, below 0, less\); p = 0\.\d+ for a change anywhere$/,
    );
  });

  it("says that periods must be independent, and what the negative binomial's interval takes as known", () => {
    const carried = "periods independent of each other: what carries over from one to the next passes for a change";
    expect(exact.test(frozen([5, 6, 4, 0, 1]), 0.95).assumes).toContain(carried);
    const wide = hc.changePoint({ cost: "negbin", spread: 1, seed: 1, draws: 99 });
    const told = wide.test(frozen([1, 10, 2, 1, 9, 30, 20, 50]), 0.95).assumes;
    expect(told).toContain(carried);
    expect(told).toContain("a normal interval of the log ratio, the size taken as known");
    expect(wide.test(frozen([1, 10, 2, 0, 0, 0]), 0.95).assumes).toContain(
      "the interval of Poisson counts, since a side is empty: too short",
    );
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`changePoint: ${text}`);
    expect(() => hc.changePoint({ cost: "gamma" as "normal" })).toThrow(
      fault('cost needs "poisson", "negbin" or "normal", got "gamma"'),
    );
    expect(() => hc.changePoint({ cost: "normal" })).toThrow(
      fault("normal needs a seed and draws, got undefined and undefined"),
    );
    expect(() => exact.test(frozen([1, 0.5]), 0.95)).toThrow(fault("needs whole counts from 0, got 0.5"));
    expect(() => exact.test(frozen([1, 2], [1, 0]), 0.95)).toThrow(
      fault("needs exposure above 0 in every period, got 0"),
    );
  });
});
