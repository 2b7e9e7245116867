import { beforeAll, describe, expect, it } from "vitest";
import { type Run, runCase } from "../../src/cli/runCase.js";
import { sectionsOf } from "../../src/cli/sections.js";
import { draw, type Report } from "../../src/index.js";
import { madeUpCase } from "../reports/cases.js";
import { temporary } from "./madeUp.js";

const change = (report: Report): Report => ({
  ...report,
  plans: [{ id: "last", claim: "lasts", low: "raids-spring", high: "raids-summer", window: "autumn", phis: [1, 2] }],
  readings: [
    {
      ...{ id: "doubled", claim: "raids-double", asks: "did raids rise?", direction: "rise" },
      sources: [{ on: "wire", label: "all raids", where: {} }],
      ...{ zones: ["coast", "hills"], measures: ["events"], before: ["spring"], after: ["summer", "autumn"] },
      ...{ thresholds: [1, 1.5], dispersions: ["Poisson", "quasi-Poisson"] },
    },
  ],
  referenceClasses: [
    {
      ...{ id: "rise", claim: "lasts", asks: "how often did raids rise?", on: "wire", where: {} },
      ...{ zones: ["coast", "hills"], periods: { before: 3, drop: 2, after: 2 }, reboundAbove: 1, least: 3 },
    },
  ],
  citations: [
    {
      ...{ note: 1, at: [{ paragraph: 1 }], supports: ["raids-double"] },
      items: [
        { type: "page", publisher: "Times", title: "Raids", date: "2020-07-30" },
        { type: "unpublished", publisher: "letters" },
      ],
    },
  ],
});
let run: Run;
beforeAll(async () => {
  run = await runCase(await madeUpCase(temporary(), { change }), () => {});
});
const wordsOf = (name: string): readonly string[] => {
  const found = run.charts.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no chart ${name}`);
  const { text, subtitle } = found.spec["title"] as { text: string; subtitle: readonly string[] };
  return [text, ...subtitle];
};

describe("what is drawn of indicators and sources", () => {
  it("is each set of readings, plan, separation, class of episodes, watched question, and the citations' clock", async () => {
    expect(run.charts.map((one) => one.name).slice(3)).toEqual([
      ...["readings-doubled", "plan-last", "apart-1", "apart-2", "episodes-rise", "watched-1", "watched-2", "clock"],
    ]);
    for (const { spec } of run.charts.slice(3)) expect((await draw(spec)).svg).not.toMatch(/NaN|undefined/);
  });

  it("says the finding over each, whole, with n and data", () => {
    expect(wordsOf("readings-doubled")[0]).toMatch(/^Of 16 readings \d+% hold, \d+% fail and \d+% are uncertain; the /);
    expect(wordsOf("plan-last")[0]).toBe("August 2020 alone decides nothing");
    expect(wordsOf("apart-1")[0]).toMatch(/^Two at a time, the explanations could have been told apart in \d+%$/);
    expect(wordsOf("apart-2")[1]).toBe("2 periods of The coast; The hills, before any of them was seen; 50% is chance");
    expect(wordsOf("episodes-rise")[0]).toBe("After any stretch, the rate rose in 3 of 4 episodes apart");
    expect(wordsOf("watched-2")[2]).toMatch(
      /^ledger as of 2020-11-01 \(\w{8}\), a proxy: raids in the court ledger alone$/,
    );
    expect(wordsOf("clock")[0]).toBe("1 of 2 cited items can be dated; 0 are later than the close");
  });

  it("calls zones by their labels", () => {
    expect(JSON.stringify(run.charts.find((one) => one.name === "episodes-rise")?.spec)).toContain('"The coast"');
  });
});

describe("the sections of a run", () => {
  it("set each chart once beside what is said of it, and fold what weighs little", () => {
    const sections = sectionsOf(run);
    expect(sections.map((one) => [one.title, one.charts])).toEqual([
      ["What happened, zone by zone", ["zones"]],
      ["Every change that was judged", ["changes"]],
      ["Which explanation forecast it", ["evidence"]],
      ["What the indicator could tell before data came", ["plan-last", "apart-1", "apart-2"]],
      ["Over every defensible reading", ["readings-doubled"]],
      ["In comparable episodes", ["episodes-rise"]],
      ["Its questions as new periods arrive", ["watched-1", "watched-2"]],
      ["When its sources are from", ["clock"]],
      ["What its numbers, words and sources show by themselves", []],
      ["Beside the data", []],
    ]);
    const weights = sections[8].verdicts.map((one) => one.matters?.weight);
    expect(weights).toEqual([...weights].sort());
    expect(weights).not.toContain("low");
    expect(sections[8].folded.at(-1)?.title).toMatch(/^\d+ findings of low weight$/);
    expect(sections[3].says).toEqual(run.plans[0].readings);
  });
});
