import { conflictology, endemicEpidemic, ingarch, localLevel, type Model, negbinRegression } from "../../src/index.js";

/** Every model there is, called as the tests of their contract call it; a row each. */
export const models: readonly Model[] = [
  conflictology(12),
  endemicEpidemic(),
  endemicEpidemic({ harmonics: 2, neighbours: "none", family: "poisson", window: 36 }),
  endemicEpidemic({
    neighbours: [
      [0, 1, 0],
      [0.5, 0, 0.5],
      [0, 1, 0],
    ],
  }),
  ingarch(),
  ingarch({ family: "poisson", window: 48 }),
  localLevel(),
  localLevel({ discount: 0.9 }),
  negbinRegression(),
  negbinRegression({ harmonics: 2, trend: "damped", window: 60 }),
  negbinRegression({ harmonics: 0, trend: "linear" }),
];
