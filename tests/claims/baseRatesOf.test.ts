import { beforeAll, describe, expect, it } from "vitest";
import {
  baseRatesOf,
  type Question,
  questionsOf,
  type Report,
  read,
  resolve,
  resolveVerdicts,
  type Snapshot,
  scoreWords,
  settle,
  totals,
} from "../../src/index.js";
import { shippedCase } from "../reports/cases.js";
import { book, fault, trialFolder } from "../store/trial.js";

const folder = trialFolder();
let snapshot: Snapshot;
/** Hill: two events a month, but four a month in the spring of 2021 and none before March 2020. */
const hill = (month: string): number => (month.startsWith("2021-0") ? 4 : month < "2020-03" ? 0 : 2);
beforeAll(async () => {
  const months = [2019, 2020, 2021, 2022, 2023].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`),
  );
  const file = folder.write(
    "t.csv",
    ["month,zone,events", ...months.map((month) => `${month},hill,${hill(month)}`), ""].join("\n"),
  );
  snapshot = await read(file, totals(), { name: "t", asOf: "2024-01-01", codebook: book, store: folder.path });
});
const question: Question = {
  ...{ id: "spring", claim: "more", by: "us", asks: "more in spring than in the winter before?", every: "month" },
  ...{ since: "2023-03-01", until: "2023-06-01" },
  criterion: { type: "ratio", against: { since: "2022-12-01", until: "2023-03-01" }, above: 1 },
  measured: [{ on: "t", label: "all", where: { zone: "hill" } }],
};
const options = { asked: "2023-01-15", years: 20, level: 0.95 };

describe("baseRatesOf", () => {
  it("asks the same of each earlier year that is covered and was over, and leaves out a year without an answer", async () => {
    const [rate] = await baseRatesOf(question, snapshot, options);
    expect(rate.years).toEqual([
      { since: "2022-03-01", observed: 1, outcome: false },
      { since: "2021-03-01", observed: 4 / (10 / 3), outcome: true },
    ]);
    // scipy: beta.ppf(0.025, 1.5, 1.5), Jeffreys' interval of 1 of 2.
    expect(rate).toMatchObject({ question: "spring", label: "all", k: 1, n: 2, estimate: 0.5, forecast: 0.5 });
    expect(rate.interval[0]).toBeCloseTo(0.06083027592009732, 12);
    expect(rate.interval[1]).toBeCloseTo(1 - 0.06083027592009732, 12);
    expect(rate.reading).toBe(
      "1 of 2 earlier years answered yes [0.06, 0.94] (from 2022-03-01 1.00, 2021-03-01 1.20), as t of 2024-01-01 has them; 1 year left out, without an answer",
    );
  });

  it("takes several questions and data sets, and answers question by question", async () => {
    const later = { ...question, id: "again" };
    const both = await baseRatesOf([question, later], [snapshot, { ...snapshot, name: "other" }], options);
    const [rate] = await baseRatesOf(question, snapshot, options);
    expect(both).toEqual([rate, { ...rate, question: "again" }]);
  });

  it("uses no year whose window was not over when it was asked, and no more years than wanted", async () => {
    const n = async (some: Partial<typeof options>) =>
      (await baseRatesOf(question, snapshot, { ...options, ...some }))[0].n;
    expect(await n({ asked: "2022-05-31" })).toBe(1);
    expect(await n({ asked: "2022-06-01" })).toBe(2);
    expect(await n({ years: 1 })).toBe(1);
    const [none] = await baseRatesOf(question, snapshot, { ...options, asked: "2019-06-01" });
    expect(none).toMatchObject({ k: 0, n: 0, estimate: 0.5, interval: [0, 1], forecast: 0.5 });
    expect(none.reading).toBe("no earlier year that t covers was over by 2019-06-01");
  });

  it("moves weeks and days by 52 weeks, so that they begin on the same day of the week", async () => {
    const weekly: Question = {
      ...question,
      every: "day",
      since: "2023-12-04",
      until: "2023-12-18",
      criterion: { type: "count", atLeast: 0 },
    };
    const [rate] = await baseRatesOf(weekly, snapshot, { ...options, years: 1 });
    // Totals are known to the month alone: no answer, but asked of the right year.
    expect(rate.reading).toBe(
      "no earlier year that t covers was over by 2023-01-15; 1 year left out, without an answer",
    );
  });

  it("ends at 0 and 1 where no year or every year said yes", async () => {
    const all = { ...question, criterion: { ...question.criterion, above: 0.5 } };
    const none = { ...question, criterion: { ...question.criterion, above: 9 } };
    const [[yes], [no]] = [await baseRatesOf(all, snapshot, options), await baseRatesOf(none, snapshot, options)];
    expect([yes.interval[1], yes.forecast, no.interval[0], no.forecast]).toEqual([1, 2.5 / 3, 0, 0.5 / 3]);
    expect(yes.interval[0]).toBeCloseTo(1 - (no.interval[1] ?? 0), 12);
  });

  it("refuses what it cannot ask", async () => {
    await expect(baseRatesOf(question, snapshot, { ...options, years: 0 })).rejects.toThrow(
      fault("InputError", "baseRatesOf: years needs a whole number from 1, got 0"),
    );
    await expect(baseRatesOf(question, snapshot, { ...options, level: 0 })).rejects.toThrow(
      fault("InputError", "baseRatesOf: level needs a number between 0 and 1, got 0"),
    );
  });
});

describe("a rebound in Mopti, asked of published totals", () => {
  it("came, but nine of ten earlier years had one, so that likely earns nothing against the base rate", async () => {
    const { report, snapshots } = await shippedCase(folder.path);
    const [first, ...rest] = report.claims;
    const asked: Report = {
      ...report,
      claims: [{ ...first, likelihood: { word: "likely" } }, ...rest],
      questions: [
        {
          ...{ id: "rebound", claim: first.id, by: "us", asks: "more violence in Mopti in January to June 2024?" },
          window: "early-2024",
          criterion: { type: "ratio", against: "since-august", above: 1 },
          measured: [
            {
              ...{ on: "acled-hdx-mali", label: "all political violence", where: { zone: "mopti" } },
              proxy: "all political violence by every actor",
            },
          ],
        },
      ],
    };
    const [one] = questionsOf(asked);
    const totals = snapshots["acled-hdx-mali"];
    const vintages = { "acled-hdx-mali": [totals] };
    const found = await resolve(one, vintages, { asOf: totals.asOf, level: 0.95, seed: 1 });
    expect(found[0]).toMatchObject({ state: "resolved", outcome: true, n: 376, counts: [115, 261] });
    expect(found[0].observed).toBeCloseTo(261 / 6 / (115 / 4), 12);
    const before = await resolve(one, vintages, { asOf: "2024-09-01", level: 0.95, seed: 1 });
    expect(before[0]).toMatchObject({
      state: "open",
      reading: "open: nothing tells what was known of acled-hdx-mali on 2024-09-01",
    });
    const rates = await baseRatesOf(one, totals, { asked: report.cutoff, years: 12, level: 0.95 });
    expect([rates[0].k, rates[0].n]).toEqual([9, 10]);
    // scipy: beta.ppf(0.025, 9.5, 1.5) and of 0.975.
    expect(rates[0].interval[0]).toBeCloseTo(0.6186852289333836, 12);
    expect(rates[0].interval[1]).toBeCloseTo(0.9889883262368389, 12);
    const [score] = scoreWords(asked, found, rates, { rangeOf: () => [0.55, 0.8] });
    expect(score.brier[0]).toBeCloseTo(0.04, 12);
    expect(score.baseBrier).toBeCloseTo((1.5 / 11) ** 2, 12);
    expect(score.reading).toContain("by proxy; Brier score 0.040 to 0.202; beats the base rate over none of its range");
    expect(settle(found)[0]).toMatchObject({ outcome: true, isByProxy: true });
    const [verdict] = resolveVerdicts(found, asked, { baseRates: rates });
    expect(verdict).toMatchObject({
      ...{ verdict: "holds", scale: "ratio", proxy: "all political violence by every actor", claim: first.id },
      couldFail: "yes: 9 of 10 earlier years answered yes (a chance of yes of 62% to 99%)",
    });
    expect(verdict).not.toHaveProperty("at");
  });
});
