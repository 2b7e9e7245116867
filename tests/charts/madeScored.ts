import {
  type Distribution,
  murphy,
  pit,
  type Resolved,
  reliability,
  type Score,
  sample,
  skill,
  summarise,
} from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { resolvedAs, scored } from "../scores/madeScores.js";

const uniform = random(12);
const poisson = (mean: number): Distribution => ({ family: "poisson", mean });

const counts: Resolved[] = Array.from({ length: 120 }, (_, origin) => {
  const mean = 1 + 12 * uniform();
  const observed = sample(poisson(mean), { n: 1, seed: Math.floor(1e9 * uniform()) })[0];
  return [
    resolvedAs(poisson(mean), observed, origin, { model: "right()" }),
    resolvedAs({ family: "normal", mean, sd: Math.sqrt(mean) / 2 }, observed, origin, { model: "narrow()" }),
    resolvedAs(poisson(0.6 * mean), observed, origin, { model: "<b>low</b>" }),
  ];
}).flat();

const chances: Resolved[] = Array.from({ length: 240 }, (_, origin) => {
  const p = uniform();
  const observed = Number(uniform() < p);
  const [said, bold] = [Math.round(20 * p) / 20, Math.round(20 * (p < 0.5 ? p / 3 : 1 - (1 - p) / 3)) / 20];
  return [
    resolvedAs({ family: "bernoulli", p: said }, observed, origin, { model: "right()" }),
    resolvedAs({ family: "bernoulli", p: bold }, observed, origin, { model: "<b>bold</b>" }),
    resolvedAs({ family: "bernoulli", p: 0.45 }, observed, origin, { model: "always()" }),
  ];
}).flat();

const models = { "conflictology(12)": 1, "<b>ets()</b>": 0.9, "ingarch()": 0.88, "zero()": 1.4 };
const scores: Score[] = Array.from({ length: 60 }, (_, origin) => {
  const news = 1 + 4 * uniform();
  return Object.entries(models).flatMap(([model, times]) =>
    [1, 2, 3, 4, 5, 6].map((step) =>
      scored(model, origin, (model === "conflictology(12)" ? 1 : times + 0.02 * step) * (news + uniform()), { step }),
    ),
  );
}).flat();

const options = { level: 0.9, seed: 1, missing: "refuse", by: ["model", "step"] } as const;

export const pits = pit(counts, { bins: 10, seed: 1 });
export const reliabilities = reliability(chances, { seed: 1, draws: 200 });
export const murphies = murphy(chances);
export const skills = skill(scores, { ...options, against: "conflictology(12)" });
export const summaries = summarise(scores, options);
