import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { changesChart } from "../../src/cli/runCharts.js";
import { summary } from "../../src/cli/summary.js";
import { writeRun } from "../../src/cli/writeRun.js";
import { type ChartSpec, claimTotals } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { bytesOf } from "../cli/spawned.js";
import { shippedCase } from "./cases.js";
import { freedoniaCase, monthsIn } from "./freedoniaCase.js";

const folder = temporary();
let run: Run;
beforeAll(async () => {
  run = await runCase(await freedoniaCase(folder), () => {});
});

/** The names beside the rows of a forest, then the headings above them. */
function labelsIn(forest: ChartSpec): string[] {
  const { layer }: { layer: { data?: { values: { label?: string }[] } }[] } = JSON.parse(JSON.stringify(forest));
  return layer.flatMap(({ data }) => data?.values ?? []).flatMap(({ label }) => (label === undefined ? [] : [label]));
}

describe("the whole of a weekly report", () => {
  it("brings every claim to a row", () => {
    expect(run.rows.map((one) => [one.claim, one.status, one.data?.verdict ?? one.print?.verdict])).toEqual([
      ["patrols-halved", "tested", "agrees"],
      ["lake-leads", "tested", "holds"],
      ["raid-pace", "print alone", "uncertain"],
      ["fifty-raids", "tested", "holds"],
      ["by-night", "print alone", "uncertain"],
      ["winter-test", "tested", "uncertain"],
      ["raids-to-come", "tested", "holds"],
      ["ferry-burnt", "no data here", "cannot be compared"],
      ["council", "not scoreable", undefined],
      ["council-again", "said again", undefined],
    ]);
    expect(claimTotals(run.rows)).toEqual({
      ...{ claims: 10, scoreable: 8, notScoreable: 1, saidAgain: 1 },
      status: {
        ...{ tested: 5, waiting: 0, "print alone": 2, "no data here": 1, "not scoreable": 1, "said again": 1 },
      },
    });
    for (const one of run.verdicts) {
      if (one.estimate !== undefined) expect([one.id, one.interval?.length], one.id).toEqual([one.id, 2]);
      expect(one.couldFail, one.id).not.toBe("");
    }
  });

  it("says what it found in weeks, and never of the case that is shipped", () => {
    const text = summary(run, { folder: "out", colour: false });
    expect(text).toContain("10 claims: 8 scoreable, 1 not scoreable as written, 1 said again");
    expect(text).toMatch(/agrees +Patrols by the lake +0\.49 \[0\.33, 0\.71\] +180 +97% for a halving +log/);
    expect(text).toMatch(/uncertain More patrols in winter +1\.46 \[0\.95, 2\.25\] +109 +44% for a rise by half/);
    expect(text).toMatch(/holds +Raids to come +23\.00 \[13\.18, 37\.29\] +23 +yes in 0 of 3 years/);
    expect(text).toContain("The data cannot tell the explanations apart: ");
    expect(text).toContain("very likely (80% to 95%) leans to yes; the answer was yes");
    const { rejects: _, ...made } = { ...run, rejects: 0 };
    expect(monthsIn([text, made.verdicts, made.weighed, made.plans, made.multiverses, made.watched])).toEqual([]);
    expect(monthsIn(run.charts)).toEqual([]);
    expect(JSON.stringify([text, run.verdicts, run.charts])).not.toMatch(/mali|mopti|jnim|flood|delta|ctp-/i);
  });

  it("draws patrols by the week, and each change once", () => {
    const chartOf = (name: string): ChartSpec => run.charts.find((one) => one.name === name)?.spec ?? {};
    const zones = JSON.stringify(chartOf("zones"));
    // Patrols of both zones from January to the end of January: 180 and 56 by the lake, 21 a few weeks between.
    expect(zones).toContain('"events a week"');
    expect(zones).toContain("Lines are weekly means with 95% intervals");
    const first = JSON.parse(zones).vconcat[0].layer[0].data.values;
    expect(first).toHaveLength(56);
    expect(first.slice(0, 21).reduce((sum: number, one: { events: number }) => sum + one.events, 0)).toBe(127);
    expect(first[1].since - first[0].since).toBe(7 * 86_400_000);
    expect(labelsIn(chartOf("changes"))).toEqual([
      "Patrols by the lake, as printed",
      "Patrols by the lake: patrols",
      "More patrols in winter: patrols by the lake",
      ...["freedonia-2021-10, as printed", "log"],
    ]);
    expect(JSON.stringify(chartOf("evidence"))).toContain("after each week; ");
  });

  it("tells changes of one name apart by what asks of them", () => {
    const [one] = run.verdicts.filter((verdict) => verdict.id === "winter-rise/log/patrols by the lake");
    const labelsOf = (counts: readonly [number, number]): string[] => {
      const [chart] = changesChart([one, { ...one, id: "other/log/patrols by the lake", counts }]);
      return labelsIn(chart.spec);
    };
    const name = "More patrols in winter: patrols by the lake";
    expect(labelsOf([53, 56])).toEqual([name]);
    expect(labelsOf([53, 55])).toEqual([`${name} (winter-rise)`, `${name} (other)`]);
  });
});

describe("the same report, data and seeds", () => {
  it.each([
    ["the weekly one", freedoniaCase],
    ["the one that is shipped", shippedCase],
  ])(
    "give the same bytes in every file, from one store or another: %s",
    async (name, open) => {
      const made = [];
      for (const place of ["one", "other"]) {
        const out = join(folder, `${name} ${place}`);
        await writeRun(await runCase(await open(join(folder, place)), () => {}), out);
        made.push(bytesOf(out));
      }
      const [one, other] = made;
      expect(Object.keys(one).length).toBeGreaterThan(20);
      expect(other).toEqual(one);
      const page = readFileSync(join(folder, `${name} one`, "index.html"), "utf8");
      expect(page).not.toContain(folder);
    },
    300_000,
  );
});
