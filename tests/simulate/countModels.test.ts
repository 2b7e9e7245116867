import { describe, expect, it } from "vitest";
import recorded from "../fixtures/countModelCoverage.json" with { type: "json" };
import { coverageOf, truths } from "./countModelCoverage.js";

describe("coverage of the 90% intervals of count models with 24 periods, as recorded by tests/simulate/countModels.ts", () => {
  it("is 88% to 93% by the place of what comes among what was said", () => {
    expect(recorded).toHaveLength(truths.length);
    for (const { model, says, placed, sets } of recorded) {
      expect(sets).toBeGreaterThanOrEqual(2000);
      expect(placed, `${model} ${JSON.stringify(says)}`).toBeGreaterThan(0.88);
      expect(placed, `${model} ${JSON.stringify(says)}`).toBeLessThan(0.93);
    }
  });

  it("is more between whole counts, which hold their ends, and never less than 90%", () => {
    for (const { model, says, within } of recorded) {
      expect(within, `${model} ${JSON.stringify(says)}`).toBeGreaterThan(0.9);
      expect(within, `${model} ${JSON.stringify(says)}`).toBeLessThan(0.99);
    }
  });

  it("is found again in fresh data, within simulation error", () => {
    const sets = 60;
    truths.forEach((truth, i) => {
      const fresh = coverageOf(truth, { sets, seed: 7 });
      const then = recorded[i];
      expect([fresh.model, fresh.says]).toEqual([then.model, then.says]);
      for (const rate of ["within", "placed"] as const) {
        const error = Math.sqrt(Math.max(then[rate] * (1 - then[rate]), 0.02) * (1 / sets + 1 / then.sets));
        expect(Math.abs(fresh[rate] - then[rate]), `${rate} of ${JSON.stringify(fresh)}`).toBeLessThan(4 * error);
      }
    });
  });
});
