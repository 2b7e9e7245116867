import type { EffectSize, WeighedHypothesis } from "../core/weighed.js";
import { normalQuantile } from "../distributions/normal.js";
import { logSumOf } from "./grids.js";
import type { StoryFit } from "./storyFit.js";

/** The size of each effect before and after the counts, given the log weights of the fit's points. */
export function effectsOf({ story, sizes, points }: StoryFit, after: Float64Array): readonly EffectSize[] {
  const whole = logSumOf(after);
  return story.effects.map(({ name, zones, centre, sd }, e) => {
    const weights = sizes[e].map(() => 0);
    points.forEach((point, k) => {
      weights[point.at[e]] += Math.exp(after[k] - whole);
    });
    const at = (share: number): number => Math.exp(quantileOf(sizes[e], weights, share));
    const far = sd * normalQuantile(0.975);
    return {
      name,
      zones,
      prior: { median: Math.exp(centre), interval: [Math.exp(centre - far), Math.exp(centre + far)] },
      median: at(0.5),
      interval: [at(0.025), at(0.975)],
    };
  });
}

/** The probability of each end. */
export function endsOf({ story, points }: StoryFit, after: Float64Array): WeighedHypothesis["ends"] {
  if (!story.effects.some((effect) => effect.doesEnd)) return [];
  const whole = logSumOf(after);
  return story.ends.map((day, end) => {
    let probability = 0;
    points.forEach((point, k) => {
      if (point.end === end) probability += Math.exp(after[k] - whole);
    });
    return { day, probability };
  });
}

/** A quantile of weights on an even grid, each spread evenly over its cell. */
function quantileOf(at: readonly number[], weights: readonly number[], share: number): number {
  const step = at.length > 1 ? at[1] - at[0] : 0;
  let sum = 0;
  for (let i = 0; i < at.length; i++) {
    if (sum + weights[i] >= share) return at[i] + step * ((share - sum) / weights[i] - 0.5);
    sum += weights[i];
  }
  return at[at.length - 1];
}
