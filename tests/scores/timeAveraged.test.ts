import { describe, expect, it } from "vitest";
import { type Metric, metricNamed, metricNames, type Resolved, score, timeAveraged } from "../../src/index.js";
import { forecastOf } from "../claims/forecasts.js";
import { fault } from "../store/trial.js";

/** The squared error of a chance, and one that is infinite for a chance of 0. */
const brier: Metric = {
  ...{ name: "brier()", best: "low", isProper: true },
  score: (says, observed) => (says.family === "bernoulli" ? (says.p - observed) ** 2 : Number.NaN),
};
const log: Metric = {
  ...{ name: "log()", best: "low", isProper: true },
  score: (says) => (says.family === "bernoulli" ? -Math.log(says.p) : Number.NaN),
};
const said = (p: number, change: Partial<Resolved> = {}): Resolved => ({
  ...forecastOf({ says: { family: "bernoulli", p }, asks: { atLeast: 3 } }),
  ...{ state: "resolved", observed: 1, evidence: "x", asOf: "2024-06-01", ...change },
});

describe("timeAveraged", () => {
  it("counts each day by the forecast that stood then", () => {
    const spells = [
      { resolved: said(0.2), days: 15 },
      { resolved: said(0.9, { origin: "2023-11-01" }), days: 5 },
    ];
    const [row] = timeAveraged(spells, [brier]);
    expect(row.value).toBeCloseTo((15 * 0.64 + 5 * 0.01) / 20, 14);
    expect([row.metric, row.origin]).toEqual(["time-averaged brier()", "2023-11-01"]);
  });

  it("of one forecast is its score, as back-tests earn it", () => {
    const [row] = timeAveraged([{ resolved: said(0.3), days: 7 }], [brier]);
    const [plain] = score([said(0.3)], [brier]);
    expect(row).toEqual({ ...plain, metric: "time-averaged brier()", value: expect.closeTo(0.49, 14) });
  });

  it("is infinite for a day of no chance at all, but not for a forecast that stood for none", () => {
    const spells = (days: number) => [
      { resolved: said(0), days },
      { resolved: said(0.5), days: 3 },
    ];
    expect(timeAveraged(spells(1), [log])[0].value).toBeNull();
    expect(timeAveraged(spells(0), [log])[0].value).toBeCloseTo(Math.LN2, 14);
  });

  it("refuses forecasts that never stood", () => {
    expect(() => timeAveraged([], [brier])).toThrow(
      fault("InputError", "timeAveraged: needs a forecast that stood for a day, got 0 days"),
    );
    expect(() => timeAveraged([{ resolved: said(0.5, { state: "open" }), days: 2 }], [brier])).toThrow(
      fault("InputError", "score: needs a resolved forecast, got none of 1"),
    );
  });
});

describe("metricNamed", () => {
  it("refuses what is no call or no metric", () => {
    expect(() => metricNamed("crps")).toThrow(
      fault("InputError", 'metric: needs a call such as coverage(0.9), got "crps"'),
    );
    expect(() => metricNamed("toString()")).toThrow(
      fault("InputError", `metric: there is no toString; there are ${metricNames.join(", ")}`),
    );
  });

  it("makes each metric from what its name says, and refuses arguments that it cannot be made from", () => {
    expect(metricNamed(" wis( [0.1, 0.9] ) ").name).toBe("wis([0.1,0.9])");
    expect(metricNamed("logCrps()").name).toBe("logCrps(1)");
    for (const [call, message] of [
      ["coverage()", "coverage: level needs a number between 0 and 1, got undefined"],
      ['coverage("a")', "coverage: level needs a number between 0 and 1, got a"],
      ['coverage("0.9")', "coverage: level needs a number between 0 and 1, got 0.9"],
      ["coverage(0.9", 'metric: needs a call such as coverage(0.9), got "coverage(0.9"'],
      ["coverage(o)", 'metric: arguments of coverage need to be JSON, got "o"'],
      ["rps(3)", "rps: needs a list of bounds, got 3"],
      ["rps()", "rps: needs a list of bounds, got undefined"],
      ["wis(0.5)", "wis: needs a list of levels, got 0.5"],
      ["wisPart(1)", "wisPart: there is no 1; there are dispersion, underprediction, overprediction"],
      ["ignorance(3)", "ignorance: needs a list of edges of bins, got 3"],
      ["logCrps(0)", "logCrps: offset needs a finite number above 0, got 0"],
      ['logCrps("1")', "logCrps: offset needs a finite number above 0, got 1"],
      ['thresholdCrps("1")', "thresholdCrps: from needs a finite number, got 1"],
      ["coverage(null)", "coverage: level needs a number between 0 and 1, got null"],
      ["crps(5)", "metric: crps takes no arguments, got crps(5)"],
    ])
      expect(() => metricNamed(call), call).toThrow(fault("InputError", message));
  });
});
