import { describe, expect, it } from "vitest";
import { checksOf } from "../../src/reports/checks.js";

const made = Array.from({ length: 99 }, (_, i) => [i, i + 2]);

describe("checks of what came against forecasts drawn before", () => {
  it("are of the total, the largest period, the variance over the mean, and periods without events", () => {
    const [total, largest, spread, empty] = checksOf("coast", [49, 51], made);
    // drawn totals are 2, 4, ... 198: 50 of 99 are as low as 100, and 50 as high
    expect(total).toMatchObject({ zone: "coast", of: "total", observed: 100, expected: 100, tail: 1 });
    expect(largest).toMatchObject({ of: "largest period", observed: 51, expected: 51 });
    expect(spread).toMatchObject({ of: "variance over mean", observed: expect.closeTo(0.04, 12) });
    expect(empty).toMatchObject({ of: "periods without events", observed: 0, expected: 0 });
  });

  it("have twice the smaller share as the tail, the one that came counted among them", () => {
    const [total] = checksOf("coast", [97, 99], made);
    // 2 of 99 drawn are as high as 196
    expect(total.tail).toBeCloseTo((2 * 3) / 100, 12);
    expect(checksOf("coast", [300, 300], made)[0].tail).toBeCloseTo(2 / 100, 12);
  });

  it("leave out empty periods where there are none, and the spread of a single period", () => {
    expect(checksOf("coast", [5, 6], [[4, 5]]).map((one) => one.of)).toHaveLength(3);
    expect(checksOf("coast", [5], [[4], [0]]).map((one) => one.of)).toEqual([
      ...["total", "largest period", "periods without events"],
    ]);
  });

  it("of no events at all have a spread of 0", () => {
    expect(checksOf("coast", [0, 0], [[0, 0]])[2]).toMatchObject({ of: "variance over mean", observed: 0, tail: 1 });
  });
});
