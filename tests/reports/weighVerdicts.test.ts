import { describe, expect, it } from "vitest";
import { type Interval, type Report, type Weighed, weighVerdicts } from "../../src/index.js";

const report = {
  claims: [
    { kind: "observation", at: { paragraph: 1 } },
    { kind: "indicator", at: { paragraph: 5, sentence: 5 } },
  ],
  hypotheses: ["tide", "surge"].map((id) => ({ id, says: `${id} says`, at: { paragraph: 5, sentence: 5 } })),
} as unknown as Report;

function weighed(range: Interval, observed = 25): Weighed {
  const one = (id: string, probability: number, logScore: number, own: Interval): Weighed["hypotheses"][number] => ({
    ...{
      id,
      label: id.toUpperCase(),
      by: "report",
      logScore,
      cumulative: [logScore],
      probability: [0.5, probability],
      range: own,
    },
    ...{ zones: [{ zone: "coast", logScore, expected: 26.4, interval: [11, 47], observed }] },
    effects: [
      { name: id, zones: ["coast"], prior: { median: 2, interval: [0.75, 5.33] }, median: 1.9, interval: [1.41, 2.6] },
    ],
    ends: [],
    checks: [
      { zone: "coast", of: "total", observed, expected: 26, interval: [11, 47], tail: 0.8 },
      { zone: "coast", of: "variance over mean", observed: 4, expected: 1, interval: [0, 3], tail: 0.021 },
    ],
    picked: { tide: id === "tide" ? 0.9 : 0.13, surge: id === "tide" ? 0.1 : 0.87 },
  });
  const rest: Interval = [1 - (range[1] ?? 1), 1 - range[0]];
  return {
    ...{ data: { name: "wire", asOf: "2020-11-01", hash: "abc" }, n: 36, periods: ["2020-08-01"], zones: ["coast"] },
    ...{ hypotheses: [one("tide", 0.96, -6, range), one("surge", 0.04, -9.3, rest)], draws: 1000, seed: 7 },
    ...{ every: "month", earlier: 5, sensitivities: [], drift: 0.4 },
    placebo: {
      ...{ years: 5, inside: 9, of: 10, held: 0 },
      runs: [{ kind: "zones", label: "capital for coast", probability: [0.4, 0.6], range: [range, rest] }],
    },
  };
}

describe("the verdict on an explanation", () => {
  it("is the probability beside its range, its fit, and how often it would be recognised", () => {
    const [tide] = weighVerdicts(report, weighed([0.54, 0.99]));
    expect(tide).toEqual({
      ...{ id: "weigh/tide", by: "weigh", at: { paragraph: 5, sentence: 5 }, label: "TIDE", says: "tide says" },
      ...{ verdict: "uncertain", data: { name: "wire", asOf: "2020-11-01", hash: "abc" }, n: 36, scale: "probability" },
      ...{ estimate: 0.96, interval: [0.54, 0.99] },
      reading:
        "probability 96% among the 2 offered, 54% to 99% over other dispersions, drifts and priors, and each zone and period left out; log Bayes factor 3.3 against the best of the others; tide: 1.90 [1.41, 2.60] times the rate if so (2.00 [0.75, 5.33] believed before); coast: 25 came, 26 [11, 47] expected; 1 of 2 checks unlike its forecasts: variance over mean in coast (p 0.02)",
      couldFail:
        "asked of the 5 years before, of which the report claims nothing, it called something held in 0, and 9 of 10 zone totals lay in its 95% intervals (drift 0.40); with capital for coast it called nothing held; of 1000 data sets made under it, tide in 90%, surge in 10% came first",
    });
  });

  it("holds only where the whole range is above 95%, and fails only where it is below 5%", () => {
    const words = (range: Interval): readonly string[] =>
      weighVerdicts(report, weighed(range)).map((one) => one.verdict);
    expect(words([0.951, 0.999])).toEqual(["holds", "fails"]);
    expect(words([0.949, 0.999])).toEqual(["uncertain", "uncertain"]);
    expect(words([0.01, 0.04])).toEqual(["fails", "holds"]);
  });

  it("says where what came lies outside what was expected", () => {
    expect(weighVerdicts(report, weighed([0.5, 0.9], 48))[0].reading).toMatch(
      /48 came, 26 \[11, 47\] expected, outside;/,
    );
    expect(weighVerdicts(report, weighed([0.5, 0.9], 10))[0].reading).toMatch(/, outside;/);
    expect(weighVerdicts(report, weighed([0.5, 0.9], 47))[0].reading).not.toMatch(/outside/);
  });

  it("carries the proxy, and says what is ours", () => {
    const ours = { ...report, hypotheses: report.hypotheses.map(({ at, ...one }) => one) } as Report;
    const base = weighed([0.5, 0.9]);
    const given = {
      ...base,
      proxy: "all violence",
      hypotheses: base.hypotheses.map((one) => ({ ...one, by: "us" as const })),
    };
    const [found] = weighVerdicts(ours, given);
    expect(found).toMatchObject({ label: "TIDE (ours)", proxy: "all violence" });
    expect(found.at).toBeUndefined();
  });
});
