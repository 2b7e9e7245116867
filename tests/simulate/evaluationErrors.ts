import { bootstrapDifference, dieboldMariano, type Score } from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** How often two models of equal accuracy are told apart, and how often intervals hold the true gap, which is 0. */
export interface EvaluationErrors {
  readonly step: number;
  readonly origins: number;
  /** Pairs of models made. */
  readonly draws: number;
  /** The share of tests by Diebold and Mariano with p of at most 5%. */
  readonly at5: number;
  /** The share of 90% intervals by drawing blocks anew that hold the true gap. */
  readonly covers: number;
  /** The share of its p of at most 5%. */
  readonly drawnAt5: number;
}

/** Gaps of forecasts h steps ahead hang together over h - 1 origins, as sums of skewed shocks that they share. */
export function evaluationErrors({ draws, seed }: { draws: number; seed: number }): EvaluationErrors[] {
  const uniform = random(seed);
  const shock = (): number => Math.log(1 - uniform()) - Math.log(1 - uniform());
  return [36, 72].flatMap((origins) =>
    [1, 2, 3, 4, 5, 6].map((step): EvaluationErrors => {
      let [small, held, drawnSmall] = [0, 0, 0];
      for (let draw = 0; draw < draws; draw++) {
        const shocks = Array.from({ length: origins + step }, shock);
        const scores = Array.from({ length: origins }, (_, t): Score[] => {
          const origin = `${2000 + t}-01-01`;
          const gap = shocks.slice(t, t + step).reduce((a, b) => a + b, 0);
          const common = { key: {}, origin, target: origin, step, metric: "crps()" };
          return [
            { ...common, model: "a()", value: 10 + gap },
            { ...common, model: "b()", value: 10 },
          ];
        }).flat();
        const asked = { of: "a()", against: "b()", metric: "crps()", by: [] };
        if ((dieboldMariano(scores, asked)[0].p ?? 1) <= 0.05) small++;
        const [drawn] = bootstrapDifference(scores, { ...asked, level: 0.9, seed: draw, draws: 500 });
        const [low, high] = drawn.interval ?? [1, 0];
        if (low <= 0 && (high ?? 0) >= 0) held++;
        if ((drawn.p ?? 1) <= 0.05) drawnSmall++;
      }
      return { step, origins, draws, at5: small / draws, covers: held / draws, drawnAt5: drawnSmall / draws };
    }),
  );
}
