import { beforeAll, describe, expect, it } from "vitest";
import { audit, InputError, type Report, type Verdict } from "../../src/index.js";
import { readReport } from "../../src/sources/readReport.js";
import { madeUp, temporary } from "../cli/madeUp.js";
import { central, claim } from "./central.js";

const folder = temporary();
let other: Report;
beforeAll(async () => {
  other = await readReport(madeUp(folder));
});
const verdicts = audit(central, { level: 0.95 });
const of = (id: string): Verdict | undefined => verdicts.find((one) => one.id === id);
const rounded = (one: Verdict | undefined): readonly (string | undefined)[] =>
  [one?.estimate, ...(one?.interval ?? [])].map((value) => value?.toFixed(3).replace(/^0/, ""));

// Expected numbers are from the working notes on the first case (FINDINGS), which other programs made.
describe("the audit of the numbers of the first case", () => {
  it("finds means of seven months that cannot be, and means of four that can", () => {
    expect(of("means/early")?.verdict).toBe("fails");
    expect(of("means/late")?.verdict).toBe("holds");
    expect(of("means/early+late")?.verdict).toBe("uncertain");
  });

  it("finds the drops, their intervals, and the dispersions at which they stop being clear", () => {
    const drops = ["whole", "part", "own"];
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
    expect(drops.map((id) => of(id)?.matters?.weight)).toEqual(["medium", "high", "high"]);
  });

  it("finds that Mopti's lead could be chance", () => {
    expect(of("leads")?.verdict).toBe("uncertain");
    expect(of("leads")?.reading).toContain("the rest went to 0.833 [0.557, 1.228] times its rate");
    expect(of("leads")?.reading).toMatch(/p = 0\.091$/);
  });

  it("finds that 16 attacks cannot be told from four to six a week", () => {
    expect(of("pace")).toMatchObject({ verdict: "uncertain", n: 16, scale: "rate" });
    expect(of("pace")?.reading).toContain("4.67 [2.67, 7.58] a week");
  });

  it("finds that shares of 16 cannot be told from 58%, nor from a half", () => {
    expect(rounded(of("share"))).toEqual([".688", ".413", ".890"]);
    expect(rounded(of("civil"))).toEqual([".625", ".354", ".848"]);
    expect(["share", "civil", "most"].map((id) => of(id)?.verdict)).toEqual(["uncertain", "uncertain", "uncertain"]);
  });

  it("names each verdict once: of the whole, then of figures, then of claims, in the order of the report", () => {
    expect(verdicts.map((one) => one.id)).toEqual([
      "sources/no-note",
      "means/early",
      "means/late",
      "means/early+late",
      "percents/attacks/attacks",
      "percents/july/pace-july",
      "percents/autumn",
      ...["whole", "part", "own", "leads", "pace", "share", "civil", "most"],
    ]);
  });

  it("says of every verdict where it stands, whether it could have failed, how it was computed and how it matters", () => {
    for (const one of verdicts) {
      expect(one.by).toBe("audit");
      expect(one.data).toEqual({ name: "r, as printed" });
      // What is said of all notes or of every claim stands in no one place.
      if (one.id === "sources/no-note") expect(one).not.toHaveProperty("at");
      else expect(one.at?.paragraph).toBeGreaterThan(0);
      expect(one.couldFail).toMatch(/^(yes|no|only)/);
      expect(one.reading).not.toMatch(/undefined|NaN|null|Infinity/);
      expect(one.how?.length).toBeGreaterThan(30);
      expect(["high", "medium", "low"]).toContain(one.matters?.weight);
      expect(one.claim).toBe(central.claims.some((each) => each.id === one.id) ? one.id : undefined);
    }
  });

  it("gives wider intervals at a higher level", () => {
    const wide = audit(central, { level: 0.99 }).find((one) => one.id === "whole");
    expect(wide?.interval?.[0]).toBeLessThan(of("whole")?.interval?.[0] ?? 0);
    expect(wide?.level).toBe(0.99);
  });

  it("takes well under a second", () => {
    // Of the processor's time, so that other programs do not count.
    const begun = process.cpuUsage();
    audit(central, { level: 0.95 });
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});

describe("the audit of claims", () => {
  const only = (one: Report["claims"][number], figures = central.figures): Verdict[] =>
    audit({ ...central, figures, claims: [one] }, { level: 0.95 }).filter((verdict) => verdict.id === one.id);

  it("names claims that nothing could count against, with the reason", () => {
    const lacking = { lacks: ["deadline"], reading: "no day", wouldTake: "a day" } as const;
    const { check, ...king } = claim("king", { type: "ratio", before: "a", after: "b", word: "fell" });
    const [found] = only({ ...king, unscoreable: lacking });
    expect(found).toMatchObject({ id: "king", claim: "king", verdict: "not scoreable", reading: "no day", n: 0 });
    expect(found.couldFail).toBe("no: as written, nothing that may happen decides it");
    const [fact] = only({ ...king, unscoreable: { ...lacking, lacks: ["data"] } });
    expect(fact.couldFail).toBe("no: the data here do not hold what would decide it");
    expect(only(king)).toEqual([]);
  });

  it("says that a ratio of words cannot be worked out", () => {
    const figures = central.figures.map((one) => (one.id === "part-after" ? { ...one, printed: "several" } : one));
    const [found] = only(
      claim("c", { type: "ratio", before: "part-before", after: "part-after", word: "fell" }),
      figures,
    );
    expect(found.verdict).toBe("not scoreable");
    expect(found.reading).toBe('"several" is not one number, so that nothing can be worked out from it');
  });

  it("says that there is no ratio of nothing to nothing", () => {
    const figures = central.figures.map((one) => (one.id.startsWith("part") ? { ...one, printed: "0" } : one));
    const [found] = only(
      claim("c", { type: "ratio", before: "part-before", after: "part-after", word: "fell" }),
      figures,
    );
    expect(found).toMatchObject({ verdict: "not scoreable", n: 0, reading: "no event before and none after" });
  });

  it("throws on a word without a range, and names the claim", () => {
    const wrong = claim("c", { type: "ratio", before: "part-before", after: "part-after", word: "plummeted" });
    expect(() => only(wrong)).toThrow(InputError);
    expect(() => only(wrong)).toThrow(/^audit: claim c: "plummeted" has no range \(there are more than halved, /);
  });
});

describe("the audit of a made-up report", () => {
  it("takes its words, windows and figures as it finds them", () => {
    expect(audit(other, { level: 0.95 }).map(({ id, verdict }) => [id, verdict])).toEqual([
      ["clock/dated", "uncertain"],
      ["sources/again", "holds"],
      ["sources/unpublished-source", "fails"],
      ["sources/no-note", "fails"],
      ["language/confidence", "fails"],
      ["language/forecasts", "fails"],
      ["language/certain", "fails"],
      ["language/indicators", "fails"],
      ["means/spring", "holds"],
      ["means/summer", "holds"],
      ["sources/figure-raids-spring", "fails"],
      ["sources/figure-raids-summer", "fails"],
      ["sources/claim-raids-double", "fails"],
      ["percents/fortnight/raids-fortnight", "holds"],
      ["raids-double", "holds"],
      ["pace", "holds"],
      ["by-night", "holds"],
      ["king", "not scoreable"],
    ]);
  });
});
