import { describe, expect, it } from "vitest";
import type { Every, Series } from "../../src/index.js";
import { periodsAfter } from "../../src/models/histories.js";

const seriesOf = (every: Every, start: string, exposure: readonly number[]): Series => ({
  ...{ key: {}, from: "", start, values: exposure.map(() => 2), exposure },
  recipe: { where: [], by: [], every, measure: "events" },
});
const ahead = (...of: Parameters<typeof seriesOf>) => periodsAfter(seriesOf(...of), 3).exposure;

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
