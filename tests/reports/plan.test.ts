import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Plan, type PlanRow, plan, pmf, type Report, type ReportPlan, type Separation } from "../../src/index.js";
import { expectDigits } from "../close.js";

interface Fixture {
  readonly low: number;
  readonly high: number;
  readonly periods: number;
  readonly phi: number;
  readonly prior: number;
  readonly reported: readonly number[];
  readonly threshold: number;
  readonly falseAlarm: number;
  readonly miss: number;
}
const fixture: Readonly<Record<"known" | "truncated" | "uncertain", readonly Fixture[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "fixtures", "plan.json"), "utf8"),
);
const mopti: ReportPlan = {
  ...{ id: "rebound", claim: "increase", low: "low", high: "high" },
  ...{ window: "early", phis: [1, 3] },
};

/** A made-up report that prints two rates, per week or month, of four and seven periods. */
function printing(low: string, high: string, per: "week" | "month" = "month"): Report {
  const figure = (id: string, printed: string, window: string): Report["figures"][number] => ({
    ...{ id, at: { paragraph: 1 }, notes: [], label: id, printed, what: "mean", per, window, measured: [] },
  });
  const month = { since: "2020-01-01", until: "2021-01-01", label: "2020" };
  return {
    ...{
      id: "made-up",
      title: "Made up",
      publisher: "Nobody",
      published: "2021-01-01",
      cutoff: "2021-01-01",
      every: per,
    },
    ...{ question: "", numbering: "", codebook: "", evidence: [], claims: [], questions: [], plans: [], readings: [] },
    ...{ referenceClasses: [], hypotheses: [], covariates: {}, citations: [] },
    windows: {
      ...{ before: { ...month, until: "2020-08-01" }, after: { ...month, since: "2020-08-01", until: "2020-12-01" } },
      ...{ year: { ...month, since: "2021-01-01", until: "2022-01-01", label: "2021" } },
      early: { since: "2024-01-01", until: "2024-07-01", label: "January to June 2024" },
      weeks: { since: "2021-01-04", until: "2021-02-01", label: "four weeks" },
      odd: { since: "2021-01-16", until: "2021-03-01", label: "from mid-January" },
    },
    figures: [
      ...[figure("low", low, "after"), figure("high", high, "before")],
      { ...figure("share", "69", "after"), what: "share" },
      { ...figure("range", "4", "after"), to: "6" },
    ],
  };
}
const spec: ReportPlan = { id: "p", claim: "c", low: "low", high: "high", window: "year", phis: [1, 1.5, 3, 8] };
/** The rates that the shipped report prints. */
const letter = printing("11", "20.5");
const rowOf = ({ rows }: Plan, phi: number, periods: number): PlanRow => {
  const row = rows.find((one) => one.phi === phi && one.periods === periods);
  if (row === undefined) throw new Error(`no row of ${phi} and ${periods}`);
  return row;
};

