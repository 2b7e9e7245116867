import { describe, expect, it } from "vitest";
import { exitChance } from "../../src/math/exitChance.js";
import { expectDigits } from "../close.js";

describe("leaving a corridor", () => {
  it("is a binomial tail when there is one place to leave", () => {
    expectDigits(exitChance({ total: 10, weights: [1, 3], fewest: [1], most: [10] }), 0.75 ** 10, 14);
    expectDigits(exitChance({ total: 400, weights: [1, 1], fewest: [0], most: [399] }), 2 ** -400, 11);
  });

  it("is certain where nothing is inside, and impossible where everything is", () => {
    expectDigits(exitChance({ total: 7, weights: [1, 2, 3], fewest: [4, 0], most: [3, 7] }), 1, 14);
    expect(exitChance({ total: 7, weights: [1, 2, 3], fewest: [0, 0], most: [7, 7] })).toBe(0);
    expect(exitChance({ total: 7, weights: [1], fewest: [], most: [] })).toBe(0);
  });

  it("is the ballot's: two events over three cells, at least one by the first and two by the second", () => {
    // Of 9 ways, those with none in the first cell (4) and those with one there and one in the last (2).
    expectDigits(exitChance({ total: 2, weights: [1, 1, 1], fewest: [1, 2], most: [2, 2] }), 6 / 9, 14);
  });
});
