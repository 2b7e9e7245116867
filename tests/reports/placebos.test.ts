import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/distributions/normal.js";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import type { Report } from "../../src/index.js";
import { random } from "../../src/math/random.js";
import type { Block, Forecasts } from "../../src/reports/blocks.js";
import { driftOf, placeboYears } from "../../src/reports/placebos.js";
import { type Counts, temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();
const grid = { phis: [1, 1.4, 2, 2.8, 4, 5.6, 8, 11], rates: 25, least: 1e-4 };

/** Counts that tell their own month: 100 times the year's last two digits, and the month. */
function countsSince(first: string): Counts {
  const months = Array.from({ length: 12 * 10 }, (_, i) => [2011 + Math.floor(i / 12), (i % 12) + 1])
    .map(([year, month]) => [`${year}-${String(month).padStart(2, "0")}`, 100 * (year - 2000) + month] as const)
    .filter(([month]) => month >= first && month < "2020-11");
  return { coast: Object.fromEntries(months), hills: Object.fromEntries(months) };
}

async function placebos(first: string, change?: (report: Report) => Report): Promise<readonly Forecasts[]> {
  const { report, snapshots } = await madeUpCase(folder, { counts: countsSince(first), ...(change && { change }) });
  return await placeboYears(report, snapshots["wire"]);
}

describe("the forecasts of earlier years", () => {
  it("are the same ones of the same months, one to five years back, the latest first", async () => {
    const found = await placebos("2011-01");
    expect(found.map((forecasts) => forecasts[1].blocks[0].periods)).toEqual(
      [2019, 2018, 2017, 2016, 2015].map((year) => [`${year}-08-01`, `${year}-09-01`]),
    );
    expect(found[3].map(({ id }) => id)).toEqual(["tide", "surge"]);
    const [tide, surge] = found[3];
    expect(tide.blocks.map((block) => [block.zone, block.like])).toEqual([
      ["coast", "spring"],
      ["hills", "spring"],
    ]);
    expect(tide.blocks[0].past).toMatchObject({ values: [1601, 1602, 1603, 1604], exposure: [31, 29, 31, 30] });
    expect(surge.blocks[0].past).toMatchObject({ values: [1605, 1606, 1607], exposure: [31, 30, 31] });
    expect(surge.blocks[1].target).toEqual({ values: [1608, 1609], exposure: [31, 30] });
  });

  it("stop at the first year whose pasts the data do not cover whole", async () => {
    expect(await placebos("2017-01")).toHaveLength(3);
    expect(await placebos("2017-02")).toHaveLength(2);
    expect(await placebos("2020-01")).toEqual([]);
  });

  it("need only the pasts that explanations name, not every window of the report", async () => {
    const windows = (report: Report): Report => ({
      ...report,
      windows: { ...report.windows, early: { since: "2010-01-01", until: "2010-02-01", label: "long ago" } },
    });
    expect(await placebos("2017-01", windows)).toHaveLength(3);
  });
});

const normals = random(3);
const counts = random(4);

/** Five years of thirty zones: a past of four months, then two months whose log rate moved by a normal step of this size. */
function years(drift: number, rate: number): readonly Forecasts[] {
  const draw = (days: readonly number[], times: number): Block["past"] => ({
    values: days.map((day) => sampleNb1((rate * times * day) / 30, 1, counts())),
    exposure: days,
  });
  return Array.from({ length: 5 }, (_, year) => {
    const blocks = Array.from({ length: 30 }, (_, zone): Block => {
      const step = Math.exp(drift * normalQuantile(normals()));
      const periods = [`${2015 + year}-08-01`, `${2015 + year}-09-01`];
      return {
        zone: `z${zone}`,
        like: "spring",
        past: draw([31, 28, 31, 30], 1),
        target: draw([31, 30], step),
        periods,
      };
    });
    return [{ id: "same", blocks }];
  });
}

describe("how far rates move", () => {
  it("is 0 where there is no earlier year, or no block in it", () => {
    expect(driftOf([], grid)).toBe(0);
    expect(driftOf([[{ id: "same", blocks: [] }]], grid)).toBe(0);
  });

  // In few events a jump cannot be told from lumpy months.
  it.each([40, 100])("is about the size of the jumps that the data were made with, at %d events a month", (rate) => {
    const found = driftOf(years(0.45, rate), grid);
    expect(found).toBeGreaterThanOrEqual(0.3);
    expect(found).toBeLessThanOrEqual(0.6);
  });

  it.each([5, 20, 100])("is next to nothing in Poisson counts of one rate, at %d events a month", (rate) => {
    expect(driftOf(years(0, rate), grid)).toBeLessThanOrEqual(0.1);
  });

  it("does not count a block again that a second explanation shares", () => {
    const [still, moved] = [years(0, 40), years(0.8, 40)].map((made) => made.flatMap(([{ blocks }]) => blocks));
    const [few, rest] = [moved.slice(0, 10), [...still, ...moved.slice(0, 10)]];
    const explanations = ["a", "b", "c", "d", "e"];
    const once = driftOf([[{ id: "all", blocks: rest }]], grid);
    const shared = explanations.map((id) => ({ id, blocks: few }));
    expect(driftOf([[{ id: "all", blocks: rest }, ...shared]], grid)).toBe(once);
    const others = explanations.map((id) => ({ id, blocks: few.map((block) => ({ ...block, zone: id })) }));
    expect(driftOf([[{ id: "all", blocks: rest }, ...others]], grid)).toBeGreaterThan(once);
  });
});
