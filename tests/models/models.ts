import { best, conflictology, conformal, linearPool, type Model, quantileAverage, stacked } from "../../src/index.js";

/** Every model there is, called as the tests of their contract call it; a row each. */
export const models: readonly Model[] = [
  conflictology(12),
  linearPool([conflictology(12), conflictology(24)]),
  quantileAverage([conflictology(12), conflictology(24)]),
  stacked([conflictology(12), conflictology(24)], { origins: 12 }),
  best([conflictology(12), conflictology(24)], { origins: 12 }),
  conformal(conflictology(24), { origins: 12 }),
];
