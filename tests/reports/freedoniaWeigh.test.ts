import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { resolveCase } from "../../src/cli/resolveCase.js";
import { separation, type Weighed, watch, weigh, weighVerdicts } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { freedoniaCase, freedoniaIn, monthsIn } from "./freedoniaCase.js";

const folder = temporary();
let opened: Case;
beforeAll(async () => {
  opened = await freedoniaCase(folder);
});

describe("its explanations", () => {
  let weighed: Weighed;
  beforeAll(async () => {
    weighed = await weigh(opened.report, opened.snapshots["log"], { draws: 100 });
  });

  it("are weighed week by week, on patrols alone", () => {
    expect([weighed.every, weighed.periods.length, weighed.periods[0]]).toEqual(["week", 13, "2021-11-01"]);
    expect([weighed.zones, weighed.n, weighed.earlier]).toEqual([["lake", "highland"], 56 + 37, 3]);
    for (const one of weighed.hypotheses) {
      expect(one.zones.map((zone) => zone.observed)).toEqual([56, 37]);
      expect(one.probability).toHaveLength(14);
    }
    expect(weighed.hypotheses.reduce((sum, one) => sum + (one.probability.at(-1) ?? 0), 0)).toBeCloseTo(1, 10);
    expect(weighed.sensitivities.filter((one) => one.kind === "period")).toHaveLength(13);
  });

  it("cannot be told from 93 patrols, and their true size is learnt all the same", () => {
    const verdicts = weighVerdicts(opened.report, weighed);
    expect(verdicts.map((one) => one.verdict)).toEqual(["uncertain", "uncertain", "uncertain"]);
    // The truth is 0.6 at every harvest.
    const [{ interval }] = weighed.hypotheses[0].effects;
    expect(interval[0]).toBeLessThan(0.6);
    expect(interval[1]).toBeGreaterThan(0.6);
    expect(verdicts[0].couldFail).toMatch(
      /^asked of the 3 years before, .* it called something held in 0, and \d+ of 18 zone totals .*; with march for lake it called nothing held; of 100 data sets/,
    );
    expect(monthsIn([weighed, verdicts])).toEqual([]);
  });

  it("come to the true one in a country eight times as busy, and its rebound holds", async () => {
    const busy = await freedoniaCase(folder, freedoniaIn(folder, { times: 8 }));
    const found = await weigh(busy.report, busy.snapshots["log"], { draws: 20 });
    const [harvest, fuel, strike] = found.hypotheses.map((one) => one.probability.at(-1) ?? 0);
    expect(harvest).toBeGreaterThan(0.95);
    expect(Math.max(fuel, strike)).toBeLessThan(0.02);
    const [size] = found.hypotheses[0].effects;
    expect(size.median).toBeCloseTo(0.6, 2);
    expect(size.interval[1] ?? Infinity).toBeLessThan(0.65);
    const { verdicts } = await resolveCase(busy, { level: 0.95, seed: 1 });
    expect(verdicts.map((one) => [one.id, one.verdict, one.counts])).toContainEqual([
      ...["winter-rise/log/patrols by the lake", "holds"],
      [467, 574],
    ]);
    const [watched] = await watch(busy.report, busy.snapshots, { asOf: "2022-03-07", level: 0.95 });
    expect(watched.state).toBe("risen");
    expect(watched.reading).toContain("; risen since 2021-11-15; ");
  });

  it("are told apart, before any week was seen, more often than by chance and less than always", async () => {
    const found = await separation(opened.report, opened.snapshots["log"], { draws: 200, seed: 1 });
    expect([found.zones, found.periods.length]).toEqual([["lake", "highland"], 13]);
    for (const [i, row] of found.matrix.entries()) {
      expect(row.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
      expect(row[i]).toBe(Math.max(...row));
    }
    for (const { accuracy } of found.pairs) {
      expect(accuracy).toBeGreaterThan(0.6);
      expect(accuracy).toBeLessThan(0.99);
    }
  });
});