describe("plan", () => {
  it("by hand: of one period at 1 or 3 events, 2 or more says 3", () => {
    const { known } = rowOf(plan(printing("1", "3"), { ...spec, phis: [1] }, { level: 0.95 }), 1, 1);
    expect(known.threshold).toBe(2);
    expectDigits(known.falseAlarm, 1 - 2 / Math.E, 12);
    expectDigits(known.miss, 4 * Math.exp(-3), 12);
    expectDigits(known.mean, (known.falseAlarm + known.miss) / 2, 15);
  });

  it("has the thresholds and error rates of R's Poisson and negative binomial tails, to 10 digits", () => {
    const pairs = [...new Set(fixture.known.map(({ low, high, prior }) => JSON.stringify([low, high, prior])))];
    for (const pair of pairs) {
      const [low, high, prior] = JSON.parse(pair);
      const found = plan(printing(String(low), String(high)), spec, { level: 0.95, prior });
      const own = fixture.known.filter((one) => one.low === low && one.high === high && one.prior === prior);
      expect(own).toHaveLength(20);
      for (const one of own) {
        const { known } = rowOf(found, one.phi, one.periods);
        expect(known.threshold, JSON.stringify(one)).toBe(one.threshold);
        expect(known.rate).toBe(one.threshold / one.periods);
        expectDigits(known.falseAlarm, one.falseAlarm, 10, one);
        expectDigits(known.miss, one.miss, 10, one);
      }
    }
  });

  it("adds up what is in so far as R does event by event, at 70% at once and 90% after a month", () => {
    for (const one of fixture.truncated) {
      const found = plan(letter, { ...spec, reported: one.reported }, { level: 0.95 });
      const { truncated } = rowOf(found, one.phi, one.periods);
      expect(truncated?.corrected.threshold).toBe(one.threshold);
      expectDigits(truncated?.corrected.falseAlarm ?? NaN, one.falseAlarm, 9, one);
      expectDigits(truncated?.corrected.miss ?? NaN, one.miss, 9, one);
      expectDigits(truncated?.share ?? NaN, one.periods === 1 ? 0.7 : 2.6 / 3, 12);
    }
  });

  it("integrates over rates known from few periods as R does", () => {
    const found = plan(letter, spec, { level: 0.95 });
    for (const one of fixture.uncertain) {
      const { uncertain, known } = rowOf(found, one.phi, one.periods);
      expect(uncertain.threshold).toBe(one.threshold);
      expectDigits(uncertain.falseAlarm, one.falseAlarm, 9, one);
      expectDigits(uncertain.miss, one.miss, 9, one);
      expect(uncertain.mean).toBeGreaterThan(known.mean);
    }
  });

  it("says of the report's own rates what was worked out by hand: January alone decides nothing", () => {
    const found = plan(letter, mopti, { level: 0.95 });
    const errors = (phi: number, periods: number): string[] => {
      const { known, asPoisson } = rowOf(found, phi, periods);
      return [known, asPoisson].map(
        ({ threshold, falseAlarm, miss }) => `${threshold}: ${Math.round(100 * falseAlarm)} ${Math.round(100 * miss)}`,
      );
    };
    expect(errors(1, 1)).toEqual(["16: 9 13", "16: 9 13"]);
    // At phi 3 the best threshold is 15; 20 and 28% are those of the 16 that would be best for Poisson counts.
    expect(errors(3, 1)).toEqual(["15: 24 23", "16: 20 28"]);
    expect(errors(1, 3)).toEqual(["46: 2 2", "46: 2 2"]);
    expect(errors(3, 3)).toEqual(["46: 11 11", "46: 11 11"]);
    expect(errors(3, 6)).toEqual(["92: 4 4", "92: 4 4"]);
    expect(found.readings[0]).toBe(
      "January 2024 alone decides nothing: for Poisson counts, at 16 or more the best rule says 20.5 though it is 11 in 9% and 11 though it is 20.5 in 13%; with variance 3 times the mean, at 15 or more the best rule says 20.5 though it is 11 in 24% and 11 though it is 20.5 in 23%",
    );
    expect(found.low).toMatchObject({ rate: 11, periods: 4, n: 44 });
    expect(found.high).toMatchObject({ rate: 20.5, periods: 7, n: 143.5 });
  });

  it("names the first day from which both errors stay as small as allowed, and none where they never do", () => {
    const reported = [0.7, 0.9, 0.97, 1];
    const { decisions, readings } = plan(letter, { ...mopti, reported }, { level: 0.95 });
    expect(decisions).toEqual([
      {
        ...{
          phi: 1,
          allowed: 0.05,
          known: { periods: 2, until: "2024-03-01" },
          uncertain: { periods: 4, until: "2024-05-01" },
        },
        ...{ corrected: { periods: 3, until: "2024-04-01" }, ignored: { periods: 5, until: "2024-06-01" } },
      },
      {
        ...{
          phi: 1,
          allowed: 0.1,
          known: { periods: 2, until: "2024-03-01" },
          uncertain: { periods: 2, until: "2024-03-01" },
        },
        ...{ corrected: { periods: 2, until: "2024-03-01" }, ignored: { periods: 4, until: "2024-05-01" } },
      },
      {
        phi: 3,
        allowed: 0.05,
        known: { periods: 6, until: "2024-07-01" },
        corrected: { periods: 6, until: "2024-07-01" },
      },
      {
        ...{ phi: 3, allowed: 0.1, known: { periods: 4, until: "2024-05-01" } },
        ...{ corrected: { periods: 4, until: "2024-05-01" }, ignored: { periods: 6, until: "2024-07-01" } },
      },
    ]);
    expect(readings).toHaveLength(5);
    expect(readings[3]).toContain(
      "misses the high rate in 63% after 1 month, when 70% is in (15% with the known share",
    );
  });

  it("leaves truncation out where all is in at once, and never says the high rate while nothing is in", () => {
    expect(rowOf(plan(letter, { ...mopti, reported: [1] }, { level: 0.95 }), 1, 1).truncated).toBeUndefined();
    const { truncated } = rowOf(plan(letter, { ...mopti, reported: [0, 1] }, { level: 0.95 }), 1, 1);
    expect(truncated?.corrected).toEqual({ threshold: null, rate: null, falseAlarm: 0, miss: 1, mean: 0.5 });
    expect(truncated?.ignored).toMatchObject({ threshold: 16, falseAlarm: 0, miss: 1 });
  });

  it("counts weeks where rates are per week, and cut periods as the fraction that they are", () => {
    const weekly = plan(printing("2", "6", "week"), { ...spec, window: "weeks", phis: [1] }, { level: 0.95 });
    expect(weekly.rows.map((row) => row.until)).toEqual(["2021-01-11", "2021-01-18", "2021-01-25", "2021-02-01"]);
    expect(weekly.readings[0]).toMatch(/^The week of 2021-01-04 alone decides nothing: /);
    expectDigits(weekly.low.periods, 122 / 7, 12);
    const { known } = rowOf(plan(letter, { ...spec, window: "odd" }, { level: 0.95 }), 1, 1);
    expectDigits(known.rate ?? NaN, (known.threshold ?? NaN) / (16 / 31), 12);
  });

  it("says the high rate from the first count on that is likelier under it, the chances before counted in (Bayes)", () => {
    const chance = (count: number, mean: number): number => pmf({ family: "negbin", mean, size: mean / 2 }, count);
    for (const prior of [0.1, 0.5, 0.9]) {
      const { threshold } = rowOf(plan(letter, mopti, { level: 0.95, prior }), 3, 1).known;
      const first = Array.from({ length: 100 }, (_, count) => count).find(
        (count) => prior * chance(count, 20.5) > (1 - prior) * chance(count, 11),
      );
      expect(threshold).toBe(first);
    }
  });

  it("keeps what was found of the explanations, and says which stay mixed", () => {
    const separation: Separation = {
      ...{ zones: ["coast"], together: false, periods: ["2021-01-01", "2021-02-01"], draws: 100, seed: 7 },
      hypotheses: [
        { id: "tide", label: "Tide" },
        { id: "surge", label: "Surge" },
      ],
      ...{
        matrix: [
          [0.6, 0.4],
          [0.1, 0.9],
        ],
        pairs: [{ one: "tide", other: "surge", accuracy: 0.75 }],
      },
    };
    const found = plan(letter, mopti, { level: 0.95, separations: [separation] });
    expect(found.separations).toEqual([separation]);
    expect(found.readings.at(-1)).toBe(
      "A rate told apart does not tell why: on 2 periods of coast, two explanations at a time, Tide from Surge in 75% (50% is chance); recognised among all when true: Tide 60%, Surge 90% (100 data sets made under each)",
    );
  });

  it("survives JSON, and comes out the same twice", () => {
    const found = plan(letter, mopti, { level: 0.95 });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(JSON.stringify(plan(letter, mopti, { level: 0.95 }))).toBe(JSON.stringify(found));
  });

  it.each([
    [mopti, { level: 1 }, "plan: level needs a number between 0 and 1, got 1"],
    [mopti, { level: 0.95, prior: 0 }, "plan: prior needs a number between 0 and 1, got 0"],
    [{ ...mopti, phis: [1, 0.5] }, { level: 0.95 }, "plan: phis need numbers from 1, got 0.5 (rebound)"],
    [{ ...mopti, phis: [] }, { level: 0.95 }, "plan: phis need numbers from 1, got none (rebound)"],
    [
      { ...mopti, reported: [0.9, 0.7] },
      { level: 0.95 },
      "plan: reported needs shares that rise up to 1, got 0.7 (rebound)",
    ],
    [
      { ...mopti, low: mopti.high, high: mopti.low },
      { level: 0.95 },
      "plan: needs a low rate above 0 and below the high one, got 20.5 and 11 (rebound)",
    ],
    [{ ...mopti, low: "none" }, { level: 0.95 }, "report: made-up has no figure none"],
    [{ ...mopti, window: "none" }, { level: 0.95 }, "report: made-up has no window none"],
    [
      { ...mopti, low: "share" },
      { level: 0.95 },
      "plan: needs a mean or count per week or month, got share 69 per month (share)",
    ],
    [
      { ...mopti, low: "range" },
      { level: 0.95 },
      "plan: needs a mean or count per week or month, got mean 4 to 6 per month (range)",
    ],
  ])("refuses %j %j", (wrong, options, message) => {
    expect(() => plan(letter, wrong, options)).toThrow(expect.objectContaining({ message }));
  });
});
