import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { negbinTails } from "../../src/distributions/negbin.js";
import { count, type Report, select, type WatchedQuestion, type WatchOptions, watch } from "../../src/index.js";
import { logWideEvidence } from "../../src/inference/wideRatioSequence.js";
import { evidenceText } from "../../src/reports/watchText.js";
import { type Counts, temporary, usual } from "../cli/madeUp.js";
import { root } from "../cli/spawned.js";
import { expectDigits } from "../close.js";
import { madeUpCase, shippedCase } from "./cases.js";

const folder = temporary();

/** Autumn lasts to October; 2020 has more of it than spring where `autumn` says so. */
const longAutumn = (report: Report): Report => ({
  ...report,
  windows: { ...report.windows, autumn: { since: "2020-08-01", until: "2020-11-01", label: "autumn 2020" } },
});
const withAutumn = (august: number, september: number, october: number): Counts => ({
  ...usual,
  coast: { ...usual["coast"], "2020-08": august, "2020-09": september, "2020-10": october },
});

/** The case as it is, opened once. */
const same: { opened?: Promise<Case> } = {};

async function watched(
  options: Partial<WatchOptions>,
  { change = longAutumn, counts = usual }: { change?: (report: Report) => Report; counts?: Counts } = {},
): Promise<WatchedQuestion> {
  const isSame = change === longAutumn && counts === usual;
  if (isSame) same.opened ??= madeUpCase(folder, { change, counts });
  const { report, snapshots } = await ((isSame ? same.opened : undefined) ?? madeUpCase(folder, { change, counts }));
  const found = await watch(report, snapshots, { asOf: "2020-11-01", level: 0.95, ...options });
  const [one] = found.filter(({ id }) => id === "lasts/wire/coast");
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  return one;
}

