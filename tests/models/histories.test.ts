import { describe, expect, it } from "vitest";
import { type Every, forecast, hurdle, InputError, poisson, quantile, type Series } from "../../src/index.js";
import { periodsAfter } from "../../src/models/histories.js";

const seriesOf = (every: Every, start: string, exposure: readonly number[]): Series => ({
  ...{ key: {}, from: "", start, values: exposure.map(() => 2), exposure },
  recipe: { where: [], by: [], every, measure: "events" },
});
const ahead = (...of: Parameters<typeof seriesOf>) => periodsAfter(seriesOf(...of), 3).exposure;

describe("the histories of a panel", () => {
  it("are of counts up to a trillion, beyond which their distributions cannot be told", () => {
    const vast = { ...seriesOf("month", "2023-10-01", [1, 1]), values: [1e12, 2 ** 53 - 1] };
    expect(() => forecast([vast], [hurdle()], { ahead: 1, seed: 1 })).toThrow(
      new InputError("forecast: needs counts up to 1000000000000, got 9007199254740991 (all, period 2)"),
    );
    const most = { ...vast, values: [1e12, 1e12] };
    expect(quantile(forecast([most], [poisson()], { ahead: 1, seed: 1 })[0].says, 0.5)).toBeCloseTo(1e12, -1);
  });
});

describe("periods after a series", () => {
  it("have their days where exposure is days, also after a period that was cut short", () => {
    expect(ahead("month", "2023-10-01", [31, 30, 31])).toEqual([31, 29, 31]);
    expect(ahead("month", "2023-11-01", [30, 31, 15])).toEqual([29, 31, 30]);
    expect(ahead("week", "2024-01-01", [7, 7, 2])).toEqual([7, 7, 7]);
    expect(ahead("year", "2021-01-01", [365, 365, 90])).toEqual([366, 365, 365]);
  });

  it("have what the last period had where it is something else", () => {
    expect(ahead("month", "2023-10-01", [12, 14, 9])).toEqual([9, 9, 9]);
    expect(ahead("month", "2023-10-01", [30, 30, 30])).toEqual([30, 30, 30]);
    expect(ahead("month", "2023-11-01", [31, 15])).toEqual([15, 15, 15]);
  });
});
