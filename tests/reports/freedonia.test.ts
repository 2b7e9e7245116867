import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { audit, likelihoodRange, lintReport, readReport, type Verdict } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { freedoniaLog } from "./freedonia/log.js";
import { freedonia, freedoniaCase, freedoniaIn, monthsIn } from "./freedoniaCase.js";

const folder = temporary();
let opened: Case;
beforeAll(async () => {
  opened = await freedoniaCase(folder);
});

const word = ({ id, verdict }: Verdict): string => `${id}: ${verdict}`;
function find(verdicts: readonly Verdict[], id: string): Verdict {
  const found = verdicts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no verdict ${id}`);
  return found;
}

describe("a weekly report of another country, its events in a table of its own", () => {
  it("is read through its mapping, rows entered after the as-of day refused", async () => {
    const [{ manifest }] = opened.data;
    expect([manifest.read, manifest.kept, manifest.refused]).toEqual([1992, 1983, 9]);
    expect(manifest.covers).toEqual({ since: "2018-01-01", until: "2022-02-28" });
    const rejects = readFileSync(opened.data[0].rejects, "utf8").trim().split("\n").slice(1);
    expect(rejects).toHaveLength(9);
    for (const line of rejects) expect(line).toContain("is after the as-of day 2022-03-07");
    expect(readFileSync(join(freedonia, "events.csv"), "utf8")).toBe(freedoniaLog());
  });

  it("has no fault, and advice where it is vague on purpose", () => {
    const rows = lintReport(opened.report, { codebook: opened.codebook, rangeOf: likelihoodRange });
    expect(rows.filter((one) => one.level === "fault")).toEqual([]);
    expect(rows.filter((one) => one.says !== "has no hash of its sentence")).toEqual([
      { place: "figures.7 (figure riders)", level: "advice", says: "nothing uses this figure" },
      {
        ...{ place: "claims.8.likelihood.word (claim council)", level: "advice" },
        says: 'the word "may" has no range',
      },
      { place: "claims.9 (claim council-again)", level: "advice", says: "is a forecast without a likelihood" },
    ]);
  });

  it("is refused with every fault at once where three parts of it are damaged", async () => {
    const file = freedoniaIn(folder, {
      change: (report) => ({
        ...report,
        cutoff: "4 October",
        figures: [{ ...report.figures[0], window: "spring" }, ...report.figures.slice(1)],
        weighing: { ...report.weighing, on: "ledger" },
      }),
    });
    await expect(readReport(file)).rejects.toThrow(
      `report: cutoff: needs a day as YYYY-MM-DD; figures.0.window (figure patrols-before): names window spring, which is not there; weighing.on: names evidence ledger, which is not there (${file})`,
    );
  });
});

describe("its own numbers and sources", () => {
  let verdicts: readonly Verdict[];
  beforeAll(() => {
    verdicts = audit(opened.report, { level: 0.95 });
  });

  it("come each to a verdict, in weeks", () => {
    expect(verdicts.filter((one) => !one.id.startsWith("sources/")).map(word)).toEqual([
      "clock/dated: uncertain",
      "dates/all: fails",
      "language/words: uncertain",
      "language/rows: holds",
      "language/confidence: fails",
      "language/forecasts: uncertain",
      "language/certain: uncertain",
      "language/indicators: fails",
      "means/january-may: holds",
      "means/since-june: holds",
      "spread/patrols-before: holds",
      "spread/patrols-since: holds",
      "clock/note-2/1: fails",
      "clock/note-2/2: fails",
      "percents/since-june/raids-since: holds",
      "spread/night: holds",
      "dates/ferry-burnt/sources: fails",
      "patrols-halved: holds",
      "lake-leads: holds",
      "raid-pace: uncertain",
      "by-night: uncertain",
      "council: not scoreable",
    ]);
    expect(monthsIn(verdicts)).toEqual([]);
  });

  it("are tried as means, spreads and shares of whole counts", () => {
    expect(find(verdicts, "means/january-may").label).toBe("Means of 21 weeks: 6.0, 8.7");
    // GRIMMER: 21 whole counts of sum 126 or 127 with a standard deviation of 3.1; DEBIT: sqrt(0.4 × 0.6 × 50 / 49) = 0.4949.
    expect(find(verdicts, "spread/patrols-before")).toMatchObject({
      n: 21,
      says: "6.0 with a standard deviation of 3.1",
    });
    expect(find(verdicts, "spread/night").reading).toBe("20 of 50 has that standard deviation");
    const other = {
      ...opened.report,
      figures: opened.report.figures.map((one) => (one.sd ? { ...one, sd: "0.52" } : one)),
    };
    const odd = audit(other, { level: 0.95 });
    expect(find(odd, "spread/night").verdict).toBe("fails");
    const missing = {
      ...opened.report,
      figures: opened.report.figures.map((one) => ({
        ...one,
        printed: one.id === "patrols-since" ? "2.92" : one.printed,
      })),
    };
    // 2.92 × 18 = 52.56: 52 / 18 is 2.89 and 53 / 18 is 2.94.
    expect(find(audit(missing, { level: 0.95 }), "means/since-june").verdict).toBe("fails");
  });

  it("are held against the claims made of them", () => {
    const halved = find(verdicts, "patrols-halved");
    // 52 in 18 weeks after 126 in 21; Clopper and Pearson's interval of 52 of 178, as odds over 18 / 21.
    expect(halved.counts).toEqual([126, 52]);
    expect(halved.estimate).toBeCloseTo(52 / 18 / (126 / 21), 12);
    expect(halved.interval?.[0]).toBeCloseTo(0.34163540904969353, 10);
    expect(halved.interval?.[1]).toBeCloseTo(0.6701274865528293, 10);
    const leads = find(verdicts, "lake-leads");
    expect([leads.n, leads.counts, leads.scale]).toEqual([287, [183, 104], "odds ratio"]);
    expect(find(verdicts, "raid-pace").reading).toMatch(
      /^50 in 126 days is 2\.78 \[2\.06, 3\.66\] a week: neither within nor apart from 2 to 4; /,
    );
    expect(find(verdicts, "by-night").reading).toBe(
      "20 of 50 is 0.40 [0.26, 0.55]: it cannot be told from 36%, taken as exact",
    );
  });

  it("are dated by their numbers and addresses, and held against the close", () => {
    expect(find(verdicts, "clock/note-2/2").reading).toBe(
      "x.com/i/status/1444915392028348416 is of 2021-10-04 06:40:49 UTC, 40.8 minutes after the close",
    );
    expect(find(verdicts, "clock/note-2/1").reading).toBe("example.org/2021/10/05/raids is of 2021-10-05");
    expect(find(verdicts, "dates/ferry-burnt/sources").reading).toBe(
      "[3] example.org/2020/03/04/ferry is of 2020-03-04, before it happened; the same day of 2020 would fit",
    );
    expect(find(verdicts, "language/words").reading).toMatch(
      /^"very likely" once \(1 forecast\), 80 to 95% in ICD 203; "may" once/,
    );
  });
});