describe("a report's questions as periods arrive", () => {
  it("have a row for each way of counting an increase, in the report's order", async () => {
    const { report, snapshots } = await madeUpCase(folder, { change: longAutumn });
    const found = await watch(report, snapshots, { asOf: "2020-11-01", level: 0.95 });
    expect(found.map(({ id }) => id)).toEqual(["lasts/wire/coast", "lasts/ledger/raids by the Hill Front"]);
    expect(found[1].proxy).toBe("raids in the court ledger alone");
    expect(await watch(report, { wire: snapshots["wire"] }, { asOf: "2020-11-01", level: 0.95 })).toHaveLength(1);
  });

  it("hold each period so far against the baseline, with the guess of the year before", async () => {
    const one = await watched({});
    // 2020: 10 + 14 + 12 + 14 from January to April, 12 + 13 + 11 since August
    expect(one.baseline).toMatchObject({ n: 50, exposure: 4, rate: 12.5, since: "2020-01-01", until: "2020-05-01" });
    // 99 raids in the twelve months of 2019, of which two have none
    expectDigits(one.baseline?.guess.rate ?? 0, 99.5 / 12, 12);
    expect(one.periods.map(({ period, count, n }) => [period, count, n])).toEqual([
      ["2020-08-01", 12, 12],
      ["2020-09-01", 13, 25],
      ["2020-10-01", 11, 36],
    ]);
    expectDigits(one.periods[2].estimate ?? 0, 36 / 3 / 12.5, 13);
    expect(one).toMatchObject({ state: "nothing yet", n: 86, crossed: [], every: "month" });
    const { wide, poisson } = (await watched({ phi: 2 })).periods[2];
    expect(wide.interval[0]).toBeLessThan(poisson.interval[0]);
    expect(wide.interval[1]).toBeGreaterThan(poisson.interval[1] ?? 0);
    expectDigits(one.periods[2].wide.eValue, poisson.eValue, 11);
    expect(one.next).toBeUndefined();
  });

  it("learn how much counts vary from the baseline and the same stretches of earlier years", async () => {
    const { spread } = await watched({});
    // spring 2020 about 12.5, spring 2019 about 9.5, August to October 2019 about 10
    const pearson =
      (2.5 ** 2 + 1.5 ** 2 + 0.5 ** 2 + 1.5 ** 2) / 12.5 +
      (0.5 ** 2 + 1.5 ** 2 + 0.5 ** 2 + 1.5 ** 2) / 9.5 +
      (1 + 0 + 1) / 10;
    expectDigits(spread?.estimate ?? 0, pearson / 8, 12);
    expect(spread).toMatchObject({ df: 8, years: 1, allowed: 1 });
    expect((await watched({ phi: 3 })).spread).toMatchObject({ allowed: 3 });
  });

  it("rise in the first period that rules out no change, and stay so", async () => {
    const counts = withAutumn(40, 45, 3);
    const one = await watched({ threshold: 1.25 }, { counts });
    expect(one.state).toBe("risen");
    expect(one.crossed.map(({ what, direction, period }) => [what, direction, period])).toEqual([
      ["no change", "up", "2020-08-01"],
      ["no change, if Poisson", "up", "2020-08-01"],
      ["threshold", "up", "2020-08-01"],
    ]);
    expect(one.next).toBeUndefined();
    expect(one.reading).toContain("; risen since 2020-08-01, 1.25 times passed in 2020-08-01; ");
  });

  it("fall likewise, and a threshold below 1 is one to fall under", async () => {
    const one = await watched({ threshold: 0.8 }, { counts: withAutumn(1, 0, 0) });
    expect(one.state).toBe("fallen");
    expect(one.crossed[0]).toEqual({ what: "no change", direction: "down", period: one.crossed[0].period });
    expect(one.crossed.at(-1)).toMatchObject({ what: "threshold", direction: "down" });
  });

  it("use only what is over, and nothing later changes an earlier row", async () => {
    const whole = await watched({});
    for (const [asOf, n] of [
      ["2020-10-31", 2],
      ["2020-10-01", 2],
      ["2020-09-30", 1],
      ["2020-08-31", 0],
    ] as const) {
      const one = await watched({ asOf });
      expect(one.periods, asOf).toEqual(whole.periods.slice(0, n));
      expect(one.asOf).toBe(asOf);
    }
    const other = await watched({ asOf: "2020-10-01" }, { counts: withAutumn(12, 13, 900) });
    expect(other.periods).toEqual(whole.periods.slice(0, 2));
  });

  it("wait for the first period, and for the baseline", async () => {
    const one = await watched({ asOf: "2020-08-15" });
    expect(one).toMatchObject({ state: "waiting", n: 50, periods: [] });
    expect(one.reading).toMatch(
      /^coast: waiting: no month of autumn 2020 is over by 2020-08-15, to which wire is known; next, 2020-08-01: risen with /,
    );
    const early = await watched({ asOf: "2020-04-15" });
    expect(early).toMatchObject({ state: "waiting", n: 0 });
    expect(early.baseline).toBeUndefined();
    expect(early.reading).toBe(
      "coast: waiting for the end of January to April 2020 on 2020-05-01; wire is known to 2020-04-15",
    );
  });

  it("say what the next period would have to bring: the least count that settles it, and no fewer", async () => {
    const one = await watched({ asOf: "2020-10-01", phi: 1.5 });
    const first = { values: [10, 14, 12, 14], exposure: [1, 1, 1, 1] };
    const prior = { shape: 2, rate: 2 / (99.5 / 12) };
    const settles = (count: number): boolean =>
      logWideEvidence(first, { values: [12, 13, count], exposure: [1, 1, 1] }, { prior, phi: 1.5 }) >= Math.log(20);
    const up = Array.from({ length: 300 }, (_, k) => k).filter((k) => k > 12 && settles(k))[0];
    expect(one.next?.rises?.count).toBe(up);
    expect(one.next).toMatchObject({ period: "2020-10-01", exposure: 1 });
    expect(settles(0)).toBe(false);
    expect(one.next?.falls).toBeUndefined();
    const risen = await watched({ asOf: "2020-11-01", phi: 1.5 }, { counts: withAutumn(12, 13, up) });
    const short = await watched({ asOf: "2020-11-01", phi: 1.5 }, { counts: withAutumn(12, 13, up - 1) });
    expect([risen.state, short.state]).toEqual(["risen", "nothing yet"]);
  });

  it("say how likely so much would be if the baseline's rate goes on, from its counts alone", async () => {
    const one = await watched({ asOf: "2020-10-01", phi: 1 });
    const [chance] = one.next?.rises?.chances ?? [];
    expect(chance).toMatchObject({ if: "the rate of January to April 2020 goes on", rate: 12.5, n: 50 });
    // Poisson with Jeffreys' prior: a negative binomial of size 50.5, mean 50.5 / 4
    const tail = negbinTails(one.next?.rises?.count ?? 0, 50.5 / 4, 50.5).upper;
    expectDigits(chance.chance, Math.exp(tail), 4);
  });

  it("say what came before the baseline, where a claim names it, and how long its return would take to see", async () => {
    const change = (report: Report): Report => {
      const fell = longAutumn(report);
      return {
        ...fell,
        claims: fell.claims
          .map((claim) =>
            claim.check?.type === "increase"
              ? { ...claim, check: { ...claim.check, before: "autumn", after: "later" } }
              : claim,
          )
          .map((claim) =>
            claim.check?.type === "ratio"
              ? { ...claim, check: { ...claim.check, before: "raids-summer", after: "raids-autumn" } }
              : claim,
          ),
        figures: [...fell.figures, { ...fell.figures[0], id: "raids-autumn", window: "autumn" }],
      };
    };
    const one = await watched({}, { change });
    expect(one.needed.map((need) => [need.if, need.n])).toEqual([["the rate of May to July 2020 comes back", 76]]);
    const periods = one.needed[0].periods ?? 0;
    const prior = { shape: 2, rate: 2 / (one.baseline?.guess.rate ?? 0) };
    const evidence = (n: number): number => {
      const values = Array.from({ length: n }, (_, i) => Math.round((76 / 3) * (i + 1)) - Math.round((76 / 3) * i));
      return logWideEvidence(
        { values: [12, 13, 11], exposure: [1, 1, 1] },
        { values, exposure: values.map(() => 1) },
        { prior, phi: one.spread?.allowed ?? 1 },
      );
    };
    expect(evidence(periods)).toBeGreaterThanOrEqual(Math.log(20));
    expect(evidence(periods - 1)).toBeLessThan(Math.log(20));
    expect(one.couldFail).toMatch(
      /^not in its window: if the rate of May to July 2020 comes back \(2\.11 times the baseline, n = 76\) it would be seen after about \d+ months, and early 2021 has 2; a false alarm/,
    );
  });

  it("show the season: the same stretches of earlier years, as far as this year's have come", async () => {
    expect((await watched({})).season).toEqual([
      {
        baseline: { since: "2019-01-01", until: "2019-05-01" },
        window: { since: "2019-08-01", until: "2019-11-01" },
        counts: [38, 30],
        ratio: 10 / 9.5,
      },
    ]);
    expect((await watched({ asOf: "2020-09-01" })).season[0]).toMatchObject({
      counts: [38, 11],
      window: { until: "2019-09-01" },
    });
  });

  it("guess the rate from the baseline's own first period where nothing came before, and take it out", async () => {
    const young = Object.fromEntries(Object.entries(usual["coast"]).filter(([month]) => month >= "2020"));
    const one = await watched({}, { counts: { coast: young } });
    expect(one.baseline).toMatchObject({
      since: "2020-02-01",
      n: 40,
      exposure: 3,
      guess: { rate: 10.5, since: "2020-01-01", until: "2020-02-01" },
    });
    expect(one.season).toEqual([]);
    expect(one.reading).toContain("no earlier year to say what is usual");
  });

  it("cannot be watched where the data do not reach, windows overlap, or a way cannot be counted", async () => {
    const at = async (change: (report: Report) => Report): Promise<readonly string[]> => {
      const one = await watched({}, { change });
      return [one.state, one.reading];
    };
    const windows =
      (some: Partial<Report["windows"]>) =>
      (report: Report): Report => ({
        ...longAutumn(report),
        windows: { ...longAutumn(report).windows, ...some } as Report["windows"],
        // What is weighed on autumn is not asked here.
        weighing: undefined as never,
      });
    expect(await at(windows({ spring: { since: "2018-01-01", until: "2018-05-01", label: "old" } }))).toEqual([
      "cannot be watched",
      "coast: wire covers 2019-01-01 to 2020-11-01, got since 2018-01-01",
    ]);
    expect(await at(windows({ autumn: { since: "2020-04-01", until: "2020-06-01", label: "soon" } }))).toEqual([
      "cannot be watched",
      "coast: soon begins before January to April 2020 is over",
    ]);
    const cannot = (report: Report): Report => ({
      ...longAutumn(report),
      claims: report.claims.map((claim) =>
        claim.check?.type === "increase"
          ? {
              ...claim,
              check: {
                ...claim.check,
                measured: claim.check.measured.map((one) => ({ ...one, cannot: "no raids in it" })),
              },
            }
          : claim,
      ),
    });
    expect(await at(cannot)).toEqual(["cannot be watched", "coast: no raids in it"]);
  });

  it("refuse what cannot be asked", async () => {
    const refused = async (options: Partial<WatchOptions>): Promise<unknown> =>
      await watched(options).catch((error) => error.message);
    expect(await refused({ asOf: "2020-13-01" })).toBe('watch: asOf needs a day as YYYY-MM-DD, got "2020-13-01"');
    expect(await refused({ level: 0 })).toBe("watch: level needs a number between 0 and 1, got 0");
    expect(await refused({ threshold: 1 })).toBe("watch: threshold needs a ratio above 0 that is not 1, got 1");
    expect(await refused({ phi: 0.5 })).toBe("watch: phi needs a number from 1, got 0.5");
  });

  it("write evidence to two digits, and none beyond what can be told apart", () => {
    expect([3.456, 20, 0.00012, 1e9].map(evidenceText)).toEqual(["3.5", "20", "under 0.001", "over 100,000"]);
  });
});

