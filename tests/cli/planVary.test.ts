import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/index.js";
import { madeUp, temporary } from "./madeUp.js";
import { bytesOf, type Ended, hindcast } from "./spawned.js";

const folder = temporary();
const listing = (report: Report): Report => ({
  ...report,
  plans: [
    {
      id: "lasts",
      claim: "lasts",
      low: "raids-spring",
      high: "raids-summer",
      window: "autumn",
      phis: [1, 3],
      reported: [0.8, 1],
    },
  ],
  readings: [
    {
      ...{
        id: "double",
        claim: "raids-double",
        asks: "Did raids rise?",
        direction: "rise",
        zones: ["coast", "inland"],
      },
      sources: [{ on: "wire", label: "all raids", where: {}, proxy: "raids that were printed" }],
      ...{ measures: ["events", "deaths"], before: ["spring"], after: ["summer", "june"], thresholds: [1, 1.5] },
      dispersions: ["Poisson", "permutation"],
    },
  ],
});
const file = madeUp(join(folder, "full"), { change: listing });
const bare = madeUp(join(folder, "bare"));

describe("hindcast plan", () => {
  it("prints thresholds and errors by dispersion and month, then what they come to", async () => {
    const { code, out, err } = await hindcast(folder, "plan", file, "--out", "drawn");
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines[0]).toBe("more raids in autumn would mean that the surge lasts (lasts)");
    expect(lines).toContain("Low: 12.5 a month, Raids on the coast, spring (n = 50.0)");
    // By R: ppois(18, 12.5, lower = FALSE), ppois(18, 25.3), and the same at 80% of both, best at 15, and at 19.
    expect(out).toMatch(
      /^ {2}1 {4}1 {6}2020-09-01 {8}19 {2}5\.2% \/ 8\.3% .* 80% {8}8\.3% \/ 9\.6% {2,}0\.7% \/ 36\.1%$/m,
    );
    expect(out).toMatch(/^- August 2020 alone decides nothing: for Poisson counts, at 19 or more/m);
    expect(out).toMatch(/never inside the window/);
    expect(Object.keys(bytesOf(join(folder, "drawn")))).toEqual(
      ["png", "svg", "vl.json"].map((end) => `ruritania-2020/charts/plan-lasts.${end}`),
    );
  });

  it("prints JSON, the same twice", async () => {
    const [one, other] = [
      await hindcast(folder, "plan", file, "--json"),
      await hindcast(folder, "plan", file, "--json"),
    ];
    expect(one.out).toBe(other.out);
    expect(JSON.parse(one.out)).toMatchObject({
      report: "ruritania-2020",
      plans: [{ id: "lasts", level: 0.95, prior: 0.5 }],
    });
  });

  it("refuses a report that plans nothing, and a level that is no number", async () => {
    const none = await hindcast(folder, "plan", bare);
    expect([none.code, none.err]).toEqual([
      2,
      "hindcast: plan: ruritania-2020 plans no indicator (its plans are empty)\n",
    ]);
    const odd = await hindcast(folder, "plan", file, "--level", "high");
    expect([odd.code, odd.err]).toEqual([2, 'hindcast: plan: --level: needs a number, got "high"\n']);
  });
});

describe("hindcast vary", () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await hindcast(folder, "vary", file, "--out", "varied");
  });

  it("prints shares of verdicts, what flips them, and each choice", () => {
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toMatch(/^Did raids rise\? \(double\)$/m);
    expect(ended.out).toMatch(/^- Of 16 readings that can be compared \d+% hold, /m);
    expect(ended.out).toMatch(/^- 16 cannot be compared: wire says nothing of deaths \(16\)\.$/m);
    expect(ended.out).toMatch(/^zone: changes the verdict of \d of 8 pairs alike in all else/m);
    expect(ended.out).toMatch(/^ {2}The coast +8 /m);
    expect(ended.out).toMatch(/^A proxy: wire: raids that were printed$/m);
    expect(ended.out).toMatch(/^Source: wire as of 2020-11-01 \([0-9a-f]{8}\)$/m);
  });

  it("draws the readings", () => {
    const spec = join(folder, "varied", "ruritania-2020", "charts", "vary-double.vl.json");
    expect(existsSync(spec.replace("vl.json", "png"))).toBe(true);
    expect(JSON.parse(readFileSync(spec, "utf8")).title.text).toMatch(/^Of 16 readings /);
  });

  it("prints every reading as JSON, the same twice", async () => {
    const [one, other] = [
      await hindcast(folder, "vary", file, "--json"),
      await hindcast(folder, "vary", file, "--json"),
    ];
    expect(one.out).toBe(other.out);
    expect(JSON.parse(one.out).readings[0].readings).toHaveLength(32);
  });

  it("refuses a report that lists no readings", async () => {
    const { code, err } = await hindcast(folder, "vary", bare);
    expect([code, err]).toEqual([
      2,
      "hindcast: vary: ruritania-2020 lists no readings of a claim (its readings are empty)\n",
    ]);
  });
});
