import { describe, expect, it } from "vitest";
import { type Claim, cdf, DataError, fromQuestion, InputError, quantile, toQuestion } from "../../src/index.js";
import { made } from "./hubForecasts.js";

const options = { opens: "2023-12-20", wait: 30, source: "the wire" };
const yes = made({ family: "bernoulli", p: 0.3 }, 1, { asks: { atLeast: 5 } });
const count = made({ family: "negbin", mean: 4, size: 2 });
const { says: _, ...about } = count;

describe("a forecast as a platform's question", () => {
  it("of a threshold is of yes or no, open until its period begins, resolved after reports are in", () => {
    expect(toQuestion(yes, options)).toEqual({
      title: "Will there be at least 5 events in coast from 2024-01-01 to 2024-01-31?",
      resolution_criteria:
        "Yes where the number of events that the wire counts in coast from 2024-01-01 to 2024-01-31 (UTC, both days included), as it stands on 2024-03-02, is at least 5; otherwise no.",
      fine_print:
        "Everything in the data counts. What the data do not cover annuls the question; later corrections do not change its answer.",
      ...{ open_time: "2023-12-20T00:00:00Z", scheduled_close_time: "2024-01-01T00:00:00Z" },
      ...{ scheduled_resolve_time: "2024-03-02T00:00:00Z", type: "binary", unit: "" },
      ...{ possibilities: { type: "binary" }, forecast: { probability_yes: 0.3 } },
    });
  });

  it("of a count is discrete, cut between whole numbers, and open above", () => {
    const asked = toQuestion(count, { ...options, most: 3 });
    expect(asked).toMatchObject({
      ...{ type: "discrete", unit: "events", open_lower_bound: false, open_upper_bound: true },
      scaling: { range_min: -0.5, range_max: 3.5, zero_point: null, inbound_outcome_count: 4 },
      possibilities: { type: "continuous", low: "none", high: "tail", scale: { min: -0.5, max: 3.5, deriv_ratio: 1 } },
      forecast: { continuous_cdf: [0, ...[0, 1, 2, 3].map((k) => cdf(count.says, k))] },
    });
  });

  it("of a large count or a line is numeric, in 200 parts at most", () => {
    expect(toQuestion(made({ family: "poisson", mean: 1e6 }), options)).toMatchObject({ type: "numeric" });
    const { scaling } = toQuestion(made({ family: "poisson", mean: 1e6 }), options);
    expect(scaling?.inbound_outcome_count).toBeLessThanOrEqual(200);
    const line = toQuestion(made({ family: "normal", mean: 0, sd: 1 }), { ...options, range: [-2, 2] });
    expect(line).toMatchObject({ type: "numeric", open_lower_bound: true });
    expect("continuous_cdf" in line.forecast && line.forecast.continuous_cdf[100]).toBeCloseTo(0.5, 14);
    expect("continuous_cdf" in line.forecast && line.forecast.continuous_cdf).toHaveLength(201);
  });

  it("of a claim opens as it was issued, and says whose the answer is and since when", () => {
    const told = { forecaster: "alice", start_time: "2023-12-18T00:00:00Z" };
    const { opens: _opens, ...rest } = options;
    for (const forecast of [yes, count]) {
      const claim: Claim = { ...forecast, id: "a1", by: "alice", issued: "2023-12-18" };
      const plain = toQuestion(forecast, { ...options, opens: "2023-12-18" });
      expect(plain.forecast).not.toHaveProperty("forecaster");
      expect(toQuestion(claim, rest)).toEqual({ ...plain, forecast: { ...plain.forecast, ...told } });
      expect(toQuestion(claim, options)).toMatchObject({ open_time: "2023-12-20T00:00:00Z", forecast: told });
      const { says: __, ...of } = forecast;
      expect(fromQuestion(toQuestion(claim, rest), of)).toEqual(fromQuestion(plain, of));
    }
    expect(() => toQuestion(yes, rest)).toThrow(
      new InputError("toQuestion: opens needs a day as YYYY-MM-DD, got undefined"),
    );
  });

  it.each<[string, Parameters<typeof toQuestion>]>([
    ['opens needs a day as YYYY-MM-DD, got "now"', [yes, { ...options, opens: "now" }]],
    ["opens 2024-01-01, but its period begins on 2024-01-01", [yes, { ...options, opens: "2024-01-01" }]],
    ["wait needs a whole number of days from 0, got -1", [yes, { ...options, wait: -1 }]],
    ["a forecast of gamma needs a range, got none", [made({ family: "gamma", shape: 1, rate: 1 }), options]],
    ["range needs two numbers in order, got 2 and 2", [count, { ...options, range: [2, 2] }]],
    ["most needs a whole number from 1, got 0", [count, { ...options, most: 0 }]],
  ])("is refused: %s", (message, [forecast, asked]) => {
    expect(() => toQuestion(forecast, asked)).toThrow(new InputError(`toQuestion: ${message}`));
  });
});

describe("a question as a forecast", () => {
  it("of yes or no comes back the same", () => {
    const { says: __, ...of } = yes;
    expect(fromQuestion(toQuestion(yes, options), of)).toEqual(yes);
  });

  it("of a count keeps the chance of every whole number, and every quantile", () => {
    const { says } = fromQuestion(toQuestion(count, options), about);
    const top = quantile(count.says, 0.999);
    for (let k = 0; k < top; k++) {
      expect(Math.abs(cdf(says, k) - cdf(count.says, k)), String(k)).toBeLessThan(1e-12);
      expect(Math.abs(cdf(says, k + 0.9) - cdf(count.says, k)), String(k)).toBeLessThan(1e-12);
    }
    for (const level of [0.01, 0.25, 0.5, 0.9, 0.99]) expect(quantile(says, level)).toBe(quantile(count.says, level));
  });

  it("of a line keeps its cuts", () => {
    const normal = made({ family: "normal", mean: 0, sd: 1 });
    const { says } = fromQuestion(toQuestion(normal, { ...options, range: [-2, 2] }), about);
    for (const x of [-1.9, -0.5, 0, 1.2]) expect(Math.abs(cdf(says, x) - cdf(normal.says, x))).toBeLessThan(1e-4);
  });

  it("is refused where its parts do not fit", () => {
    const asked = toQuestion(count, { ...options, most: 3 });
    expect(() => fromQuestion(toQuestion(yes, options), about)).toThrow(
      new InputError("fromQuestion: a binary question needs asks, got none"),
    );
    expect(() => fromQuestion(asked, yes)).toThrow(
      new InputError("fromQuestion: a discrete question asks of no threshold"),
    );
    expect(() => fromQuestion({ ...asked, forecast: { continuous_cdf: [0, 1] } }, about)).toThrow(
      new DataError("fromQuestion: 4 outcomes need 5 cumulated chances, got 2"),
    );
    expect(() => fromQuestion({ ...asked, forecast: { continuous_cdf: [0, 0.5, 0.4, 1, 1] } }, about)).toThrow(
      new DataError("fromQuestion: continuous_cdf needs rising chances from 0 to 1, got 0.4 (place 3)"),
    );
    expect(() => fromQuestion({ type: "binary", forecast: { probability_yes: 2 } }, yes)).toThrow(
      new DataError("fromQuestion: probability_yes needs a chance from 0 to 1, got 2"),
    );
  });
});