describe("a weekly report of another country", () => {
  const weekly = (report: Report): Report => ({
    ...report,
    ...{
      every: "week",
      codebook: join(root, "data", "codebooks", "erewhon.json"),
      figures: [],
      hypotheses: [],
      citations: [],
    },
    windows: {
      first: { since: "2023-11-27", until: "2024-01-08", label: "six weeks to 7 January" },
      weeks: { since: "2024-01-08", until: "2024-04-01", label: "the weeks after" },
    },
    evidence: [
      {
        ...report.evidence[0],
        ...{ file: join(root, "data", "made-up", "erewhon-2024-03-15.csv"), source: "acled", asOf: "2024-03-15" },
      },
    ],
    claims: report.claims.flatMap((claim) =>
      claim.check?.type === "increase"
        ? [
            {
              ...claim,
              notes: [],
              check: {
                ...{ ...claim.check, before: "first", after: "weeks" },
                measured: [{ on: "wire", label: "delta", where: { zone: "delta" } }],
              },
            },
          ]
        : [],
    ),
    weighing: undefined as never,
  });

  it("is watched week by week, up to the last that is over", async () => {
    const { report, snapshots } = await madeUpCase(folder, { change: weekly });
    const [one] = await watch(report, snapshots, { asOf: "2024-02-14", level: 0.95 });
    expect(one).toMatchObject({
      every: "week",
      baseline: { exposure: 6 },
      next: { period: "2024-02-12", exposure: 1 },
    });
    expect(one.periods.map(({ period }) => period)).toEqual([
      ...["2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05"],
    ]);
    const days = { since: "2024-01-08", until: "2024-02-12" };
    const [series] = await count(select(select(snapshots["wire"], { zone: "delta" }), days), { every: "week" });
    expect(one.periods.map((row) => row.count)).toEqual(series.values);
    expect(one.reading).toMatch(/ in 6 weeks; /);
  });
});

