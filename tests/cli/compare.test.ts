import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const cwd = temporary();
const stretches = ["--before", "2023-01-01..2023-08-01", "--after", "2023-08-01..2023-12-01"];
const delta = ["--where", '{"zone":"mopti-delta"}'];

beforeAll(async () => {
  const file = join(root, "data", "figures", "mali-violence-zone-month.csv");
  const ended = await hindcast(cwd, "read", file, "--name", "violence", "--as-of", "2025-01-01");
  expect([ended.code, ended.err]).toEqual([0, ""]);
});

describe("hindcast compare", () => {
  it("says how the rate changed by each method, then what that is worth, in 79 columns", async () => {
    const { code, out, err } = await hindcast(cwd, "compare", "violence", ...stretches, ...delta, "--within", "1.25");
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      "The rate from 2023-08-01 to 2023-12-01 (not included) against that from",
      "    2023-01-01 to 2023-08-01, counted by month, of events",
      '    {"zone":"mopti-delta"}',
      "",
      "  before     144 events in 7 months: 20.6 [17.3, 24.2] a month",
      "  after       39 events in 4 months: 9.75 [6.93, 13.33] a month",
      "  (95% intervals, as of Poisson counts)",
      "",
      "  method              n    ratio  95% interval          p",
      "  central           183   0.4740  [0.3238, 0.6793]      1.6e-5",
      "  quasi-poisson     183   0.4740  [0.2710, 0.8288]      0.014",
      "  permutation       183   0.4740  [0.3051, 0.7857]      0.0061",
      "",
      "  Similar?   a similar pace (within 1/1.25 to 1.25 times) is not shown, a",
      "             difference is: 0.4740 [0.3013, 0.7455] times the rate (90%",
      "             interval, 183 events), p = 0.97 (by quasiPoisson())",
      "  Spread     11 months: variance 1.87 [0.89, 6.24] times the mean inside the",
      "             stretches; central takes it to be 1, which 11 months cannot show",
      "  Memory     before, 7 periods: autocorrelation 0.47 at lag 1, p = 0.12; after,",
      "             4 periods: autocorrelation 0.10 at lag 1, p = 0.78",
      "             too few months to rule out that neighbours depend on each other",
      "  Power      7 periods of 20.6 events against 4, variance 1.9 times the mean:",
      "             0.5 times the rate would be seen in 76% of cases (73% to 79% by",
      "             1000 draws)",
      "             a fall to 0.48 times the rate would be seen in 80% of cases, a",
      "             smaller change less often",
      "             a rise to 1.68 times the rate would be seen in 80% of cases, a",
      "             smaller change less often",
      "             by quasiPoisson()",
      "  Tipping    39 events against 144: clearly less, by quasiPoisson()",
      "             8 events missing from the latest period would make that unclear",
      "             8 events fewer would make that unclear",
      "             a further period with 21 events or more would make that unclear",
      "",
      "Assumed:",
      "  central: Poisson counts: independent events, one rate in each stretch",
      "  central: not to be trusted where periods vary more than that, or resemble",
      "    their neighbours: p is then too small and the interval too short",
      "  quasi-poisson: variance in proportion to the mean: phi times it, the same in",
      "    both stretches",
      "  quasi-poisson: periods independent of each other: not to be trusted where",
      "    they resemble their neighbours, p is then too small",
      "  quasi-poisson: Wald's interval, which is rough where one side has only a few",
      "    events",
      "  permutation: periods exchangeable but for the change, without trend or",
      "    season: not to be trusted where they resemble their neighbours, p is then",
      "    too small",
      "  permutation: for the interval, a change that multiplies every count, small",
      "    ones and zeros too",
      "violence as of 2025-01-01, snapshot",
      "    dc92fdc9cc4489a03bd531ec8b22d3d36ee22f77016df1afc1d4a8d7dea01c1c",
      "",
    ]);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThan(80);
  });

  it("compares each zone, and raises each method's p for the zones that were asked", async () => {
    const more = ["--by", "zone", "--adjust", "holm", "--method", "central,gamma-poisson"];
    const { code, out, err } = await hindcast(cwd, "compare", "violence", ...stretches, ...more);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines.filter((line) => line.startsWith("zone "))).toEqual([
      "zone mopti-delta",
      "zone mopti-plateau",
      "zone segou",
      "zone north",
      "zone rest",
    ]);
    expect(lines.filter((line) => /^ {2}central {2}/.test(line))).toEqual([
      "  central           183   0.4740  [0.3238, 0.6793]      1.6e-5    4.7e-5",
      "  central           243   0.7964  [0.5990, 1.0506]      0.11      0.22",
      "  central           286   1.1431  [0.8937, 1.4572]      0.3       0.3",
      "  central           574   1.6783  [1.4199, 1.9835]      9.5e-10   4.8e-9",
      "  central           150   0.3669  [0.2307, 0.5635]      5.0e-7    2.0e-6",
    ]);
  });

  it("looks at the same season alone, and says when single months are too few and too recent", async () => {
    const months = ["--before", "2023-01-01..2024-02-01", "--after", "2024-12-01..2025-01-01", "--same-season"];
    const { code, out, err } = await hindcast(cwd, "compare", "violence", ...months, ...delta);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines).toContain("  too few months for quasi-poisson");
    expect(lines).toContain("  Spread     too few months to see how counts vary inside the stretches");
    expect(out).toContain("The last month ended 0 days before the data's day: reports of it may still be");
    expect(lines.slice(3, 5)).toEqual(["", "  before       8 events in 1 month: 8.00 [3.45, 15.76] a month"]);
  });

  it("says of a place without an event that nothing is known", async () => {
    const months = ["--before", "2012-04-01..2012-06-01", "--after", "2012-06-01..2012-09-01"];
    const { out } = await hindcast(cwd, "compare", "violence", ...months, ...delta);
    expect(out).toContain("\n  n = 0: no event on either side, nothing is known of the ratio\n");
  });

  it("prints JSON, the same for the same seed, and draws", async () => {
    const args = [
      "compare",
      "violence",
      ...stretches,
      "--by",
      "zone",
      "--json",
      "--where",
      '{"zone":["mopti-delta","segou"]}',
    ];
    const first = await hindcast(cwd, ...args, "--chart", "forest.png");
    expect([first.code, first.err]).toEqual([0, ""]);
    const { data, series, ...told } = JSON.parse(first.out);
    expect(data).toMatchObject({ name: "violence", asOf: "2025-01-01" });
    expect(told).toMatchObject({ every: "month", level: 0.95, seed: 1 });
    expect(series).toHaveLength(2);
    expect(series[0]).toMatchObject({ key: { zone: "mopti-delta" }, n: 183, judge: "quasiPoisson()" });
    expect(series[0].findings.map((one: { method: string }) => one.method)).toEqual([
      ...["central", "quasi-poisson", "permutation"],
    ]);
    expect((await hindcast(cwd, ...args)).out).toBe(first.out);
    expect(readFileSync(join(cwd, "forest.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  it("explains itself with an example", async () => {
    const { code, out } = await hindcast(cwd, "compare", "--help");
    expect(code).toBe(0);
    expect(out).toContain("\nExample:\n  hindcast compare acled-mali --before 2023-01-01..2023-08-01 --after");
  });

  it.each([
    [["--before", "2023-01-01"], 'compare: --before: needs two days as 2023-01-01..2023-08-01, got "2023-01-01"'],
    [["--before", "2023-01-01..x"], 'compare: --before: needs a day as YYYY-MM-DD, got "x"'],
    [
      ["--after", "2024-02-01..2024-01-01"],
      "compare: --after: needs its first day before its last, got 2024-02-01..2024-01-01",
    ],
    [
      ["--after", "2023-07-01..2023-12-01"],
      "compare: --after needs to begin when --before has ended, got 2023-07-01 and 2023-08-01",
    ],
    [["--after", "2024-07-01..2025-12-01"], "count: violence covers 2012-01-01 to 2025-01-01, got until 2025-12-01"],
    [
      ["--method", "central,eye"],
      'compare: --method needs each once of central, minlike, blaker, mid-p, e-test, quasi-poisson, negbin, permutation, circular, gamma-poisson, or all, got "eye"',
    ],
    [
      ["--method", "central,central"],
      'compare: --method needs each once of central, minlike, blaker, mid-p, e-test, quasi-poisson, negbin, permutation, circular, gamma-poisson, or all, got "central"',
    ],
    [["--level", "95"], "compare: level needs a number between 0 and 1, got 95"],
    [["--level", "much"], 'compare: --level: needs a number, got "much"'],
    [["--seed", "1.5"], "compare: --seed: needs a whole number, got 1.5"],
    [["--within", "1"], "equivalence: within needs a ratio above 1, got 1"],
    [["--adjust", "holm"], "compare: --adjust goes with --by: one series is one question"],
    [
      ["--by", "zone", "--adjust", "none"],
      'compare: --adjust needs one of holm, benjamini-hochberg, benjamini-yekutieli, got "none"',
    ],
    [["--every", "decade"], 'compare: --every needs one of day, week, month, quarter, year, got "decade"'],
    [["--where", "{zone"], "compare: --where needs criteria as JSON, got {zone"],
  ])("refuses %j in one line", async (more, message) => {
    const { code, out, err } = await hindcast(cwd, "compare", "violence", ...stretches, ...more);
    expect([code, out, err]).toEqual([2, "", `hindcast: ${message}\n`]);
  });
});
