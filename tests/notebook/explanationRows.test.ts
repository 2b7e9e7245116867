import { describe, expect, it } from "vitest";
import type { Plan, ReferenceRate, Separation } from "../../src/index.js";
import { tableOf } from "../../src/notebook/table.js";
import { weighed } from "../charts/madeUp.js";

const lines = (what: Parameters<typeof tableOf>[0]): string[] => tableOf(what).text.split("\n");
const rule = { threshold: 16, rate: 16, falseAlarm: 0.0926, miss: 0.1323, mean: 0.1124 };
const rate = { figure: "f", label: "raids", printed: "11", per: "month", rate: 11, periods: 4, n: 44 } as const;

describe("the tables of an explanation's noun", () => {
  it("of a plan has error rates by spread and period, and when it decides", () => {
    const plan: Plan = {
      ...{
        id: "p",
        claim: "raids",
        per: "month",
        level: 0.95,
        prior: 0.5,
        low: rate,
        high: { ...rate, printed: "20.5", n: 143.5 },
      },
      ...{ window: "spring", separations: [], readings: [], assumes: [] },
      rows: [
        {
          phi: 1,
          periods: 1,
          until: "2021-02-01",
          known: rule,
          uncertain: { ...rule, threshold: null, miss: 1 },
          asPoisson: rule,
        },
      ],
      decisions: [{ phi: 1, allowed: 0.05, known: { periods: 2, until: "2021-03-01" } }],
    };
    const [title, , row, , , , decision] = lines(plan);
    expect(title).toMatch(/^20.5 a month told from 11, spring: .* n = 44 and 144 events\)$/);
    expect(row.trim().split(/ {2,}/)).toEqual(["1", "1", "2021-02-01", "16", "9% and 13%", "9% and 100%"]);
    expect(decision.trim().split(/ {2,}/)).toEqual(["1", "5%", "2021-03-01", "never", "never", "never"]);
  });

  it("of a separation has each pair by its labels, and what is seen", () => {
    const separation: Separation = {
      ...{
        zones: ["coast", "hills"],
        together: true,
        periods: ["2021-01-01"],
        draws: 300,
        seed: 1,
        matrix: [
          [1, 0],
          [0, 1],
        ],
      },
      hypotheses: [
        { id: "t", label: "Tide" },
        { id: "s", label: "Surge" },
      ],
      pairs: [{ one: "t", other: "s", accuracy: 0.653 }],
    };
    expect(lines(separation)).toEqual([
      "Seen: the sum of coast and hills, 1 period; 600 made-up data sets a pair, 50% is chance",
      "explanations     told apart in",
      "Tide from Surge            65%",
    ]);
  });

  it("of a base rate has n, share and interval, and no share of no episode", () => {
    const some = {
      rebounds: 10,
      n: 14,
      estimate: 0.714,
      interval: [0.42, 0.916],
      origins: { rebounds: 5, n: 7, share: 0.714 },
      quantiles: [],
    } as const;
    const none = { rebounds: 0, n: 0, interval: [0, 1], origins: { rebounds: 0, n: 0 }, quantiles: [] } as const;
    const both = { afterDrop: some, anyway: none };
    const found = {
      asks: "again?",
      data: { name: "wire", asOf: "2021-01-01" },
      known: both,
      all: both,
      others: both,
      episodes: [],
    };
    const [title, , row] = lines(found as unknown as ReferenceRate);
    expect(title).toBe("again? wire as of 2021-01-01");
    expect(row.trim().split(/ {2,}/)).toEqual([
      "over before the report closed",
      "10 of 14: 71% [42%, 92%]",
      "71% of 7",
      "no episode",
    ]);
  });

  it("of a weighing has sizes, checks, other assumptions and placebos under the first table", () => {
    const text = lines(weighed).join("\n");
    expect(text).toMatch(/^explanation/);
    for (const { label, effects } of weighed.hypotheses)
      for (const { name } of effects) expect(text).toMatch(new RegExp(`${label} +${name} `));
    for (const { label, kind } of weighed.sensitivities) expect(text).toContain(`${kind}: ${label}`);
  });
});
