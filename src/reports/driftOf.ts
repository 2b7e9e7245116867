import { evidenceOf } from "./evidenceOf.js";
import { coarse, logSumOf } from "./grids.js";
import { fitStory } from "./storyFit.js";
import type { ZoneCounts } from "./timeline.js";
import type { Lattices } from "./zoneFit.js";

/** Sizes of drift tried, as standard deviations of the change in the log of the rate. */
const drifts = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7];

/**
 * How far rates move between a past and the periods forecast from it, as earlier years show where every zone is supposed to
 * keep its rate: the mean of the drifts tried, each weighed by the chance that these forecasts gave to what came, to two
 * decimals; 0 without an earlier year. What comes back every year counts as drift, so it is on the wide side.
 */
export function driftOf(years: readonly (readonly ZoneCounts[])[], lattices: Lattices): number {
  if (years.length === 0) return 0;
  const same = { id: "same", effects: [], ends: ["never"] } as const;
  const logs = drifts.map((drift) => {
    let log = 0;
    for (const counts of years) {
      const alone = counts.map((zone) => ({ ...zone, earlier: [] }));
      log += evidenceOf(fitStory(same, alone, { grid: coarse, drift, lattices }), alone).of({});
    }
    return log;
  });
  const whole = logSumOf(logs);
  const mean = drifts.reduce((sum, drift, i) => sum + drift * Math.exp(logs[i] - whole), 0);
  return Math.round(100 * mean) / 100;
}
