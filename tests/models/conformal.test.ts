import { describe, expect, it } from "vitest";
import { sampleGamma } from "../../src/distributions/sampleGamma.js";
import { samplePoisson } from "../../src/distributions/samplePoisson.js";
import {
  backtest,
  conformal,
  type Distribution,
  InputError,
  type Model,
  midQuantiles,
  type Panel,
  poisson,
  quantile,
} from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** Monthly counts of four places that vary far more than Poisson counts of one rate: the rate of each month is gamma distributed. */
function lively(months: number): Panel {
  const uniform = random(11);
  return [5, 12, 20, 45].map((level, place) => ({
    ...{ key: { zone: `zone ${place}` }, from: "made-up", start: "2000-01-01" },
    recipe: { where: [{}], by: ["zone"], every: "month" as const, measure: "events" as const },
    values: Array.from({ length: months }, () => samplePoisson((level * sampleGamma(2, uniform)) / 2, uniform)),
    exposure: Array.from({ length: months }, () => 1),
  }));
}

/** The shares of counts below, within and above the central 90% intervals. */
async function shares(model: Model): Promise<number[]> {
  const panel = lively(330);
  const { forecasts } = await backtest(panel, [model], { ahead: 1, since: "2010-01-01", seed: 1 });
  const found = [0, 0, 0];
  for (const { key, target, says } of forecasts) {
    const at = (Number(target.slice(0, 4)) - 2000) * 12 + Number(target.slice(5, 7)) - 1;
    const observed = panel.find((one) => one.key["zone"] === key["zone"])?.values[at] ?? Number.NaN;
    const place = observed < quantile(says, 0.05) ? 0 : observed <= quantile(says, 0.95) ? 1 : 2;
    found[place] += 1 / forecasts.length;
  }
  expect(forecasts).toHaveLength(4 * 209);
  return found;
}

/** Twice what Poisson counts say, so too high as well as too narrow. */
const high: Model = {
  name: "high()",
  needs: 12,
  fit: (history) => ({
    parameters: {},
    ahead: (asked) =>
      poisson(12)
        .fit({ ...history, values: history.values.map((value) => 2 * value) })
        .ahead(asked),
  }),
};

describe("conformal, simulated", () => {
  it("covers 90% of counts that vary far more than the model says, missed alike on both sides", async () => {
    const [, plain] = await shares(poisson(12));
    expect(plain).toBeLessThan(0.6);
    const [below, within, above] = await shares(conformal(poisson(12), { origins: 60 }));
    // The standard error is 0.010.
    expect(within).toBeGreaterThan(0.87);
    expect(within).toBeLessThan(0.93);
    expect(below).toBeLessThan(0.07);
    expect(above).toBeLessThan(0.08);
  });

  it("covers 90% where the model is twice too high", async () => {
    const [, plain] = await shares(high);
    expect(plain).toBeLessThan(0.35);
    const [below, within, above] = await shares(conformal(high, { origins: 60 }));
    expect(within).toBeGreaterThan(0.87);
    expect(within).toBeLessThan(0.93);
    expect(Math.max(below, above)).toBeLessThan(0.08);
  });
});

describe("conformal", () => {
  const says: Distribution = { family: "negbin", mean: 20, size: 4 };
  const model = conformal(poisson(12), { origins: 40 });
  const past = (observed: readonly number[]) =>
    observed.map((one) => ({ place: 0, step: 1, says: [says], observed: one }));
  const told = (observed: readonly number[], one = says) => model.combine([one], past(observed), 1);

  it("says what the model says until 19 misses are known", () => {
    expect(told([])).toBe(says);
    expect(told(Array.from({ length: 18 }, () => 3))).toBe(says);
    expect(told(Array.from({ length: 19 }, () => 3))).not.toEqual(says);
  });

  it("changes little where counts fell where they should", () => {
    const found = told([...midQuantiles(says, 199)]);
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95])
      expect(Math.abs(quantile(found, p) - quantile(says, p))).toBeLessThanOrEqual(1);
  });

  const sure = (value: number): Distribution => ({ family: "draws", values: [value] });
  /** Of 19 forecasts of 10, one for each even count from 2 to 38. */
  const misses = Array.from({ length: 19 }, (_, i) => ({
    ...{ place: 0, step: 1, says: [sure(10)], observed: 2 * i + 2 },
  }));

  it("sets a quantile at place (n + 1) p among past misses, between two on a straight line", () => {
    const found = model.combine([sure(10)], misses, 1);
    // Of 200 values the 20th stands for 9.75%, place 1.95 among 19 misses: between the counts 2 and 4, at 3.9.
    expect([0.05, 0.1, 0.5, 0.9, 0.95].map((p) => quantile(found, p))).toEqual([2, 4, 20, 35, 37]);
    expect([quantile(found, 0.001), quantile(found, 0.999)]).toEqual([2, 38]);
  });

  it("moves farther at a busier time, by the roots of 1 + the mean, and not below nothing", () => {
    const busy = model.combine([sure(98)], misses, 1);
    expect([0.05, 0.5].map((p) => quantile(busy, p))).toEqual([98 - 24 + 0, 98 + Math.ceil(9.95 * 3)]);
    const quiet = model.combine([sure(0)], misses, 1);
    expect(quantile(quiet, 0.1)).toBe(0);
    const none = Array.from({ length: 100 }, () => ({ place: 0, step: 1, says: [sure(0)], observed: 0 }));
    expect(quantile(model.combine([sure(0)], none, 1), 0.999)).toBe(0);
  });

  it("refuses what cannot be, and a history that its model cannot be fitted to", () => {
    expect(() => conformal(poisson(12), { origins: -1 })).toThrow(
      new InputError(
        `${conformal(poisson(12), { origins: 1 }).name.replace(":1}", ":-1}")}: origins needs a whole number from 0, got -1`,
      ),
    );
  });
});
