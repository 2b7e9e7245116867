import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, type Distribution, type Threshold } from "../../src/index.js";
import { expectDigits } from "../close.js";
import { fault } from "../store/trial.js";
import { forecastOf } from "./forecasts.js";

interface Known {
  readonly says: Distribution;
  readonly least: number;
  readonly atLeast: number;
  readonly below: number;
}

const known: Known[] = JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures/ask.json"), "utf8"));

function chance(says: Distribution, threshold: Threshold): number {
  const [one] = ask([forecastOf({ says })], threshold);
  if (one.says.family !== "bernoulli") throw new Error(one.says.family);
  return one.says.p;
}

describe("ask", () => {
  it("keeps all else of a forecast, and says what is asked", () => {
    const before = Object.freeze(forecastOf({ says: { family: "draws", values: [0, 2, 5, 9] } }));
    const asks = { atLeast: 5 };
    expect(ask([before], asks)).toEqual([{ ...before, says: { family: "bernoulli", p: 0.5 }, asks }]);
    expect(ask([], asks)).toEqual([]);
  });

  // tests/fixtures/ask.py: mpmath, 60 digits, sums of single chances.
  it.each(known)("gives the chances of $says from $least on and below it to 11 digits", ({ says, least, ...known }) => {
    for (const bound of [{ atLeast: least }, { above: least - 1 }, { atLeast: least - 0.5 }, { above: least - 0.5 }])
      expectDigits(chance(says, bound), known.atLeast, 11, bound);
    for (const bound of [{ below: least }, { atMost: least - 1 }, { below: least - 0.5 }, { atMost: least - 0.5 }])
      expectDigits(chance(says, bound), known.below, 11, bound);
  });

  it("is certain of what no count can be", () => {
    const says: Distribution = { family: "normal", mean: 0, sd: 1 };
    expect([{ atLeast: 0 }, { above: -1 }, { below: 0 }, { atMost: -0.5 }].map((one) => chance(says, one))).toEqual([
      ...[1, 1, 0, 0],
    ]);
  });

  it("gives the shares of draws, ties on the side that the bound says", () => {
    const says: Distribution = { family: "draws", values: [1, 2, 2, 2, 3, 8, 8, 9, 40, 41] };
    const bounds = [{ atLeast: 2 }, { above: 2 }, { below: 2 }, { atMost: 2 }, { above: 41 }, { atMost: 41 }];
    const shares = [0.9, 0.6, 0.1, 0.4, 0, 1];
    for (const [i, bound] of bounds.entries()) expectDigits(chance(says, bound), shares[i], 15, bound);
  });

  it("of what lies on a line adds up to 1, and the jump of quantiles is on the upper side", () => {
    const quantiles: Distribution = { family: "quantiles", levels: [0.25, 0.5, 0.75], values: [4, 4, 8] };
    expect(chance(quantiles, { atLeast: 4 })).toBe(1);
    expect(chance(quantiles, { below: 4 })).toBe(0);
    expectDigits(chance(quantiles, { atLeast: 6 }), 0.375, 14);
    expectDigits(chance(quantiles, { below: 6 }), 0.625, 14);
    const normal: Distribution = { family: "normal", mean: 20, sd: 5 };
    expectDigits(chance(normal, { atLeast: 20 }), 0.5, 14);
    // mpmath, 40 digits: ncdf(-15)
    expectDigits(chance(normal, { above: 94 }), 3.67096619931275e-51, 12);
  });

  it("answers yes and its opposite with chances that add up to 1, whatever the family", () => {
    const counts = fc.array(fc.nat(30), { minLength: 1, maxLength: 20 });
    const mean = fc.double({ min: 0.01, max: 50, noNaN: true });
    const says = fc.oneof(
      mean.map((value): Distribution => ({ family: "poisson", mean: value })),
      fc.tuple(mean, mean).map(([value, size]): Distribution => ({ family: "negbin", mean: value, size })),
      fc.tuple(mean, mean).map(([shape, rate]): Distribution => ({ family: "gamma", shape, rate })),
      counts.map((values): Distribution => ({ family: "draws", values })),
      counts.map(
        (values): Distribution => ({
          family: "quantiles",
          levels: values.map((_, i) => (i + 1) / (values.length + 1)),
          values: [...values].sort((one, other) => one - other),
        }),
      ),
    );
    fc.assert(
      fc.property(says, fc.integer({ min: -2, max: 40 }), (one, bound) => {
        expect(chance(one, { atLeast: bound }) + chance(one, { below: bound })).toBeCloseTo(1, 10);
        expect(chance(one, { above: bound }) + chance(one, { atMost: bound })).toBeCloseTo(1, 10);
        expect(chance(one, { above: bound })).toBe(chance(one, { atLeast: bound + 1 }));
      }),
    );
  });

  it("refuses what is asked already, and a threshold that is none", () => {
    const yes = forecastOf({ says: { family: "bernoulli", p: 0.2 }, asks: { above: 3 } });
    expect(() => ask([yes], { above: 3 })).toThrow(
      fault("InputError", "ask: needs forecasts of counts, got one of yes or no (conflictology(12), 2024-02-01)"),
    );
    const bounds = [{}, { above: 1, below: 4 }, { above: Number.NaN }, { least: 3 }];
    for (const bound of bounds)
      expect(() => ask([], bound)).toThrow(
        fault(
          "InputError",
          `ask: threshold needs exactly one of above, atLeast, below, atMost, a number, got ${JSON.stringify(bound)}`,
        ),
      );
  });
});
