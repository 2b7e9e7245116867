import { describe, expect, it } from "vitest";
import { exitChance } from "../../src/math/exitChance.js";
import { exitsGiven } from "../../src/math/exitsGiven.js";
import { expectDigits } from "../close.js";

describe("having left a corridor, given the total by the end of each cell", () => {
  it("is what going through it anew for each total gives", () => {
    for (const [total, width] of [
      [40, 4],
      [900, 60],
      [900, 110],
    ]) {
      const weights = [31, 28, 31, 30, 31, 30, 31, 31];
      const shares = weights.map((_, t) => weights.slice(0, t + 1).reduce((sum, one) => sum + one, 0) / 243);
      const fewest = shares.slice(0, -1).map((share) => Math.ceil(total * share - width));
      const most = shares.slice(0, -1).map((share) => Math.floor(total * share + width));
      const came = fewest.map((low, t) => low + Math.round(((most[t] - low) * ((t * 5) % 7)) / 6));
      const found = exitsGiven({ total, weights, fewest, most }, came);
      came.forEach((count, t) => {
        const sides = { fewest: fewest.slice(0, t), most: most.slice(0, t) };
        const alone = exitChance({ total: count, weights: weights.slice(0, t + 1), ...sides });
        expectDigits(found[t], alone, 11);
      });
    }
  });

  it("is certain where the total itself is outside", () => {
    expect([...exitsGiven({ total: 3, weights: [1, 1, 1], fewest: [0, 1], most: [2, 2] }, [3, 3])]).toEqual([1, 1]);
  });
});