describe("the shipped report", () => {
  let shipped: Case;
  beforeAll(async () => {
    shipped = await shippedCase(folder);
  });
  const asOf = async (day: string): Promise<readonly WatchedQuestion[]> =>
    await watch(shipped.report, shipped.snapshots, { asOf: day, level: 0.95 });

  it("has a rebound in the delta that one look would call clear and no honest series of looks does", async () => {
    const [delta] = (await asOf("2024-07-01")).filter(({ label }) => label.includes("inner delta"));
    expect(delta.periods.map(({ count }) => count)).toEqual([11, 17, 23, 20, 16, 11]);
    expectDigits(delta.periods[5].estimate ?? 0, 98 / 6 / (39 / 4), 12);
    expect(delta.periods[5].once?.[0]).toBeGreaterThan(1);
    expect(delta.periods[5].poisson.interval[0]).toBeLessThan(1);
    expect(delta.state).toBe("nothing yet");
    expect(delta.season.map(({ ratio = 0 }) => Number(ratio.toFixed(2)))).toEqual([1.43, 1.58, 1.27, 8.44, 0.93]);
  });

  it("waits where data end before the window, and says to which day they are known", async () => {
    const [lethal] = (await asOf("2026-04-30")).filter(({ label }) => label.includes("lethal"));
    expect(lethal.state).toBe("waiting");
    expect(lethal.reading).toContain(
      "no month of January to June 2024 is over by 2024-01-01, to which ucdp-ged-mali is known",
    );
  });
});
