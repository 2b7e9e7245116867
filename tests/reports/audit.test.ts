import { beforeAll, describe, expect, it } from "vitest";
import { audit, type Report, type Verdict } from "../../src/index.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";

const folder = temporary();
let verdicts: readonly Verdict[];
let report: Report;
beforeAll(async () => {
  report = await readReport("data/reports/ctp-2023-12-13/report.json");
  verdicts = audit(report, { level: 0.95 });
});
const of = (id: string): Verdict | undefined => verdicts.find((one) => one.id === id);
const rounded = (one: Verdict | undefined): readonly (string | undefined)[] =>
  [one?.estimate, ...(one?.interval ?? [])].map((value) => value?.toFixed(3).replace(/^0/, ""));

// Expected numbers are from the working notes on the first case (FINDINGS), which other programs made.
describe("the audit of the shipped report", () => {
  it("finds means of seven months that cannot be, and means of four that can", () => {
    expect(of("means/january-july")?.verdict).toBe("fails");
    expect(of("means/since-august")?.verdict).toBe("holds");
  });

  it("finds the drops, their intervals, and the dispersions at which they stop being clear", () => {
    const drops = ["forces-decrease-central", "forces-halve-mopti", "forces-initiate-half-mopti"];
    expect(drops.map((id) => rounded(of(id)))).toEqual([
      [".645", ".496", ".831"],
      [".535", ".373", ".754"],
      [".433", ".268", ".677"],
    ]);
    expect(drops.map((id) => /variance is ([\d.]+) times/.exec(of(id)?.reading ?? "")?.[1])).toEqual([
      "3.08",
      "3.44",
      "3.65",
    ]);
    expect(drops.map((id) => of(id)?.verdict)).toEqual(["holds", "uncertain", "uncertain"]);
  });

  it("finds that 16 attacks cannot be told from four to six a week", () => {
    expect(of("attacks-same-pace")).toMatchObject({ verdict: "uncertain", n: 16, scale: "rate" });
    expect(of("attacks-same-pace")?.reading).toContain("4.67 [2.67, 7.58] a week");
  });

  it("finds that shares of 16 cannot be told from 58%", () => {
    expect(rounded(of("attacks-more-in-mopti"))).toEqual([".688", ".413", ".890"]);
    expect(rounded(of("attacks-more-on-civilians"))).toEqual([".625", ".354", ".848"]);
    expect(of("attacks-more-in-mopti")?.verdict).toBe("uncertain");
    expect(of("attacks-more-on-civilians")?.verdict).toBe("uncertain");
  });

  it("names claims that nothing could count against, with the reason", () => {
    const unscoreable = verdicts.filter((one) => one.verdict === "not scoreable");
    expect(unscoreable.map((one) => one.id)).toEqual(
      report.claims.filter((claim) => claim.unscoreable !== undefined).map((claim) => claim.id),
    );
    expect(unscoreable).toHaveLength(5);
    for (const one of unscoreable) expect(one.couldFail).toMatch(/^no: /);
  });

  it("is silent on claims that need data, and names each verdict once", () => {
    expect(of("rebound-means-flooding")).toBeUndefined();
    expect(new Set(verdicts.map((one) => one.id)).size).toBe(verdicts.length);
  });

  it("says of every verdict where it stands, on what data, and whether it could have failed", () => {
    for (const one of verdicts) {
      expect(one.by).toBe("audit");
      expect(one.data).toEqual({ name: "ctp-2023-12-13, as printed" });
      expect(one.at?.paragraph).toBeGreaterThan(0);
      expect(one.couldFail).toMatch(/^(yes|no|only)/);
      expect(one.reading).not.toMatch(/undefined|NaN|null/);
    }
  });

  it("gives wider intervals at a higher level", () => {
    const wide = audit(report, { level: 0.99 }).find((one) => one.id === "forces-decrease-central");
    expect(wide?.interval?.[0]).toBeLessThan(of("forces-decrease-central")?.interval?.[0] ?? 0);
    expect(wide?.level).toBe(0.99);
  });
});

describe("the audit of a made-up report", () => {
  it("takes its words, windows and figures as it finds them", async () => {
    const found = audit(await readReport(madeUp(folder)), { level: 0.95 });
    expect(found.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["means/spring", "holds"],
      ["means/summer", "holds"],
      ["raids-double", "holds"],
      ["pace", "holds"],
      ["by-night", "holds"],
      ["king", "not scoreable"],
    ]);
  });
});
