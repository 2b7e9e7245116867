import { describe, expect, it } from "vitest";
import type {
  ClaimRow,
  ClockRow,
  Print,
  Resolution,
  Under,
  Verdict,
  WatchedPeriod,
  WordScore,
} from "../../src/index.js";
import { tableOf } from "../../src/notebook/table.js";

const cells = (rows: readonly object[]): string[][] =>
  tableOf(rows)
    .text.split("\n")
    .map((line) => line.split(/ {2,}/));
const verdict: Verdict = {
  ...{ id: "raids", by: "reproduce", at: { paragraph: 1 }, label: "Raids", says: "doubled", verdict: "holds" },
  ...{ data: { name: "wire", asOf: "2020-11-01" }, n: 1126, scale: "ratio", estimate: 2.0267, interval: [1.4, null] },
  ...{
    reading: "76 after 50",
    proxy: "raids alone",
    couldFail: "yes: if it had not",
    power: { chance: 0.8, of: "a halving" },
  },
};
const claim: ClaimRow = {
  ...{ claim: "raids", kind: "forecast", at: { paragraph: 4 }, label: "Raids", says: "doubled", status: "tested" },
  ...{ by: "us", likelihood: { word: "likely" }, data: verdict, others: [] },
};
const print = (observed: number, asOf: string): Print => ({ asOf, hash: "ab", observed, outcome: observed > 1 });
const resolution: Resolution = {
  ...{
    question: "more",
    claim: "raids",
    asks: "were there more?",
    label: "raids",
    asOf: "2021-03-01",
    state: "resolved",
  },
  ...{
    data: { name: "wire", asOf: "2021-02-01" },
    outcome: true,
    observed: 1.2174,
    interval: [0.676, 2.213],
    level: 0.95,
  },
  ...{
    n: 51,
    flipRisk: 0.0012,
    firstPrint: print(0.9565, "2021-01-15"),
    settled: print(1.2174, "2021-02-01"),
    reading: "yes",
  },
};

