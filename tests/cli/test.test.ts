import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const cwd = temporary();
const delta = ["--where", '{"zone":"mopti-delta"}'];

beforeAll(async () => {
  const file = join(root, "data", "figures", "mali-violence-zone-month.csv");
  const ended = await hindcast(cwd, "read", file, "--name", "violence", "--as-of", "2025-01-01");
  expect([ended.code, ended.err]).toEqual([0, ""]);
});

describe("hindcast test", () => {
  it("prints a reading for each test and the levels with their intervals, in 79 columns", async () => {
    const { code, out, err } = await hindcast(cwd, "test", "violence", "--since", "2022-01-01", ...delta);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      "The counts from 2022-01-01 to 2025-01-01 (not included), counted by month, of",
      '    events {"zone":"mopti-delta"}',
      "",
      "  n = 527 events in 36 months; rates are a month",
      "  rate           527 events: a rate of 14.64 [13.42, 15.94]",
      "  dispersion     36 periods, mean 14.6: variance 3.81 [2.51, 6.49] times the",
      "                 mean, p = 2.0e-13",
      "  overdispersion 36 periods, 527 events: variance 3.81 times the mean, p =",
      "                 1.9e-31 (Dean's score test)",
      "  ljung-box      36 periods: autocorrelation 0.57 at lag 1; up to lag 7",
      "                 together, p = 0.002",
      "  mann-kendall   36 periods: the rate changes by -0.21 [-0.42, -0.05] from one",
      "                 to the next, tau -0.28, p = 0.019",
      "  runs           9 runs about the median in 33 periods where 17.5 are expected,",
      "                 p = 0.0038",
      "  change         527 events in 36 periods: likeliest from 2024-06-01 on, 0.473",
      "                 [0.350, 0.628] times the rate; p = 2.3e-7 for a change",
      "                 anywhere",
      "  change-negbin  527 events in 36 periods: likeliest from 2024-06-01 on, 0.473",
      "                 [0.343, 0.652] times the rate; p = 0.002 for a change anywhere",
      "  scan           54 of 527 events from 2024-06-01 to the end: 0.47 [0.35, 0.63]",
      "                 times the rate outside; p = 1.4e-8 if the window had been",
      "                 named beforehand, p = 2.3e-7 after looking at 35 windows",
      "  scan-phi       54 of 527 events from 2024-06-01 to the end: 0.47 [0.35, 0.63]",
      "                 times the rate outside; p = 0.005 if the window had been named",
      "                 beforehand, p = 0.039 after looking at 35 windows",
      "  beware         counts vary more than Poisson counts about one rate: if that",
      "                 is spread and no change, rate, change, scan claim too much",
      "",
      "  level from    to          months   events  a month, 95% interval",
      "  2022-01-01 to 2023-05-01      16      256  16.00 [13.70, 18.69]",
      "  2023-05-01 to 2023-08-01       3       83  27.67 [20.42, 37.88]",
      "  2023-08-01 to 2024-02-01       6       58  9.67 [7.09, 13.09]",
      "  2024-02-01 to 2024-06-01       4       76  19.00 [14.14, 25.63]",
      "  2024-06-01 to 2025-01-01       7       54  7.71 [5.63, 10.47]",
      "  by PELT, cost negbin, a further level must gain 8.44 (splits 5% of series",
      "    without a change (999 draws))",
      "",
      "Assumed:",
      "  rate: events come independently, at one rate: where periods vary more or",
      "    resemble their neighbours the interval is too short",
      "  dispersion: one rate throughout, periods independent of each other: where",
      "    they resemble their neighbours the interval is too short",
      "  dispersion: the chi-square approximation, good from a mean of about 5",
      "  overdispersion: one rate throughout: a trend or a season also makes counts",
      "    vary more",
      "  overdispersion: the normal approximation: with few periods or counts a small",
      "    p is too small",
      "  ljung-box, runs: one rate throughout",
      "  ljung-box: the chi-square approximation: many periods, and few lags among",
      "    them",
      "  mann-kendall: periods independent of each other: autocorrelation passes for a",
      "    trend",
      "  mann-kendall: no season",
      "  runs: every order of the periods equally likely: no trend, no season",
      "  change: Poisson counts about the rate: spread beyond that passes for a change",
      "  change, change-negbin: periods independent of each other: what carries over",
      "    from one to the next passes for a change",
      "  change, change-negbin: one change at most, in a step",
      "  change, change-negbin: the interval as if the place had been named beforehand",
      "  change, scan: p exact, given the total",
      "  change-negbin, levels: negative binomial counts, size 28.4 a period of mean",
      "    exposure, learnt from how far neighbours lie apart",
      "  change-negbin: a normal interval of the log ratio, the size taken as known",
      "  change-negbin, scan-phi: p of 999 draws",
      "  scan: Poisson counts at one rate but for the window, periods independent of",
      "    each other: with more spread, or counts that carry over, p is too small",
      "  scan, scan-phi: the interval is of a Poisson ratio, as if the window had been",
      "    named beforehand, and too far from 1 for having been picked",
      "  scan-phi: variance 3.81 times the mean, as stated, periods independent of",
      "    each other",
      "  levels: changes in steps; a slow drift is cut into stairs",
      "  levels: periods independent of each other: what carries over from one to the",
      "    next reads as changes",
      "  levels: each interval as if its stretch had been named beforehand",
      "violence as of 2025-01-01, snapshot",
      "    dc92fdc9cc4489a03bd531ec8b22d3d36ee22f77016df1afc1d4a8d7dea01c1c",
      "",
    ]);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThan(80);
  });

  it("says which tests a single month is too short for, and of none that there is no event", async () => {
    const one = await hindcast(cwd, "test", "violence", "--since", "2024-12-01", ...delta);
    expect(one.out).toContain(
      `\n  n = 10 events in 1 month; rates are a month\n  rate           10 events: a rate of 10.00 [4.80, 18.39]\n  too short      too few months for dispersion, overdispersion, ljung-box,\n                 mann-kendall, runs, change, change-negbin, scan, scan-phi\n\nAssumed:\n`,
    );
    const none = await hindcast(cwd, "test", "violence", "--until", "2012-02-01", ...delta);
    expect(none.out.split("\n").slice(3, 5)).toEqual(["  n = 0: no event in 1 month", ""]);
    expect(none.out).not.toContain("Assumed");
  });

  it("prints JSON, the same for the same seed, by zone, and draws one", async () => {
    const args = ["test", "violence", "--since", "2022-01-01", "--json"];
    const zones = await hindcast(cwd, ...args, "--by", "zone", "--method", "all");
    expect([zones.code, zones.err]).toEqual([0, ""]);
    const { data, series, ...told } = JSON.parse(zones.out);
    expect(data).toMatchObject({ name: "violence", asOf: "2025-01-01" });
    expect(told).toMatchObject({ every: "month", since: "2022-01-01", until: "2025-01-01", level: 0.95, seed: 1 });
    expect(series.map((one: { key: { zone: string } }) => one.key.zone)).toEqual([
      ...["mopti-delta", "mopti-plateau", "segou", "north", "rest"],
    ]);
    expect(series[0].findings).toHaveLength(15);
    const drawn = await hindcast(cwd, ...args, ...delta, "--chart", "change.png");
    expect((await hindcast(cwd, ...args, ...delta)).out).toBe(drawn.out);
    expect(readFileSync(join(cwd, "change.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  it("explains itself with an example", async () => {
    const { code, out } = await hindcast(cwd, "test", "--help");
    expect(code).toBe(0);
    expect(out).toContain("\nExample:\n  hindcast test acled-mali --since 2020-01-01 --where");
  });

  it.each([
    [["--since", "x"], 'test: --since: needs a day as YYYY-MM-DD, got "x"'],
    [["--until", "x"], 'test: --until: needs a day as YYYY-MM-DD, got "x"'],
    [["--until", "2026-01-01"], "count: violence covers 2012-01-01 to 2025-01-01, got until 2026-01-01"],
    [
      ["--method", "eye"],
      'test: --method needs each once of rate, rate-blaker, rate-mid-p, dispersion, overdispersion, poissonness, excess-zeros, ljung-box, mann-kendall, hamed-rao, runs, change, change-negbin, scan, scan-phi, or all, got "eye"',
    ],
    [["--level", "0"], "test: level needs a number between 0 and 1, got 0"],
    [["--seed", ""], 'test: --seed: needs a number, got ""'],
    [
      ["--by", "side"],
      'count: by needs some of source, country, admin1, admin2, place, zone, kind, subkind, got "side"',
    ],
    [["--by", "zone", "--chart", "x.png"], "test: --chart draws one series, got 5; narrow --where"],
    [
      ["--since", "2024-12-01", "--chart", "x.png", ...delta],
      "test: --chart needs events in 4 periods or more, got 10 in 1",
    ],
    [
      ["--every", "week"],
      'count: 775 rows are known only to the month, too coarse for counts by week; select { precision: "week" } leaves them out',
    ],
    [["--where", "{zone"], "test: --where needs criteria as JSON, got {zone"],
  ])("refuses %j in one line", async (more, message) => {
    const { code, out, err } = await hindcast(cwd, "test", "violence", ...more);
    expect([code, out, err]).toEqual([2, "", `hindcast: ${message}\n`]);
  });
});
