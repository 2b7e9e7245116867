import { beforeAll, describe, expect, it } from "vitest";
import { type BaseRate, type Report, resolveVerdicts } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "../reports/cases.js";
import { answered } from "./questions.js";

const folder = temporary();
let report: Report;
beforeAll(async () => {
  const measured = [{ on: "wire", label: "all", where: { zone: "coast" } }];
  const criterion = { type: "ratio", against: "spring", above: 1 } as const;
  report = (
    await madeUpCase(folder, {
      change: (one) => ({
        ...one,
        questions: [
          { id: "q", claim: "lasts", by: "us", asks: "more in autumn?", window: "autumn", criterion, measured },
          {
            id: "own",
            claim: "king",
            by: "report",
            asks: "any in May?",
            window: "may",
            criterion: { type: "count", atLeast: 1 },
            measured,
          },
        ],
      }),
    })
  ).report;
});
const ratio = answered({
  claim: "lasts",
  observed: 2,
  interval: [1.1, 3.5],
  n: 60,
  counts: [40, 20],
  proxy: "seen from afar",
});
const base = (k: number, n: number): BaseRate => ({
  ...{ question: "q", label: "all", data: { name: "wire" }, years: [], k, n, estimate: k / n, forecast: 0.5 },
  ...{ interval: [0.1, 0.9], level: 0.95, reading: "" },
});

describe("resolveVerdicts", () => {
  it("gives each resolution a word, its numbers, and what it stands on", () => {
    expect(resolveVerdicts([ratio], report, { baseRates: [base(4, 5)] })).toEqual([
      {
        ...{ id: "q/wire/all", by: "resolve", claim: "lasts", label: "More in autumn: all", says: "did it?" },
        ...{ verdict: "holds", data: { name: "wire", asOf: "2024-03-15", hash: "ab" }, n: 60, counts: [40, 20] },
        ...{ scale: "ratio", estimate: 2, interval: [1.1, 3.5], level: 0.95, proxy: "seen from afar" },
        reading: "yes: 3 events; no probability is given, so nothing is scored",
        couldFail: "yes: 4 of 5 earlier years answered yes (a chance of yes of 10% to 90%)",
        usual: { yes: 4, years: 5 },
        how: "the question's criterion, on what was counted in its window as known on the day",
      },
    ]);
  });

  it("names what has no answer by its state, and that it could not have failed", () => {
    for (const state of ["open", "annulled"] as const) {
      const [verdict] = resolveVerdicts([answered({ state, outcome: undefined, observed: undefined })], report);
      expect([verdict.verdict, verdict.couldFail]).toEqual([state, "no: it has no answer"]);
      expect(verdict).not.toHaveProperty("estimate");
    }
    expect(resolveVerdicts([answered({ state: "too early", outcome: undefined })], report)[0].verdict).toBe(
      "too early",
    );
    expect(resolveVerdicts([answered({ outcome: false })], report)[0].verdict).toBe("fails");
  });

  it("is ambiguous on each way that disagrees, and not on a proxy beside them", () => {
    const some = [answered(), answered({ label: "b", outcome: false }), answered({ label: "c", proxy: "p" })];
    expect(resolveVerdicts(some, report).map((one) => one.verdict)).toEqual(["ambiguous", "ambiguous", "holds"]);
    expect(resolveVerdicts(some, report)[0].reading).toContain("; ambiguous: yes by all (wire), no by b (wire)");
  });

  it("says that an answer which every earlier year gave was to be expected, and one that none gave was not", () => {
    const said = (k: number) => resolveVerdicts([ratio], report, { baseRates: [base(k, 5)] })[0].couldFail;
    expect(said(5)).toBe(
      "hardly: 5 of 5 earlier years answered yes, so that yes was to be expected (a chance of yes of 10% to 90%)",
    );
    expect(said(0)).toBe(
      "yes: 0 of 5 earlier years answered yes, so that no was to be expected (a chance of yes of 10% to 90%)",
    );
  });

  it("without earlier years gives the chance of a yes had no rate changed", () => {
    // Autumn is 2 months, spring 4: of 6 events above the rate means 3 or more of binomial(6, 1/3), less all 6.
    const chance = (160 + 60 + 12) / 729;
    expect(Math.round(100 * chance)).toBe(32);
    expect(resolveVerdicts([{ ...ratio, counts: [3, 3] }], report)[0].couldFail).toBe(
      "yes: had the rate not changed, so many events would have answered yes with a chance of 32%, if Poisson",
    );
    const own = answered({ question: "own", claim: "king" });
    const [verdict] = resolveVerdicts([own], report);
    expect(verdict.couldFail).toBe("unknown: there is no earlier year to ask");
    expect(verdict.at).toEqual({ paragraph: 4 });
    expect(verdict).not.toHaveProperty("scale");
  });
});
