import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { type ResolvedCase, resolveCase } from "../../src/cli/resolveCase.js";
import { mapped, read, readMapping, referenceClass, vary, watch } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { freedonia, freedoniaCase, monthsIn } from "./freedoniaCase.js";

const folder = temporary();
const settings = { level: 0.95, seed: 1 };
let opened: Case;
beforeAll(async () => {
  opened = await freedoniaCase(folder);
});

describe("the questions of a weekly report, day by day", () => {
  const found: Record<string, ResolvedCase> = {};
  beforeAll(async () => {
    const { codebook, snapshots } = opened;
    const source = mapped(await readMapping(join(freedonia, "mapping.json")));
    // What the log held on earlier days: the rows that were entered by then.
    for (const asOf of ["2021-12-01", "2022-01-05", "2022-02-01"]) {
      const { store } = snapshots["log"];
      await read(join(freedonia, "events.csv"), source, { name: "log", asOf, codebook, store });
    }
    for (const asOf of ["2021-10-04", "2021-12-01", "2022-01-05", "2022-02-01", "2022-03-07"])
      found[asOf] = await resolveCase(opened, { ...settings, asOf });
  });

  it("are open, too early, then resolved, by what was known on the day", () => {
    const states = Object.entries(found).map(([day, { resolutions }]) => [day, ...resolutions.map((one) => one.state)]);
    expect(states).toEqual([
      ["2021-10-04", "open", "open"],
      ["2021-12-01", "open", "open"],
      ["2022-01-05", "too early", "open"],
      ["2022-02-01", "resolved", "resolved"],
      ["2022-03-07", "resolved", "resolved"],
    ]);
    expect(found["2021-10-04"].resolutions[0].reading).toBe("open: nothing tells what was known of log on 2021-10-04");
    expect(found["2021-12-01"].resolutions[0].reading).toBe("open: its window ends on 2022-01-03");
    expect(monthsIn(found)).toEqual([]);
  });

  it("may flip while entries are still to come, and keep their first print", () => {
    const [early] = found["2022-01-05"].resolutions;
    // 19 of the 23 were entered within two days of the end; 20 were asked for.
    expect([early.observed, early.outcome, early.firstPrint?.outcome]).toEqual([19, undefined, false]);
    expect(early.flipRisk).toBeGreaterThan(0.8);
    expect(early.reading).toMatch(
      /^too early, no so far: 19 events, asked for at least 20; .*; flip risk 9\d%, by the delays of 146 events/,
    );
    const [late, rise] = found["2022-03-07"].resolutions;
    expect([late.observed, late.outcome, late.flipRisk]).toEqual([23, true, 0]);
    expect([late.firstPrint?.asOf, late.firstPrint?.observed, late.settled?.observed]).toEqual(["2022-01-05", 19, 23]);
    expect(late.reading).toContain("; first print no, 2 days after its end, now yes, 63 days after its end");
    expect([rise.counts, rise.outcome]).toEqual([[53, 56], true]);
    expect(rise.observed).toBeCloseTo(56 / 13 / (53 / 18), 12);
    expect(rise.firstPrint).toMatchObject({ asOf: "2022-02-01", outcome: true });
  });

  it("have base rates of the same weeks in earlier years, and words are scored against them", () => {
    const { baseRates, scores, verdicts } = found["2022-03-07"];
    expect(baseRates.map(({ k, n, years }) => [k, n, ...years.map((one) => one.since)])).toEqual([
      [0, 3, "2020-10-05", "2019-10-07", "2018-10-01"],
      [3, 3, "2020-11-02", "2019-11-04", "2018-10-29"],
    ]);
    expect(baseRates[0].interval[1]).toBeCloseTo(0.5355832430429502, 10);
    const [score] = scores;
    // Very likely is 80 to 95%: (1 − 0.95)² and (1 − 0.8)²; the base rate forecasts 0.5 / 4.
    expect([score.word, score.range, score.outcome]).toEqual(["very likely", [0.8, 0.95], true]);
    expect(score.brier[0]).toBeCloseTo(0.0025, 12);
    expect(score.brier[1]).toBeCloseTo(0.04, 12);
    expect(score.log[1]).toBeCloseTo(-Math.log(0.8), 12);
    expect(score.baseBrier).toBeCloseTo((1 - 0.125) ** 2, 12);
    expect(score.skill?.[0]).toBeCloseTo(1 - 0.04 / 0.765625, 12);
    expect(verdicts.map((one) => [one.id, one.verdict, one.couldFail.split(",")[0]])).toEqual([
      ["twenty-raids/log/raids in the March", "holds", "yes: 0 of 3 earlier years answered yes"],
      ["winter-rise/log/patrols by the lake", "uncertain", "hardly: 3 of 3 earlier years answered yes"],
    ]);
  });
});

