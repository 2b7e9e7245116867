import { describe, expect, it } from "vitest";
import { type Forecast, resolveForecasts, type Series } from "../../src/index.js";
import { fault } from "../store/trial.js";
import { forecastOf } from "./forecasts.js";

/** Monthly counts of the river from January 2024: 4, 7, 0. */
const river: Series = {
  ...{ key: { zone: "river" }, recipe: forecastOf().recipe, from: "b".repeat(64), start: "2024-01-01" },
  ...{ values: [4, 7, 0], exposure: [31, 29, 31] },
};
const yes = (change: Partial<Forecast>) => forecastOf({ says: { family: "bernoulli", p: 0.4 }, ...change });
const asOf = "2024-06-01";

describe("resolveForecasts", () => {
  it("sets the count, or the answer, beside each forecast", () => {
    const forecasts = [
      ...[forecastOf(), forecastOf({ target: "2024-03-01" })],
      ...[yes({ asks: { atLeast: 7 } }), yes({ asks: { above: 7 } }), yes({ asks: { atMost: 7 } })],
    ];
    const resolved = resolveForecasts(forecasts, [river], { asOf });
    expect(resolved.map(({ state, observed }) => [state, observed])).toEqual(
      [7, 0, 1, 0, 1].map((observed) => ["resolved", observed]),
    );
    expect(resolved[0]).toEqual({ ...forecasts[0], state: "resolved", observed: 7, evidence: river.from, asOf });
  });

  it("says what is not resolved, and why", () => {
    const found = (change: Partial<Forecast>, day = asOf) => {
      const [{ state, why, observed }] = resolveForecasts([forecastOf(change)], [river], { asOf: day });
      expect(observed).toBeUndefined();
      return [state, why];
    };
    expect(found({}, "2024-02-29")).toEqual(["open", "its period ends on 2024-03-01"]);
    expect(found({ target: "2024-04-01" })).toEqual(["open", "the counts do not reach 2024-04-01"]);
    expect(found({ target: "2023-12-01" })).toEqual(["annulled", "the counts begin on 2024-01-01"]);
    expect(found({ key: { zone: "sea" } })).toEqual(["annulled", "no such series was counted"]);
    expect(found({ key: { zone: "sea" }, target: "2024-08-01" })).toEqual(["open", "its period ends on 2024-09-01"]);
    expect(found({ recipe: { ...river.recipe, measure: "deaths" } })[0]).toBe("annulled");
  });

  it("waits for reports still to come, by the day of the data rather than the day of asking", () => {
    const state = (settlesAfter: number, days = {}) => {
      const [one] = resolveForecasts([forecastOf()], [river], { asOf, settlesAfter, days });
      return [one.state, one.why];
    };
    expect(state(92)).toEqual(["resolved", undefined]);
    expect(state(93)).toEqual(["too early", "7 so far as of 2024-06-01; taken as settled on 2024-06-02"]);
    expect(state(92, { [river.from]: "2024-05-31" })).toEqual([
      "too early",
      "7 so far as of 2024-05-31; taken as settled on 2024-06-01",
    ]);
    expect(state(0)).toEqual(["resolved", undefined]);
  });

  it("is ambiguous where data sets disagree on what is asked, and only then", () => {
    const other: Series = { ...river, from: "c".repeat(64), values: [4, 9, 0] };
    const short: Series = { ...river, from: "d".repeat(64), values: [4] };
    const found = (forecast: Forecast, ...panel: readonly Series[]) => {
      const [{ state, observed, why, evidence }] = resolveForecasts([forecast], panel, { asOf });
      return { state, observed, why, evidence };
    };
    expect(found(forecastOf(), river, other)).toEqual({
      ...{ state: "ambiguous", observed: undefined, evidence: `${river.from} ${other.from}` },
      why: "data sets disagree: 7 by bbbbbbbb, 9 by cccccccc",
    });
    expect(found(yes({ asks: { atLeast: 7 } }), river, other)).toMatchObject({ state: "resolved", observed: 1 });
    expect(found(yes({ asks: { atLeast: 8 } }), river, other).state).toBe("ambiguous");
    expect(found(forecastOf(), short, river)).toMatchObject({ state: "resolved", observed: 7, evidence: river.from });
    expect(found(forecastOf({ target: "2024-01-01" }), river, other)).toMatchObject({ state: "resolved", observed: 4 });
  });

  it("refuses options that cannot be", () => {
    expect(() => resolveForecasts([], [], { asOf: "now" })).toThrow(
      fault("InputError", 'resolveForecasts: asOf needs a day as YYYY-MM-DD, got "now"'),
    );
    expect(() => resolveForecasts([], [], { asOf, settlesAfter: -1 })).toThrow(
      fault("InputError", "resolveForecasts: settlesAfter needs whole days from 0, got -1"),
    );
  });
});
