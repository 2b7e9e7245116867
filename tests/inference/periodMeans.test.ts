import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";

const panel: hc.Panel = Object.freeze([
  {
    key: { zone: "coast" },
    recipe: { where: [], by: ["zone"], every: "month" as const, measure: "events" as const },
    from: "abc",
    start: "2023-01-01",
    values: [1, 2, 3, 10, 0, 20],
    exposure: [31, 28, 31, 30, 31, 30],
  },
]);

describe("period means", () => {
  it("are events per month over the months that start in a stretch, with Garwood's interval", () => {
    const [first, last] = hc.periodMeans(
      panel,
      [
        { since: "2023-01-01", until: "2023-04-01" },
        { since: "2023-04-01", until: "2023-07-01" },
      ],
      { level: 0.95 },
    );
    expect(first).toMatchObject({ key: { zone: "coast" }, since: "2023-01-01", until: "2023-04-01", n: 6, mean: 2 });
    expect(last).toMatchObject({ n: 30, mean: 10 });
    const garwood = hc.poissonInterval("garwood").test({ values: [30], exposure: [3] }, 0.95);
    expect(last.interval).toEqual(garwood.interval);
  });

  it("keep a quiet month in the mean", () => {
    const [found] = hc.periodMeans(panel, [{ since: "2023-05-01", until: "2023-06-01" }], { level: 0.95 });
    expect(found).toMatchObject({ n: 0, mean: 0 });
    expect(found.interval[1]).toBeGreaterThan(3.6);
  });

  it("throw on a stretch without a month of the panel", () => {
    expect(() => hc.periodMeans(panel, [{ since: "2024-01-01", until: "2024-03-01" }], { level: 0.95 })).toThrow(
      new hc.InputError("periodMeans: no period starts in 2024-01-01 to 2024-03-01"),
    );
  });

  it("throw on a level in percent", () => {
    expect(() => hc.periodMeans(panel, [{ since: "2023-01-01", until: "2023-04-01" }], { level: 95 })).toThrow(
      new hc.InputError("periodMeans: level needs a number between 0 and 1, got 95"),
    );
  });
});
