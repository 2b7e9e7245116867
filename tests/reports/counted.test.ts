import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { count, type Measured, select } from "../../src/index.js";
import { cannotCompare, counted, dataOf } from "../../src/reports/counted.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase, weeklyCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});
const spring = { since: "2020-01-01", until: "2020-05-01" };
const coast: Measured = { on: "wire", label: "all raids", where: { zone: "coast" } };

async function whyNot(
  measured: Measured,
  since: string,
  until: string,
  every: "week" | "month" = "month",
): Promise<string> {
  const found = await counted(made.snapshots["wire"], measured, { since, until }, { every });
  return "why" in found ? found.why : `counted ${found.series.values}`;
}

describe("counting a figure", () => {
  it("gives monthly counts with exposure in months", async () => {
    const found = await counted(made.snapshots["wire"], coast, spring, { every: "month" });
    expect(found).toMatchObject({
      series: { values: [10, 14, 12, 14], exposure: [1, 1, 1, 1], start: "2020-01-01" },
      span: spring,
    });
  });

  it("adds up the zones of a region", async () => {
    const inland = { ...coast, where: { zone: "inland" } };
    expect(await whyNot(inland, "2020-01-01", "2020-03-01")).toBe("counted 6,8");
  });

  it("says why not where the report knows that the data cannot say", async () => {
    expect(await whyNot({ ...coast, cannot: "the wire does not say who struck" }, "2020-01-01", "2020-05-01")).toBe(
      "the wire does not say who struck",
    );
  });

  it("says why not where the data lack the field, the months or the zone", async () => {
    expect(await whyNot({ ...coast, where: { zone: "coast", side1: "@rebels" } }, "2020-01-01", "2020-05-01")).toMatch(
      /^wire says nothing of side1/,
    );
    expect(await whyNot(coast, "2021-01-01", "2021-03-01")).toMatch(/^wire covers 2019-01-01 to 2020-11-01, got /);
    expect(await whyNot(coast, "2020-07-01", "2020-07-15")).toMatch(
      /known only to the month, which 2020-07-15 cuts in two$/,
    );
    expect(await whyNot({ ...coast, where: { zone: "atlantis" } }, "2020-01-01", "2020-05-01")).toMatch(
      /^zone "atlantis" is not in the codebook ruritania/,
    );
  });
});

describe("counting by the week", () => {
  it("refuses totals that are known only to the month, with the reason", async () => {
    expect(await whyNot(coast, "2020-01-06", "2020-03-02", "week")).toMatch(
      /^\d+ rows are known only to the month, too coarse for counts by week; /,
    );
  });

  it("gives counts of whole weeks, a cut week as a part of one", async () => {
    const { snapshot } = await weeklyCase(folder);
    const inland: Measured = { on: "gazette", label: "inland", where: { zone: "inland" } };
    const span = { since: "2023-06-05", until: "2023-06-30" };
    const found = await counted(snapshot, inland, span, { every: "week" });
    const [days] = await count(select(snapshot, { ...inland.where, ...span }), { every: "day" });
    const sums = [0, 7, 14, 21].map((t) => days.values.slice(t, t + 7).reduce((sum, one) => sum + one, 0));
    expect(found).toMatchObject({ series: { values: sums, exposure: [1, 1, 1, 4 / 7], start: "2023-06-05" }, span });
  });
});

describe("what is counted", () => {
  const span = { since: "2023-06-01", until: "2023-09-01" };

  it("is deaths, or a share with its whole, where the measure says so", async () => {
    const { snapshot } = await weeklyCase(folder);
    const where = { zone: "inland" };
    const inland: Measured = { on: "gazette", label: "inland", where };
    const part = { kind: "Battles" };
    const taken = select(snapshot, { ...where, ...span });
    const [deaths] = await count(taken, { every: "month", measure: "deaths" });
    const [whole] = await count(taken, { every: "month" });
    const [battles] = await count(select(taken, part), { every: "month" });
    expect(await counted(snapshot, { ...inland, measure: "deaths" }, span, { every: "month" })).toMatchObject({
      series: { values: deaths.values, exposure: [1, 1, 1] },
    });
    expect(await counted(snapshot, { ...inland, measure: { share: part } }, span, { every: "month" })).toMatchObject({
      series: { values: battles.values, exposure: whole.values },
    });
    expect(whole.values[0]).toBeGreaterThan(battles.values[0]);
  });

  it("lies in the days that the criteria leave", async () => {
    const { snapshot } = await weeklyCase(folder);
    const measured: Measured = { on: "gazette", label: "", where: { zone: "inland", since: "2023-07-01" } };
    expect(await counted(snapshot, measured, span, { every: "month" })).toMatchObject({
      series: { start: "2023-07-01", exposure: [1, 1] },
      span: { since: "2023-07-01", until: "2023-09-01" },
    });
  });
});

describe("what cannot be compared", () => {
  it("is a verdict without a number, with the first reason", () => {
    const data = dataOf(made.snapshots["wire"]);
    const head = { id: "x", by: "reproduce", at: { paragraph: 1 }, label: "raids", says: "12.5", data } as const;
    const found = cannotCompare(head, coast, { why: "no one counted" }, { why: "nor later" });
    expect(found).toEqual({
      ...head,
      verdict: "cannot be compared",
      n: 0,
      reading: "all raids: no one counted",
      couldFail: "no: there is nothing to hold it against",
    });
  });

  it("names the snapshot by its name, day and hash", () => {
    const { name, asOf, hash } = made.snapshots["wire"];
    expect(dataOf(made.snapshots["wire"])).toEqual({ name, asOf, hash });
  });
});
