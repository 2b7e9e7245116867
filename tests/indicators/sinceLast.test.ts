import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, derived } from "./madeUp.js";

describe("sinceLast", () => {
  it("is 0 in a period that had one, then counts up, and is not defined before the first", () => {
    expect(derived(counts([0, 0, 2, 0, 0, 1]), hc.sinceLast(1))).toEqual([null, null, 0, 1, 2, 0]);
    expect(derived(counts([1, 5, 4]), hc.sinceLast(5))).toEqual([null, 0, 1]);
    expect(derived(counts([0, 0]), hc.sinceLast(1))).toEqual([null, null]);
  });

  it("counts days where the series is by day, and what it was counted by elsewhere", () => {
    const days = counts([1, 0, 0, 0, 0, 0, 0, 0], { every: "day", start: "2023-05-03" });
    const [found] = hc.derive([days], [hc.sinceLast(1)]);
    expect([found.values.at(-1), found.unit]).toEqual([7, "days"]);
    expect(hc.derive([counts([1])], [hc.sinceLast(1)])[0].unit).toBe("months");
  });

  it("is the length of the streak below, once there was one", () => {
    const series = counts([3, 0, 1, 0, 0, 0, 2, 0]);
    expect(derived(series, hc.sinceLast(1))).toEqual(derived(series, hc.streak("at most", 0)));
  });

  it("refuses a number of events that is none", () => {
    for (const least of [0, 1.5])
      expect(() => hc.sinceLast(least)).toThrow(
        new hc.InputError(`sinceLast: needs a whole number from 1, got ${least}`),
      );
  });
});
