import { describe, expect, it } from "vitest";
import { chainLadder, sharesOf, varianceOf, withPrior } from "../../src/inference/chainLadder.js";

const rows = [
  [5, 3, 2],
  [7, 3, null],
  [4, null, null],
];

describe("the chain ladder", () => {
  const ladder = chainLadder(rows);

  it("pools, at each delay, what came just then of what is in by it", () => {
    expect(ladder.steps).toEqual([
      { came: 16, seen: 16 },
      { came: 6, seen: 18 },
      { came: 2, seen: 10 },
    ]);
  });

  it("multiplies what is left to shares in by each delay", () => {
    expect(ladder.shares).toEqual([(1 - 2 / 10) * (1 - 6 / 18), 1 - 2 / 10, 1]);
    expect(sharesOf([1, 0.5, 0.2])).toEqual([0.4, 0.8, 1]);
  });

  it("holds a delay at which nothing was ever in for a share of 0, and none after the last", () => {
    expect(
      chainLadder([
        [0, 4, 6],
        [0, 3, null],
        [0, null, null],
      ]).shares,
    ).toEqual([0, 0.4, 1]);
    expect(
      chainLadder([
        [0, 0, 4],
        [0, 0, null],
        [0, null, null],
      ]).shares,
    ).toEqual([0, 0, 1]);
  });

  it("does not know where no period old enough has an event", () => {
    expect(
      chainLadder([
        [0, 0],
        [5, null],
      ]).shares[0],
    ).toBeNaN();
  });

  it("adds with its prior one event in all, spread over the delays", () => {
    const { steps, shares } = withPrior(chainLadder([[3, 0, 0]]));
    expect(steps[2].came).toBeCloseTo(1 / 3, 12);
    expect(steps[2].seen).toBeCloseTo(4, 12);
    expect(shares[0]).toBeCloseTo((3 + 1 / 3) / 4, 12);
  });

  it("foresees that a share of the count is taken back, as much as in the past", () => {
    const { kept, shares, corrections } = chainLadder([
      [10, -1],
      [10, -1],
      [10, null],
    ]);
    expect(kept).toEqual([0.9, 1]);
    expect(shares).toEqual([1, 1]);
    expect(corrections).toEqual({ cells: 2, events: 2 });
  });

  it("gives the variance of a count of known delays as the variance of a binomial count over its share", () => {
    const known = chainLadder([[6e12, 4e12]]);
    expect(varianceOf(known, 0, 1, 10)).toBeCloseTo((10 * 0.4) / 0.6, 9);
  });
});
