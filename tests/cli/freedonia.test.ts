import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freedonia, freedoniaIn, monthsIn } from "../reports/freedoniaCase.js";
import { temporary } from "./madeUp.js";
import { hindcast } from "./spawned.js";

const folder = temporary();
const run = async (...args: readonly string[]) => await hindcast(folder, ...args);
const report = join(freedonia, "report.json");

describe("the commands on a weekly report with a mapped table", () => {
  it("lint it: no fault", async () => {
    const { code, out, err } = await run("lint-report", report);
    expect([code, err]).toEqual([0, ""]);
    expect(out.replaceAll(/\s+/g, " ")).toContain("report.json: 0 faults, 26 pieces of advice Advice");
  });

  it("run it, and write what they say", async () => {
    const { code, out } = await run("run", report);
    expect(code).toBe(0);
    expect(out).toContain("  log as of 2022-03-07, events.csv: 1,992 rows read, 1,983 kept, 9 refused");
    expect(out).toContain("10 claims: 8 scoreable, 1 not scoreable as written, 1 said again");
    const made = join(folder, "out", "freedonia-2021-10");
    expect(monthsIn(out)).toEqual([]);
    for (const name of ["summary.md", "index.html", "verdicts.json"])
      expect(monthsIn(readFileSync(join(made, name), "utf8")), name).toEqual([]);
    const { verdicts, weighed } = JSON.parse(readFileSync(join(made, "verdicts.json"), "utf8"));
    expect(weighed.every).toBe("week");
    expect(verdicts.filter((one: { by: string }) => one.by === "resolve")).toHaveLength(2);
  });

  it("plan, vary and resolve it in weeks", async () => {
    const planned = await run("plan", report);
    expect([planned.code, planned.err]).toEqual([0, ""]);
    expect(planned.out).toContain("The week of 2021-11-01 alone decides nothing");
    const varied = await run("vary", report);
    expect(varied.code).toBe(0);
    expect(varied.out).toContain("Of 64 readings that can be compared 2% hold, 0% fail and 98% are uncertain");
    const resolved = await run("resolve", report);
    expect(resolved.code).toBe(0);
    expect(resolved.out).toMatch(
      /\n {2}resolved {2}yes {4}23\.00 \[13\.18, 37\.29\] +23 {2}under 1% {2}raids in the March\n/,
    );
    expect(resolved.out).toContain("2 new answers added to 0 in out/freedonia-2021-10/resolutions.json");
    expect(monthsIn([planned.out, varied.out, resolved.out])).toEqual([]);
  });

  it("watch it from day to day, and say what is new", async () => {
    const early = await run("watch", report, "--as-of", "2021-11-10");
    expect(early.code).toBe(0);
    expect(early.out).toContain("NOTHING YET");
    const late = await run("watch", report, "--as-of", "2021-12-01");
    expect(late.code).toBe(0);
    expect(late.out.replace(/\s+/g, " ")).toContain("18 events by the end of 2021-11-22 against 53 in 18 weeks");
    expect(monthsIn([early.out, late.out])).toEqual([]);
  });

  it("refuse it with every fault in one message where three parts of it are damaged", async () => {
    const file = freedoniaIn(folder, {
      change: ({ claims, questions, covariates, ...rest }) => ({
        ...rest,
        claims: claims.map((one) => (one.id === "council" ? { ...one, kind: "guess" } : one)),
        questions: questions.map((one) => ({ ...one, window: "spring" })),
        covariates: { harvest: { ...covariates["harvest"], profile: [1, 2, 3] } },
      }),
    });
    const { code, out, err } = await run("run", file);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^hindcast: report: claims\.8\.kind \(claim council\): /);
    expect(err).toContain("; questions.0.window (question twenty-raids): names window spring, which is not there; ");
    expect(err).toContain("; questions.1.window (question winter-rise): names window spring, which is not there; ");
    expect(err).toContain("; covariates.harvest.profile");
  });
});
