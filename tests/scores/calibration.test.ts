import { describe, expect, it } from "vitest";
import { calibration, type Distribution, pit, type Resolved, sample } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import byR from "../fixtures/evaluation.json" with { type: "json" };
import { resolvedAs } from "./madeScores.js";

const poisson = (mean: number): Distribution => ({ family: "poisson", mean });
/** Forecasts of Poisson counts, with what comes of them; `says` may differ from the truth. */
function made(n: number, seed: number, says: (mean: number) => Distribution = poisson): Resolved[] {
  const uniform = random(seed);
  return Array.from({ length: n }, (_, origin) => {
    const mean = 2 + 30 * uniform();
    return resolvedAs(says(mean), sample(poisson(mean), { n: 1, seed: Math.floor(1e9 * uniform()) })[0], origin);
  });
}

describe("the place of outcomes in their forecasts", () => {
  it("is spread over the bars that an outcome's own chance covers, and drawn within it", () => {
    // No and yes at one half: the no covers the lower two of four bars, the yes the upper two.
    const coin: Distribution = { family: "bernoulli", p: 0.5 };
    const [found] = pit([resolvedAs(coin, 0, 0), resolvedAs(coin, 1, 1), resolvedAs(coin, 1, 2)], { bins: 4, seed: 1 });
    const wanted = [2 / 3, 2 / 3, 4 / 3, 4 / 3];
    for (const [i, height] of wanted.entries()) expectDigits(found.mean[i], height, 12);
    expect(found.randomised[0] + found.randomised[1]).toBeCloseTo(4 / 3, 12);
    expect(found.n).toBe(3);
  });

  it.each(byR.pit)("is surveillance::pit's without drawing (R, $family, $bins bars)", ({ family, bins, ...one }) => {
    const resolved = one.means.map((mean, i) =>
      resolvedAs(family === "poisson" ? poisson(mean) : { family: "negbin", mean, size: 1.5 }, one.observed[i], i),
    );
    const [found] = pit(resolved, { bins, seed: 1 });
    expect(found.mean).toHaveLength(bins);
    // Heights are differences of sums of 60 chances: 10 digits of 1.
    for (const [i, height] of one.heights.entries()) expect(Math.abs(found.mean[i] - height)).toBeLessThan(1e-10);
  });

  it("is level for forecasts that are right: bars in the band, a p that is small as often as it should be", () => {
    const [found] = pit(made(2000, 3), { bins: 10, seed: 1 });
    expect(found.p).toBeGreaterThan(0.05);
    expect(found.reading).toContain("no sign of miscalibration");
    const outside = found.mean.filter((height) => height < found.band[0] || height > (found.band[1] ?? 0));
    expect(outside.length).toBeLessThan(2);
    const small = Array.from({ length: 200 }, (_, i) => pit(made(60, 100 + i), { bins: 5, seed: i })[0]);
    const share = small.filter(({ p }) => p < 0.1).length / 200;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.17);
  });

  it("tells too narrow from too wide, and too low from too high", () => {
    const readingOf = (says: (mean: number) => Distribution): string =>
      pit(made(400, 5, says), { bins: 10, seed: 1 })[0].reading;
    expect(readingOf((mean) => ({ family: "normal", mean, sd: Math.sqrt(mean) / 3 }))).toContain("too narrow");
    expect(readingOf((mean) => ({ family: "negbin", mean, size: 1 }))).toContain("too wide");
    expect(readingOf((mean) => poisson(mean * 0.7))).toContain("more came than was forecast");
    expect(readingOf((mean) => poisson(mean * 1.4))).toContain("less came than was forecast");
  });

  it("takes forecasts of one origin that err together as few", () => {
    const copied = made(30, 9).flatMap((one) =>
      Array.from({ length: 8 }, (_, k) => ({ ...one, key: { zone: `${k}` } })),
    );
    const [found] = pit(copied, { bins: 5, seed: 1 });
    expect(found.n).toBe(240);
    expect(found.designEffect).toBeGreaterThan(3);
    expect(found.band[0]).toBeLessThan(0.5);
  });

  it("holds outcomes that were held impossible in the outer bars", () => {
    const [found] = pit(
      [resolvedAs({ family: "draws", values: [1, 2] }, 9, 0), resolvedAs({ family: "draws", values: [1, 2] }, 0, 1)],
      {
        ...{ bins: 2, seed: 1 },
      },
    );
    expect([found.mean, found.randomised]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it("refuses what cannot be", () => {
    const one = resolvedAs(poisson(1), 1, 0);
    expect(() => pit([one], { bins: 1, seed: 1 })).toThrow("pit: bins needs a whole number above 1, got 1");
    expect(() => pit([{ ...one, state: "open" }], { bins: 5, seed: 1 })).toThrow(
      "pit: needs a resolved forecast, got none of 1",
    );
    expect(() => pit([{ ...one, observed: Number.NaN }], { bins: 5, seed: 1 })).toThrow(
      "pit: needs a number as outcome, got NaN (m(), target 2015-02-01)",
    );
  });
});

describe("coverage", () => {
  it("is the share of central intervals that held, beside what the forecasts say of themselves", () => {
    const even: Distribution = { family: "draws", values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
    const resolved = [0, 3, 5, 8, 11, 9].map((observed, origin) => resolvedAs(even, observed, origin));
    const [half, most] = calibration(resolved, { levels: [0.5, 0.9] });
    // From 3 to 8 and from 1 to 10.
    expect([half.covered, half.expected]).toEqual([0.5, expect.closeTo(0.6, 12)]);
    expect([most.covered, most.expected]).toEqual([4 / 6, expect.closeTo(1, 12)]);
    expect(half.reading).toMatch(
      /^m\(\): 50\.0% intervals held 50\.0% \[.*\] of 6 outcomes, in keeping with 60\.0% by their own word$/,
    );
  });

  it("has the exact binomial interval where forecasts are independent", () => {
    const resolved = Array.from({ length: 40 }, (_, i) =>
      resolvedAs({ family: "normal", mean: 0, sd: 1 }, (i * 7) % 10 < 8 ? 0 : 5, i),
    );
    const [found] = calibration(resolved, { levels: [0.9] });
    expect([found.covered, found.designEffect]).toEqual([0.8, 1]);
    // binom.test(32, 40) in R.
    expectDigits(found.interval[0], 0.643521981321, 10);
    expectDigits(found.interval[1] ?? 0, 0.9094775906, 10);
  });

  it("is near what is expected of right forecasts, and below it where they are too narrow", () => {
    for (const row of calibration(made(1500, 21), { levels: [0.5, 0.8, 0.95] })) {
      expect(Math.abs(row.covered - row.expected), row.reading).toBeLessThan(0.035);
      expect(row.expected).toBeGreaterThan(row.promised);
    }
    const [narrow] = calibration(
      made(400, 22, (mean) => ({ family: "normal", mean, sd: Math.sqrt(mean) / 3 })),
      {
        levels: [0.9],
      },
    );
    expect(narrow.interval[1]).toBeLessThan(0.6);
    expect(narrow.reading).toContain("less than 90.0% by their own word");
  });

  it("of forecasts that all held is as sure as there are origins", () => {
    const resolved = Array.from({ length: 60 }, (_, i) => resolvedAs(poisson(9), 9, i % 6, { key: { zone: `${i}` } }));
    const [found] = calibration(resolved, { levels: [0.9] });
    expect([found.covered, found.origins, found.interval[1]]).toEqual([1, 6, 1]);
    expectDigits(found.interval[0], 0.025 ** (1 / 6), 8);
  });

  it("refuses levels that are none", () => {
    const one = [resolvedAs(poisson(1), 1, 0)];
    expect(() => calibration(one, { levels: [] })).toThrow("calibration: needs a level, got none");
    expect(() => calibration(one, { levels: [1] })).toThrow("calibration: level needs a number between 0 and 1, got 1");
  });
});
