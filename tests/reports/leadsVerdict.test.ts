import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { type Figure, type Measured, type Report, ratioOfRatios, type Verdict } from "../../src/index.js";
import { figureOf } from "../../src/reports/figures.js";
import { leadsVerdict } from "../../src/reports/leadsVerdict.js";
import { type Counts, temporary, usual } from "../cli/madeUp.js";
import { expectDigits } from "../close.js";
import { madeUpCase, shippedCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});

const way = (zone: string | readonly string[]): Measured => ({ on: "wire", label: "raids", where: { zone } });
const part = { before: "part-before", after: "part-after" };
const whole = { before: "whole-before", after: "whole-after" };

async function judged(
  some: Partial<Record<string, Partial<Figure>>> = {},
  { report, snapshots }: Case = made,
): Promise<Verdict> {
  const figure = (id: string, window: string, zone: string | readonly string[]): Figure => ({
    ...report.figures[0],
    ...{ id, window, measured: [way(zone)] },
    ...some[id],
  });
  const figures = [
    figure("part-before", "spring", "coast"),
    figure("part-after", "summer", "coast"),
    figure("whole-before", "spring", ["coast", "hills"]),
    figure("whole-after", "summer", ["coast", "hills"]),
  ];
  const changed: Report = { ...report, figures };
  return await leadsVerdict(
    changed,
    report.claims[0],
    { type: "leads", part, whole },
    way("coast"),
    snapshots["wire"],
    0.95,
  );
}

describe("a part that is claimed to lead its whole", () => {
  it("is uncertain where its change cannot be told from the rest's", async () => {
    const found = await judged();
    // The coast went from 50 to 76, the hills from 20 to 15
    expect(found).toMatchObject({ verdict: "uncertain", n: 161, counts: [50, 76], scale: "ratio of ratios" });
    expectDigits(found.estimate ?? 0, (76 * 20) / (50 * 15), 14);
    expect(found.interval).toEqual(ratioOfRatios([50, 76], [20, 15], { offset: 1, level: 0.95 }).interval);
    expect(found.reading).toMatch(
      /^raids: 76 after 50 in the part, 15 after 20 in the rest: the part's change is 2\.03 \[.*\] times the rest's, while the whole rose$/,
    );
  });

  it("holds where it moved more in the direction of the whole, and fails where the rest did", async () => {
    const flat: Counts = {
      ...usual,
      hills: { ...usual["hills"], "2020-05": 60, "2020-06": 55, "2020-07": 58 },
    };
    expect((await judged({}, await madeUpCase(folder, { counts: flat }))).verdict).toBe("fails");
    const fallen: Counts = {
      coast: { ...usual["coast"], "2020-05": 2, "2020-06": 1, "2020-07": 3 },
      hills: usual["hills"] ?? {},
    };
    const found = await judged({}, await madeUpCase(folder, { counts: fallen }));
    expect(found.verdict).toBe("holds");
    expect(found.reading).toMatch(/while the whole fell$/);
  });

  it("cannot be compared where the part is not in the whole, or not measured alike", async () => {
    const outside = await judged({ "whole-before": { measured: [way("hills")] } });
    expect(outside.reading).toBe("raids: the part is not in the whole");
    expect((await judged({ "whole-after": { measured: [] } })).reading).toBe(
      "raids: whole-after was not measured alike",
    );
    expect((await judged({ "part-after": { window: "later" } })).verdict).toBe("cannot be compared");
  });

  it("cannot say of the shipped report that Mopti leads, on lethal events", async () => {
    const { report, snapshots } = await shippedCase(folder);
    const id = (where: string) => ({ before: `engagements-${where}-before`, after: `engagements-${where}-after` });
    const [measured] = figureOf(report, "engagements-mopti-before").measured;
    const leads = report.claims.filter((one) => one.id === "mopti-leads");
    expect(leads.map((one) => one.check)).toEqual([{ type: "leads", part: id("mopti"), whole: id("central") }]);
    const found = await leadsVerdict(
      report,
      leads[0],
      { type: "leads", part: id("mopti"), whole: id("central") },
      measured,
      snapshots[measured.on],
      0.95,
    );
    expect(found).toMatchObject({ verdict: "uncertain", n: 72, counts: [36, 11] });
  });
});
