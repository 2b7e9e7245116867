import { describe, expect, it } from "vitest";
import { type Look, type WatchedPeriod, type WatchedQuestion, watchChart } from "../../src/index.js";
import { complaints, drawn, expectHeld } from "./held.js";
import { hostile, words } from "./madeUp.js";

const look = (low: number, high: number | null, eValue: number): Look => ({ interval: [low, high], eValue, p: 1 });
const period = (day: string, count: number, n: number, estimate: number, wide: Look, poisson: Look): WatchedPeriod => ({
  ...{ period: day, count, exposure: 1, n, estimate, wide, poisson, once: [1, 2] },
});
const chances = [{ if: "the rate of spring goes on", rate: 10, n: 40, chance: 0.01 }];
const nothingYet: WatchedQuestion = {
  ...{ id: "lasts/wire/coast", claim: "lasts", at: { paragraph: 3 }, label: "More in autumn", asks: "more" },
  ...{ every: "month", asOf: "2020-11-01", data: { name: "wire", asOf: "2020-11-01", hash: "abcdef1234" } },
  ...{
    level: 0.95,
    window: { since: "2020-08-01", until: "2020-12-01", label: "autumn" },
    n: 100,
    state: "nothing yet",
  },
  baseline: {
    ...{ label: "spring", since: "2020-01-01", until: "2020-05-01", n: 40, exposure: 4, rate: 10 },
    guess: { rate: 9, since: "2019-01-01", until: "2020-01-01" },
  },
  periods: [
    period("2020-08-01", 14, 14, 1.4, look(0.05, null, 0.3), look(0.3, 4, 0.4)),
    period("2020-09-01", 22, 36, 1.8, look(0.6, 5, 0.8), look(0.8, 4, 2)),
    period("2020-10-01", 24, 60, 2, look(0.8, 4.6, 2), look(1.1, 3.9, 25)),
  ],
  crossed: [{ what: "no change, if Poisson", direction: "up", period: "2020-10-01" }],
  next: { period: "2020-11-01", exposure: 1, rises: { count: 38, chances }, falls: { count: 0, chances } },
  ...{ needed: [], season: [], reading: "", couldFail: "" },
};
const risen: WatchedQuestion = {
  ...{ ...nothingYet, next: undefined as never, state: "risen", threshold: 1.25 },
  periods: [...nothingYet.periods.slice(0, 2), period("2020-10-01", 70, 106, 3.5, look(1.3, 6, 90), look(1.6, 5, 4e5))],
  crossed: (["no change", "no change, if Poisson", "threshold"] as const).map((what) => ({
    ...{ what, direction: "up", period: "2020-10-01" },
  })),
};

describe("a watched question, drawn", () => {
  it("is the specification that is held beside this test", () => {
    expectHeld("watchChart", watchChart(nothingYet, words));
    expectHeld("watchChartRisen", watchChart(risen, { ...words, title: "Risen" }));
  });

  it("is drawn without a complaint: counts, months, what is needed, what the next month would have to bring", async () => {
    const spec = watchChart(nothingYet, words);
    expect(complaints(spec)).toEqual([]);
    const { texts } = await drawn(spec);
    for (const text of ["14", "22", "24", "Aug 2020", "Nov 2020", "38 or more: risen", "none: fallen", "e-value"])
      expect(texts, text).toContain(text);
    expect(texts).toContain("above no change, if Poisson");
    expect(texts.filter((text) => /needed at any look: 20$/.test(text))).toHaveLength(1);
  });

  it("says where lines were passed, once settled, and the threshold", async () => {
    const { texts } = await drawn(watchChart(risen, words));
    for (const text of ["above no change", "above threshold", "stated: 1.25"]) expect(texts, text).toContain(text);
    expect(texts.join()).not.toContain("or more: risen");
  });

  it("is drawn before the first period, and where no count of the next one would do", async () => {
    const { rises, falls, ...next } = nothingYet.next ?? { period: "2020-08-01", exposure: 1 };
    const waiting: WatchedQuestion = { ...nothingYet, state: "waiting", periods: [], crossed: [], next };
    const spec = watchChart(waiting, words);
    expect(complaints(spec)).toEqual([]);
    expect((await drawn(spec)).texts).toContain("no count of the next period would settle it");
  });

  it("names weeks by their day, and lets no label become code", async () => {
    const weekly: WatchedQuestion = { ...nothingYet, every: "week" };
    for (const title of hostile) expect(complaints(watchChart(weekly, { ...words, title }))).toEqual([]);
    expect((await drawn(watchChart(weekly, words))).texts).toContain("1 Aug 2020");
  });

  it("refuses what has nothing to draw", () => {
    const { next, ...rest } = nothingYet;
    expect(() => watchChart({ ...rest, periods: [] }, words)).toThrow(
      "watchChart: needs a period that has arrived or is to come, got none (lasts/wire/coast)",
    );
  });
});
