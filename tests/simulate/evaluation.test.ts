import { describe, expect, it } from "vitest";
import recorded from "../fixtures/evaluation-errors.json" with { type: "json" };
import { evaluationErrors } from "./evaluationErrors.js";

describe("error rates of comparisons of models, as recorded by tests/simulate/evaluation.ts", () => {
  it("are found again in fresh data, within simulation error", () => {
    const draws = 20;
    const fresh = evaluationErrors({ draws, seed: 7 });
    expect(fresh).toHaveLength(recorded.length);
    for (const [i, one] of fresh.entries()) {
      const then = recorded[i];
      expect([one.step, one.origins]).toEqual([then.step, then.origins]);
      for (const rate of ["at5", "covers", "drawnAt5"] as const) {
        const error = Math.sqrt(Math.max(then[rate] * (1 - then[rate]), 0.02) * (1 / draws + 1 / then.draws));
        expect(Math.abs(one[rate] - then[rate]), `${rate} of ${JSON.stringify(one)}`).toBeLessThan(5 * error);
      }
    }
  }, 20_000);

  it("of Diebold and Mariano's test at 5% are 4% to 7% up to 3 steps, and up to 12% at 6 steps from 36 origins", () => {
    for (const { step, origins, at5 } of recorded) {
      expect(at5, `${step} of ${origins}`).toBeGreaterThan(0.03);
      expect(at5, `${step} of ${origins}`).toBeLessThan(step <= 3 ? 0.075 : origins === 36 ? 0.125 : 0.095);
    }
  });

  it("of 90% intervals by blocks are 84% to 93% held, the fewest at 4 and 5 steps", () => {
    for (const { step, origins, covers, drawnAt5 } of recorded) {
      expect(covers, `${step} of ${origins}`).toBeGreaterThan(step <= 2 ? 0.87 : 0.84);
      expect(covers, `${step} of ${origins}`).toBeLessThan(0.93);
      expect(drawnAt5, `${step} of ${origins}`).toBeLessThan(0.095);
    }
  });
});
