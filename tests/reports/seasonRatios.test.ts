import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../src/cli/openCase.js";
import { count, InputError, type Measured, rateRatio, seasonRatios, select } from "../../src/index.js";
import { temporary } from "../cli/madeUp.js";
import { madeUpCase, shippedCase, weeklyCase } from "./cases.js";

const folder = temporary();
const coast: Measured = { on: "wire", label: "raids", where: { zone: "coast" } };
const autumn = { before: "spring", after: "autumn", back: 5, ahead: 3, level: 0.95 };
let made: Case;
beforeAll(async () => {
  made = await madeUpCase(folder);
});

describe("the same change in other years", () => {
  it("is a row a year that the data cover, oldest first", async () => {
    const found = await seasonRatios(made.report, coast, made.snapshots["wire"], autumn);
    expect(found.map((one) => [one.year, one.counts, one.rates, one.n])).toEqual([
      [2019, [38, 21], [9.5, 10.5], 59],
      [2020, [50, 25], [12.5, 12.5], 75],
    ]);
    expect(found[0]).toMatchObject({
      ratio: 10.5 / 9.5,
      level: 0.95,
      before: { since: "2019-01-01", until: "2019-05-01" },
    });
    const { interval } = rateRatio("central").compare(
      { values: [38], exposure: [4] },
      { values: [21], exposure: [2] },
      0.95,
    );
    expect(found[0].interval).toEqual(interval);
  });

  // The working notes on the first case (FINDINGS): all violence in Mopti, August to November over January to July.
  it("shows that in Mopti a dip is the rule: the ratios of the notes", async () => {
    const { report, snapshots } = await shippedCase(folder);
    const mopti: Measured = { on: "acled-hdx-mali", label: "all", where: { zone: ["mopti-delta", "mopti-plateau"] } };
    const found = await seasonRatios(report, mopti, snapshots["acled-hdx-mali"], {
      ...{ before: "january-july", after: "since-august", back: 5, ahead: 2, level: 0.95 },
    });
    expect(found.map((one) => [one.year, one.ratio?.toFixed(2).replace(/^0/, "")])).toEqual([
      ...[
        [2018, ".89"],
        [2019, ".74"],
        [2020, ".73"],
        [2021, ".77"],
        [2022, "1.09"],
      ],
      ...[
        [2023, ".65"],
        [2024, ".83"],
        [2025, ".72"],
      ],
    ]);
  });

  it("shifts by whole weeks where the report counts by the week", async () => {
    const { report, snapshot } = await weeklyCase(folder);
    const windows = {
      first: { since: "2024-03-04", until: "2024-03-11", label: "" },
      last: { since: "2024-03-11", until: "2024-03-14", label: "" },
    };
    const inland: Measured = { on: "gazette", label: "inland", where: { zone: "inland" } };
    const options = { before: "first", after: "last", back: 3, ahead: 1, level: 0.9 };
    const found = await seasonRatios({ ...report, windows }, inland, snapshot, options);
    expect(found.map((one) => [one.year, one.before, one.after])).toEqual([
      [2023, { since: "2023-03-06", until: "2023-03-13" }, { since: "2023-03-13", until: "2023-03-16" }],
      [2024, { since: "2024-03-04", until: "2024-03-11" }, { since: "2024-03-11", until: "2024-03-14" }],
    ]);
    const [days] = await count(select(snapshot, { zone: "inland", since: "2023-03-06", until: "2023-03-16" }), {
      every: "day",
    });
    const sum = (from: number, to: number): number => days.values.slice(from, to).reduce((all, one) => all + one, 0);
    expect(found[0].counts).toEqual([sum(0, 7), sum(7, 10)]);
    expect(found[0].rates[1]).toBe(sum(7, 10) / (3 / 7));
  });

  it("throws where no year can be given, with the reason", async () => {
    const cannot = seasonRatios(made.report, { ...coast, cannot: "the wire was cut" }, made.snapshots["wire"], autumn);
    await expect(cannot).rejects.toThrow(new InputError("seasonRatios: the wire was cut"));
    const later = { ...autumn, back: 9, ahead: -5 };
    await expect(seasonRatios(made.report, coast, made.snapshots["wire"], later)).rejects.toThrow(
      new InputError("seasonRatios: no year of those asked for is covered"),
    );
  });
});
