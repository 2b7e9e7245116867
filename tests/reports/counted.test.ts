import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import type { Measured } from "../../src/index.js";
import { cannotCompare, counted, dataOf } from "../../src/reports/counted.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});
const coast: Measured = { on: "wire", label: "all raids", where: { zone: "coast" } };

async function whyNot(measured: Measured, since: string, until: string): Promise<string> {
  const found = await counted(made.snapshots["wire"], measured, { since, until });
  return "why" in found ? found.why : `counted ${found.series.values}`;
}

describe("counting a figure", () => {
  it("gives monthly counts with exposure in months", async () => {
    const found = await counted(made.snapshots["wire"], coast, { since: "2020-01-01", until: "2020-05-01" });
    expect(found).toMatchObject({ series: { values: [10, 14, 12, 14], exposure: [1, 1, 1, 1], start: "2020-01-01" } });
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