describe("a row of a report's noun", () => {
  it("of a verdict that matters says how much and why", () => {
    const row = cells([{ ...verdict, matters: { weight: "low", why: "no more" } }])[1];
    expect(row).toEqual([
      "holds",
      "Raids",
      "2.03 [1.40, no bound]",
      "1,126",
      "wire as of 2020-11-01 (proxy)",
      "76 after 50",
      "low: no more",
    ]);
  });

  it("of another reading says whether its word fits and the calendar allows it", () => {
    const under: Under = { label: "8 months", estimate: 0.627, interval: [0.44, 0.89], fits: false, possible: true };
    expect(cells([under])[1]).toEqual(["8 months", "0.63 [0.44, 0.89]", "no", "yes"]);
  });

  it("of a cited item says when it is from, how late, and what it is too early for", () => {
    const clock: ClockRow = {
      ...{
        note: 6,
        item: 2,
        type: "post",
        publisher: "wire",
        source: "x",
        standing: "after the close",
        minutesAfterClose: 2.06,
      },
      date: {
        since: "2020-11-03",
        until: "2020-11-04",
        at: "2020-11-03T15:02:03.456Z",
        precision: "moment",
        from: "post number",
      },
      afterPublication: false,
      supports: [
        {
          id: "r",
          what: "claim",
          from: "happened",
          label: "Raids",
          lies: "before",
          since: "2020-11-05",
          until: "2020-11-06",
        },
      ],
    };
    const row = ["[6] 2", "wire", "2020-11-03 15:02 UTC", "post number", "after the close (2.1 minutes)", "Raids"];
    expect(cells([clock])[1]).toEqual(row);
    const { date: _date, minutesAfterClose: _late, ...bare } = clock;
    expect(cells([{ ...bare, standing: "undated", supports: [] }])[1]).toEqual(["[6] 2", "wire", "no date", "undated"]);
    const month = { since: "2020-11-01", until: "2020-12-01", precision: "month", from: "date given" } as const;
    expect(cells([{ ...clock, date: month }])[1][2]).toBe("2020-11");
  });

  it("of a claim has what became of it, its number, power and source, or what it lacks", () => {
    expect(cells([claim])).toEqual([
      ["claim", "¶", "kind", "status", "found", "n", "could it fail", "source"],
      [
        "Raids",
        "4",
        'forecast, "likely"',
        "tested, as we put it",
        "holds 2.03 [1.40, no bound]",
        "1,126",
        "80% power for a halving",
        "wire (proxy)",
      ],
    ]);
    const { data: _data, likelihood: _word, ...bare } = claim;
    expect(cells([{ ...bare, by: "report", status: "not scoreable", lacks: ["deadline", "data"] }])[1]).toEqual([
      "Raids",
      "4",
      "forecast",
      "not scoreable",
      "lacks deadline, data",
    ]);
    const printed = { ...claim, status: "print alone", print: { ...verdict, verdict: "fails" } };
    expect(cells([printed])[1][4]).toMatch(/^fails/);
  });

  it("of a long table of claims has all that were tested, counts the rest by what became of them, and names each", () => {
    const many = (status: ClaimRow["status"], n: number): ClaimRow[] =>
      Array.from({ length: n }, (_, i) => ({ ...claim, label: `${status} ${i}`, status }));
    const all = [...many("said again", 9), ...many("not scoreable", 33), ...many("tested", 25)];
    const { text, quantities } = tableOf(all);
    const lines = text.split("\n");
    expect(lines[1]).toMatch(/^tested 0/);
    expect(lines[25]).toMatch(/^tested 24/);
    expect(lines[30]).toMatch(/^not scoreable 4/);
    expect(lines.slice(31)).toEqual([
      "… and 37 more rows: 28 not scoreable, 9 said again",
      "Claims that were tested first, then in the report's order.",
    ]);
    expect(quantities.filter(({ name }) => name.endsWith(": status"))).toHaveLength(67);
    expect(tableOf(all.slice(0, 20)).text.split("\n")[1]).toMatch(/^said again 0/);
  });

  it("of a resolution has answer, value, flip risk and both prints; without an answer, why", () => {
    expect(cells([resolution])[1]).toEqual([
      ...["more", "raids", "2021-03-01", "yes", "1.22 [0.68, 2.21]", "51", "under 1%"],
      ...["no, 0.957 (2021-01-15)", "yes, 1.22 (2021-02-01)", "wire as of 2021-02-01"],
    ]);
    const { outcome: _o, observed: _v, interval: _i, flipRisk: _f, firstPrint: _p, settled: _s, ...bare } = resolution;
    const open: Resolution = { ...bare, state: "open", n: 0, reading: "open: its window ends on 2021-04-01" };
    expect(cells([open])[1]).toEqual([
      "more",
      "raids",
      "2021-03-01",
      "open",
      "wire as of 2021-02-01",
      "its window ends on 2021-04-01",
    ]);
  });

  it("of a word's score has the envelope and the base rate's score", () => {
    const score: WordScore = {
      ...{ question: "more", claim: "raids", word: "likely", range: [0.55, 0.8], outcome: true, brier: [0.04, 0.2025] },
      ...{ log: [0.2231, null], baseRate: { estimate: 0.9, interval: [0.62, 0.99], n: 10 }, baseBrier: 0.0186 },
      ...{ skill: [-9.887, -1.15], reading: "likely" },
    };
    expect(cells([score])[1]).toEqual([
      ...["more", "likely: 55% to 80%", "yes", "0.04 to 0.20", "0.22 to no bound", "90% [62%, 99%]", "10", "0.02"],
      "-9.89 to -1.15",
    ]);
  });

  it("of a look has the ratio that holds at every look beside that of one", () => {
    const wide = { interval: [0.66, 4.78], eValue: 0.276, p: 1 } as const;
    const look: WatchedPeriod = {
      ...{
        period: "2020-11-01",
        count: 11,
        exposure: 1,
        n: 98,
        estimate: 1.675,
        wide,
        poisson: wide,
        once: [1.07, null],
      },
    };
    expect(cells([look])[1]).toEqual(["2020-11-01", "11", "98", "1.68 [0.66, 4.78]", "0.276", "[1.07, no bound]"]);
  });
});
