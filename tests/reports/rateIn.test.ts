import { describe, expect, it } from "vitest";
import { poissonInterval, type Series } from "../../src/index.js";
import { rateIn } from "../../src/reports/rateIn.js";
import { expectDigits } from "../close.js";

const series = (measure: "events" | "deaths", ...values: readonly number[]): Series => ({
  ...{ key: {}, recipe: { where: [], by: [], every: "month", measure }, from: "x", start: "2020-01-01" },
  ...{ values, exposure: values.map(() => 1) },
});

describe("a rate", () => {
  it("has Garwood's interval where events are counted, however they vary", () => {
    const found = rateIn(series("events", 0, 50, 0, 4), 4, 0.95);
    const { interval } = poissonInterval("garwood").test({ values: [54], exposure: [4] }, 0.95);
    expect(found).toEqual({ n: 54, estimate: 13.5, interval, how: "Garwood's exact Poisson interval" });
  });

  it("has the interval of the spread seen where deaths are counted", () => {
    const found = rateIn(series("deaths", 2, 30, 5, 23), 4, 0.95);
    // Pearson: ((13^2 + 15^2 + 10^2 + 8^2) / 15) / 3; R: exp(qt(.975, 3) * sqrt(phi / 60))
    const reach = 4.2493216782426;
    expectDigits(found.interval[0], 15 / reach, 9);
    expectDigits(found.interval[1] ?? 0, 15 * reach, 9);
    expect(found.how).toMatch(/one for the spread between months \(quasi-Poisson\)$/);
  });

  it("is never narrower than Garwood's, and says so where there is no spread to see", () => {
    const { interval } = poissonInterval("garwood").test({ values: [40], exposure: [4] }, 0.95);
    expect(rateIn(series("deaths", 10, 11, 9, 10), 4, 0.95).interval).toEqual(interval);
    for (const one of [rateIn(series("deaths", 9), 1, 0.95), rateIn(series("deaths", 0, 0), 2, 0.95)])
      expect(one.how).toMatch(/too short for deaths, which come together$/);
  });
});
