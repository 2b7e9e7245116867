import { describe, expect, it } from "vitest";
import { sampleMultinomial } from "../../src/distributions/sampleMultinomial.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { yearly } from "./yearly.js";

const options = { level: 0.9, prior: "overall" } as const;

describe("places of a change", () => {
  it("have probabilities that add to 1, and the likeliest stands in the set", () => {
    const [found] = hc.changePlaces(yearly([4, 3, 6, 5, 1, 0, 1, 2]), options);
    expect(found.places.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 12);
    const ratios = found.places.map((one) => one.logLikelihoodRatio);
    expect(found.places[ratios.indexOf(Math.max(...ratios))]).toMatchObject({
      period: "1855-01-01",
      p: 1,
      inSet: true,
    });
    expect(found.probability).toBeCloseTo(1 / (1 + Math.exp(-found.logBayesFactor)), 12);
  });

  it("are all in the set, and none favoured, without events", () => {
    const [found] = hc.changePlaces(yearly([0, 0, 0]), { ...options, prior: { shape: 1, rate: 1 } });
    expect(found.places.map((one) => one.inSet)).toEqual([true, true]);
    expect(found.reading).toBe(
      "0 events in 3 periods: one change explains them 0.667 times as well as none; if there was one, likeliest from 1852-01-01 on (50%), the 90% set holds 2 places from 1852-01-01 to 1853-01-01",
    );
  });

  it("are held by the set as often as its level says", () => {
    const uniform = random(5);
    const weights = [3, 3, 3, 3, 3, 1, 1, 1, 1, 1];
    const values = new Float64Array(10);
    let held = 0;
    for (let i = 0; i < 400; i++) {
      sampleMultinomial(40, weights, uniform, values);
      const [found] = hc.changePlaces(yearly([...values]), options);
      if (found.places[4].inSet) held++;
    }
    expect(held / 400).toBeGreaterThan(0.9 - 3 * 0.015);
    expect(held / 400).toBeLessThan(0.98);
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`changePlaces: ${text}`);
    expect(() => hc.changePlaces(yearly([1, 2]), { level: 0.9, prior: { shape: 0, rate: 1 } })).toThrow(
      fault("prior needs shape and rate above 0, got 0 and 1"),
    );
    expect(() => hc.changePlaces(yearly([1]), options)).toThrow(fault("needs 2 periods, got 1"));
  });
});
