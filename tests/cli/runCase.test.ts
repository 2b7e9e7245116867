import { beforeAll, describe, expect, it } from "vitest";
import { type Run, runCase } from "../../src/cli/runCase.js";
import type { Report } from "../../src/index.js";
import { madeUpCase } from "../reports/cases.js";
import { temporary, usual } from "./madeUp.js";

const folder = temporary();
let run: Run;
const steps: string[] = [];
beforeAll(async () => {
  run = await runCase(await madeUpCase(folder), (step) => steps.push(step));
});

function titleOf(of: Run, name: string): string {
  const chart = of.charts.find((one) => one.name === name);
  if (chart === undefined) throw new Error(`no chart ${name}`);
  const { text, subtitle } = chart.spec["title"] as { text: string; subtitle: string[] };
  expect(chart.alt).toBe(text);
  return [text, ...subtitle].join("\n");
}

describe("running a made-up case, with no code of its own", () => {
  it("audits, reproduces and weighs, in that order", () => {
    const ofSources = run.verdicts.filter(({ id }) => /^(clock|dates|sources|language)\//.test(id));
    expect(new Set(ofSources.map((one) => one.by))).toEqual(new Set(["audit"]));
    const others = run.verdicts.filter((one) => !ofSources.includes(one));
    expect(others.map(({ by, id, verdict }) => `${by} ${id}: ${verdict}`)).toEqual([
      "audit means/spring: holds",
      "audit means/summer: holds",
      "audit percents/fortnight/raids-fortnight: holds",
      "audit raids-double: holds",
      "audit pace: holds",
      "audit by-night: holds",
      "audit king: not scoreable",
      "reproduce raids-spring/wire/all raids: agrees",
      "reproduce raids-spring/ledger/raids by the Hill Front: cannot be compared",
      "reproduce raids-summer/wire/all raids: agrees",
      "reproduce raids-summer/ledger/raids by the Hill Front: cannot be compared",
      "reproduce raids-fortnight/wire/all raids: cannot be compared",
      "reproduce raids-double/wire/all raids: agrees",
      "reproduce raids-double/wire/all raids/level: agrees",
      "reproduce raids-double/ledger/raids by the Hill Front: agrees",
      "reproduce raids-double/ledger/raids by the Hill Front/level: agrees",
      "reproduce lasts/wire/coast: uncertain",
      "reproduce lasts/ledger/raids by the Hill Front: uncertain",
      "weigh weigh/tide: uncertain",
      "weigh weigh/surge: uncertain",
    ]);
    expect(steps).toEqual([
      ...["auditing the report's own numbers and sources", "counting its figures in the data"],
      ...["answering its questions", "weighing its explanations", "planning its indicators"],
      ...["reading its claims in every defensible way", "looking for comparable episodes", "drawing"],
    ]);
  });

  it("says the finding over each chart, with n, snapshot, and proxies where there are any", () => {
    const hash = run.snapshots["wire"].hash.slice(0, 8);
    expect(titleOf(run, "zones")).toMatch(
      /^Later over earlier rate: down in The coast; not clear in The hills\n.*: 0\.49 \[0\.\d\d, 0\.\d\d\], 1\.10 \[0\.\d\d, \d\.\d\d\] times the rate/,
    );
    expect(titleOf(run, "zones")).toContain("August and September 2020 over May to July 2020");
    expect(titleOf(run, "zones")).toContain(`wire as of 2020-11-01 (${hash})`);
    expect(titleOf(run, "zones")).not.toContain("proxy");
    expect(titleOf(run, "changes")).toMatch(/^3 of 5 changes are clear of no change\n/);
    expect(titleOf(run, "changes")).toMatch(/A proxy for what the report counted: ledger$/);
    expect(titleOf(run, "evidence")).toMatch(
      /^The data cannot tell: tide leads with \d+%, \d+% to \d+% over what was tried\n/,
    );
    expect(titleOf(run, "evidence")).toContain(`n = 36 events in 2 zones; wire as of 2020-11-01 (${hash})`);
  });

  it("has a row for every claim, judged by data and print where both can", () => {
    expect(run.rows.map(({ claim, status, data, print }) => [claim, status, data?.verdict, print?.verdict])).toEqual([
      ["raids-double", "tested", "agrees", "holds"],
      ["pace", "print alone", undefined, "holds"],
      ["by-night", "print alone", undefined, "holds"],
      ["lasts", "tested", "uncertain", undefined],
      ["king", "not scoreable", undefined, undefined],
    ]);
  });

  it("says nothing of the case that is shipped", () => {
    const all = JSON.stringify([run.verdicts, run.weighed, run.charts]);
    expect(all).not.toMatch(/mali|mopti|jnim|ucdp|acled|flood|dip\b|delta|ctp/i);
  });

  it("is the same twice", async () => {
    const again = await runCase(await madeUpCase(folder), () => {});
    expect(JSON.stringify([again.verdicts, again.weighed, again.charts])).toBe(
      JSON.stringify([run.verdicts, run.weighed, run.charts]),
    );
  });
});

describe("running other made-up cases", () => {
  const other = async (change: (report: Report) => Report, counts = usual): Promise<Run> =>
    await runCase(await madeUpCase(folder, { change, counts }), () => {});

  it("draws no changes for a report that claims none", async () => {
    const found = await other((report) => ({ ...report, figures: [], claims: [] }));
    expect(found.charts.map((one) => one.name)).toEqual(["zones", "evidence"]);
    expect(found.verdicts.filter((one) => one.by !== "audit").map((one) => one.by)).toEqual(["weigh", "weigh"]);
    expect(found.rows).toEqual([]);
  });

  it("takes windows of one month, and months all alike", async () => {
    const found = await other((report) => ({
      ...report,
      figures: report.figures.map((one) => ({
        ...one,
        window: { spring: "may", summer: "june" }[one.window] ?? one.window,
      })),
    }));
    const change = found.verdicts.find((one) => one.id === "raids-double/wire/all raids");
    expect(change?.counts).toEqual([24, 27]);
    expect(change?.reading).toContain("if Poisson, no spread seen");
    expect(JSON.stringify(found.verdicts)).not.toMatch(/NaN|Infinity/);
  });

  it("says that a zone rose from none, rather than by a number that is none", async () => {
    const quiet = { ...usual, coast: { ...usual["coast"], "2020-05": 0, "2020-06": 0, "2020-07": 0 } };
    const found = await other((same) => same, quiet);
    expect(titleOf(found, "zones")).toMatch(
      /up in The coast; not clear in The hills\n.*: at least \d+\.\d\d, 1\.10 \[/,
    );
    expect(JSON.stringify(found.charts)).not.toMatch(/NaN|Infinity/);
  });
});
