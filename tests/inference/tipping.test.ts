import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectPlain, frozen } from "./contract.js";

const before = frozen([20, 14, 13, 14, 30, 29, 24], [31, 28, 31, 30, 31, 30, 31]);
const after = frozen([12, 11, 7, 9], [31, 30, 31, 30]);
const ways = [hc.rateRatio("central"), hc.quasiPoisson()];
const isClear = (way: hc.Comparison, one: hc.Stretch, other: hc.Stretch): boolean =>
  (way.compare(one, other, 0.95).p ?? 1) <= 0.05;

describe("tipping points", () => {
  it("of a share that rose are those of a rise, and a similar pace has none", () => {
    const found = hc.tippingFewer(hc.shareDifference()).compare(frozen([10], [80]), frozen([20], [70]), 0.95);
    const reads = (part: number) => hc.shareDifference().compare(frozen([10], [80]), frozen([part], [70]), 0.95).p ?? 0;
    expect(found.reading).toBe("20 events against 10: clearly more; 3 events fewer would make that unclear");
    expect(reads(18)).toBeLessThan(0.05);
    expect(reads(17)).toBeGreaterThan(0.05);
    const similar = hc.equivalence({ within: 1.25, by: ways[0] });
    expect(() => hc.tippingFewer(similar).compare(before, after, 0.95)).toThrow(
      new hc.InputError(`directionOf: needs a comparison that asks for a change, got ${similar.name}`),
    );
  });

  it("by missing events know the season", () => {
    const months = { ...frozen([90, 8, 7]), periods: ["2020-01-01", "2020-02-01", "2020-03-01"] };
    const later = { ...frozen([5]), periods: ["2021-02-01"] };
    const { estimate } = hc.tippingMissing(hc.sameSeason(ways[0])).compare(months, later, 0.95);
    expect(estimate).toBe(hc.tippingMissing(ways[0]).compare(frozen([8]), frozen([5]), 0.95).estimate);
  });

  it("by missing events: so many change the reading, one fewer does not", () => {
    for (const way of ways) {
      const { estimate = Number.NaN, reading } = hc.tippingMissing(way).compare(before, after, 0.95);
      const late = (k: number) => frozen([12, 11, 7, 9 + k], after.exposure);
      expect(isClear(way, before, late(estimate))).toBe(false);
      expect(isClear(way, before, late(estimate - 1))).toBe(true);
      expect(reading).toContain(`${estimate} events missing from the latest period would make that unclear`);
    }
  });

  it("by struck events: with the exact test so many from before change the reading, one fewer does not", () => {
    const way = ways[0];
    const { estimate = Number.NaN } = hc.tippingFewer(way).compare(frozen([144], [7]), frozen([44], [4]), 0.95);
    const fewer = (k: number) => frozen([144 - k], [7]);
    expect(isClear(way, fewer(estimate), frozen([44], [4]))).toBe(false);
    expect(isClear(way, fewer(estimate - 1), frozen([44], [4]))).toBe(true);
  });

  it("by one struck event are found by trying every period", () => {
    // by the exact test 3 against 13 in equal time has p 0.0213, 4 against 13 p 0.049, 4 against 12 p 0.077
    const found = hc.tippingFewer(ways[0]).compare(frozen([6, 7]), frozen([1, 3]), 0.95);
    expect(found.estimate).toBe(1);
    expect(found.reading).toBe("4 events against 13: clearly less; 1 event fewer would make that unclear");
  });

  it("by a further period: the nearest count that changes the reading, and the next one nearer does not", () => {
    for (const way of ways) {
      const { estimate = Number.NaN } = hc.tippingPeriod(way).compare(before, after, 0.95);
      const further = (k: number) => frozen([...after.values, k], [...after.exposure, 30]);
      expect(isClear(way, before, further(estimate))).toBe(false);
      expect(isClear(way, before, further(estimate - 1))).toBe(true);
    }
  });

  it("of an unclear reading lie on both sides", () => {
    const same = frozen([22, 16, 17, 19], [31, 30, 31, 30]);
    const found = hc.tippingPeriod(ways[0]).compare(before, same, 0.95);
    expect(found.reading).toBe(
      "74 events against 144: no clear change; a further period with 3 events or fewer would make that clearly less, with 58 events or more would make that clearly more",
    );
    expect(found.estimate).toBe(3);
  });

  it("may not exist, and then say so", () => {
    const found = hc.tippingFewer(ways[0]).compare(frozen([3]), frozen([0]), 0.95);
    expect(found.estimate).toBeUndefined();
    expect(found.reading).toBe("0 events against 3: no clear change; however many events are struck, it stays unclear");
    const large = hc.tippingMissing(hc.quasiPoisson()).compare(before, frozen([22, 16, 17, 19], after.exposure), 0.95);
    expect(large.reading).toContain("however many events are missing from the latest period, it stays unclear");
  });

  it("of large counts are found too", () => {
    const { estimate = Number.NaN } = hc.tippingMissing(ways[0]).compare(frozen([1_000_000]), frozen([900_000]), 0.95);
    expect(isClear(ways[0], frozen([1_000_000]), frozen([900_000 + estimate]))).toBe(false);
    expect(isClear(ways[0], frozen([1_000_000]), frozen([900_000 + estimate - 1]))).toBe(true);
  });

  it("keep the contract of comparisons", () => {
    for (const way of ways)
      for (const tipping of [hc.tippingMissing, hc.tippingFewer, hc.tippingPeriod])
        expectPlain(() => tipping(way).compare(before, after, 0.95));
  });
});

describe("a further period", () => {
  it("is the next of its kind, so that it has a season", () => {
    const before = { ...frozen([90, 8, 7, 40]), periods: ["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"] };
    const after = { ...frozen([5]), periods: ["2021-02-01"] };
    const seasonal = hc.sameSeason(ways[0]);
    const { estimate = Number.NaN } = hc.tippingPeriod(seasonal).compare(before, after, 0.95);
    const withMarch = (count: number) => ({ ...frozen([5, count]), periods: ["2021-02-01", "2021-03-01"] });
    expect(isClear(seasonal, before, withMarch(estimate))).toBe(true);
    expect(isClear(seasonal, before, withMarch(estimate + (estimate > 5 ? -1 : 1)))).toBe(false);
  });
});
