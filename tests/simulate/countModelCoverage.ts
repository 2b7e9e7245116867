import { type Distribution, logTails, modelNamed, quantile, sample } from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** Where counts come from, and the model that is asked, which is of the same family. */
export interface Truth {
  readonly model: string;
  readonly says: Distribution;
}

export interface Coverage extends Truth {
  readonly sets: number;
  /** The share of next counts within the 5% and the 95% quantile; above 0.9 where counts are few, as they are whole. */
  readonly within: number;
  /** The share of next counts whose place among what was said, randomised within a count's own chance, lies from 0.05 to 0.95. */
  readonly placed: number;
}

const count = (mean: number, size: number) => ({ family: "negbin", mean, size }) as const;

/** From quiet places to lively ones. */
export const truths: readonly Truth[] = [
  ...[0.05, 0.5, 4, 60].map((mean): Truth => ({ model: "poisson(24)", says: { family: "poisson", mean } })),
  ...[count(0.3, 0.5), count(3, 1), count(20, 2), count(200, 0.7)].map(
    (says): Truth => ({ model: "negbin(24)", says }),
  ),
  ...[
    { zero: 0.5, of: count(3, 1) },
    { zero: 0.3, of: count(20, 2) },
    { zero: 0.1, of: count(1, 3) },
  ].map((one): Truth => ({ model: "zinb(24)", says: { family: "zeroInflated", ...one } })),
  ...[
    { zero: 0.8, of: count(2, 0.5) },
    { zero: 0.5, of: count(4, 1) },
    { zero: 0.2, of: count(40, 3) },
  ].map((one): Truth => ({ model: "hurdle(24)", says: { family: "hurdle", ...one } })),
];

/** How often the 90% interval of the next count, after 24 counts of the same truth, covers it. */
export function coverageOf(truth: Truth, { sets, seed }: { sets: number; seed: number }): Coverage {
  const model = modelNamed(truth.model);
  const all = sample(truth.says, { n: 25 * sets, seed });
  const uniform = random(seed);
  const exposure = Array.from({ length: 24 }, () => 1);
  let within = 0;
  let placed = 0;
  for (let i = 0; i < sets; i++) {
    const values = all.slice(25 * i, 25 * i + 24);
    const next = all[25 * i + 24];
    const history = {
      values,
      exposure,
      start: "2020-01-01",
      every: "month" as const,
      beside: [{ values, exposure }],
      place: 0,
    };
    const [says] = model.fit(history).ahead({ exposure: [1], draws: 1, uniform });
    if (next >= quantile(says, 0.05) && next <= quantile(says, 0.95)) within++;
    const below = next === 0 ? 0 : Math.exp(logTails(says, next - 1).lower);
    const place = below + uniform() * (Math.exp(logTails(says, next).lower) - below);
    if (place >= 0.05 && place <= 0.95) placed++;
  }
  return { ...truth, sets, within: within / sets, placed: placed / sets };
}
