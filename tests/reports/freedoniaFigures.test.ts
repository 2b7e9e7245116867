import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { plan, reproduce, type Verdict } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { freedoniaCase, monthsIn } from "./freedoniaCase.js";

const folder = temporary();
let opened: Case;
beforeAll(async () => {
  opened = await freedoniaCase(folder);
});

function find(verdicts: readonly Verdict[], id: string): Verdict {
  const found = verdicts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no verdict ${id}`);
  return found;
}

describe("its figures beside the data", () => {
  let verdicts: readonly Verdict[];
  beforeAll(async () => {
    verdicts = await reproduce(opened.report, opened.snapshots, { level: 0.95 });
  });

  it("agree, as they were made to", () => {
    expect(verdicts.map((one) => [one.id, one.verdict, one.n])).toEqual([
      ["patrols-before/log/patrols", "agrees", 127],
      ["patrols-since/log/patrols", "agrees", 53],
      ["all-before/log/patrols", "agrees", 182],
      ["all-since/log/patrols", "agrees", 105],
      ["raids-since/log/raids", "agrees", 50],
      ["patrols-halved/log/patrols", "agrees", 180],
      ["patrols-halved/log/patrols/level", "agrees", 180],
      ["lake-leads/log/patrols", "holds", 287],
      ["fifty-raids/log/raids", "holds", 50],
      ["winter-test/log/patrols by the lake", "uncertain", 109],
      ["ferry-burnt/log/raids by the lake", "cannot be compared", 0],
    ]);
    expect(monthsIn(verdicts)).toEqual([]);
  });

  it("are rates a week, with exact intervals", () => {
    // Garwood's intervals of 127 over 21 and 53 over 18, from chi-square quantiles.
    const before = find(verdicts, "patrols-before/log/patrols");
    expect(before.estimate).toBeCloseTo(127 / 21, 12);
    expect(before.interval?.[0]).toBeCloseTo(5.04162751671068, 9);
    expect(before.interval?.[1]).toBeCloseTo(7.195519288147768, 9);
    expect(before.reading).toBe("patrols: 127 events, 6.05 [5.04, 7.20] a week");
    expect(find(verdicts, "patrols-since/log/patrols").interval?.[0]).toBeCloseTo(2.205590940686526, 9);
  });

  it("tell the ratio from the level, and the winter from the weeks since June", () => {
    const ratio = find(verdicts, "patrols-halved/log/patrols");
    expect(ratio.counts).toEqual([127, 53]);
    expect(ratio.estimate).toBeCloseTo(53 / 18 / (127 / 21), 12);
    expect(ratio.reading).toContain(
      "53 in 18 weeks after 127 in 21: 0.4869 [0.3345, 0.7088] times the rate with the spread seen, [0.3465, 0.6759] if Poisson",
    );
    expect(find(verdicts, "patrols-halved/log/patrols/level").reading).toMatch(
      /^patrols: the source counts 1\.01 \[0\.78, 1\.30\] times as many before, 1\.02 \[0\.68, 1\.52\] after: neither level nor change clearly differs/,
    );
    expect(find(verdicts, "winter-test/log/patrols by the lake").reading).toMatch(
      /56 in 13 weeks after 53 in 18: 1\.4630 \[0\.9502, 2\.2525\] times .*; the same weeks of the 3 years before rose in 3 \(ratios 1\.38, 1\.86, 2\.71\)$/,
    );
    expect(find(verdicts, "ferry-burnt/log/raids by the lake").proxy).toBe("any raid by the lake");
  });
});

describe("its indicator, before data came", () => {
  it("is planned in weeks, with reports still to come", () => {
    const found = plan(opened.report, opened.report.plans[0], { level: 0.95 });
    const [first] = found.rows;
    // Five or more a week: P(X ≥ 5) at 2.9 and P(X ≤ 4) at 6.0, Poisson.
    expect([found.per, first.until, first.known.threshold]).toEqual(["week", "2021-11-08", 5]);
    expect(first.known.falseAlarm).toBeCloseTo(0.16822292368055092, 12);
    expect(first.known.miss).toBeCloseTo(0.2850565003166312, 12);
    // Of the first week half is in at its end; of two weeks the mean of 0.8 and 0.5.
    expect([first.truncated?.share, found.rows[1].truncated?.share]).toEqual([0.5, 0.65]);
    expect(found.decisions[0]).toMatchObject({ phi: 1, allowed: 0.05, known: { periods: 6, until: "2021-12-13" } });
    expect(found.readings[0]).toMatch(/^The week of 2021-11-01 alone decides nothing: /);
    expect(monthsIn(found)).toEqual([]);
  });
});