describe("its indicator over every reading, as weeks arrive, and in comparable episodes", () => {
  it("is uncertain in nearly all readings", async () => {
    const found = await vary(opened.report, opened.report.readings[0], opened.snapshots, settings);
    // 2 zones, 2 measures, 1 before, 2 after, 2 thresholds, 4 ways to allow for spread.
    expect(found.readings).toHaveLength(2 * 2 * 2 * 2 * 4);
    expect(found.tally).toEqual({ holds: 1, fails: 0, uncertain: 63, "cannot be compared": 0 });
    expect(found.preferred).toMatchObject({ verdict: "uncertain", n: 109, counts: [53, 56] });
    const held = found.readings.filter((one) => one.verdict === "holds");
    expect(held.map((one) => [one.choices.zone, one.choices.measure, one.choices.dispersion])).toEqual([
      ["interior", "deaths", "Poisson"],
    ]);
    expect(monthsIn(found)).toEqual([]);
  });

  it("is watched as of any day: waiting, then nothing yet, week by week", async () => {
    const rows = [];
    for (const asOf of ["2021-10-04", "2021-11-10", "2021-12-01", "2022-03-07"]) {
      const [one] = await watch(opened.report, opened.snapshots, { asOf, level: 0.95 });
      rows.push([asOf, one.state, one.n, one.periods.map((period) => period.count).join(" "), one.next?.period]);
      expect(monthsIn(one)).toEqual([]);
    }
    expect(rows).toEqual([
      ["2021-10-04", "waiting", 53, "", "2021-11-01"],
      ["2021-11-10", "nothing yet", 55, "2", "2021-11-08"],
      ["2021-12-01", "nothing yet", 71, "2 4 10 2", "2021-11-29"],
      ["2022-03-07", "nothing yet", 109, "2 4 10 2 4 5 7 2 6 5 3 6 0", undefined],
    ]);
    const [last] = await watch(opened.report, opened.snapshots, { asOf: "2022-03-07", level: 0.95 });
    expect(last.season.map((one) => [one.window.since, one.counts])).toEqual([
      ["2020-11-02", [66, 66]],
      ["2019-11-04", [46, 90]],
      ["2018-10-29", [50, 67]],
    ]);
  });

  it("rose in every earlier autumn after such a fall", async () => {
    const found = await referenceClass(
      opened.report,
      opened.report.referenceClasses[0],
      opened.snapshots["log"],
      settings,
    );
    const { known } = found;
    // Clopper and Pearson of 5 of 5: the fifth root of 0.025.
    expect([known.afterDrop.rebounds, known.afterDrop.n, known.afterDrop.interval[1]]).toEqual([5, 5, 1]);
    expect(known.afterDrop.interval[0]).toBeCloseTo(0.025 ** 0.2, 10);
    const own = found.episodes.filter((one) => one.isOwn).map((one) => [one.zone, one.counts, one.isDrop]);
    expect(own).toEqual([
      ["lake", [122, 53, 48], true],
      ["highland", [52, 52, 34], false],
    ]);
    expect(monthsIn(found)).toEqual([]);
  });
});
