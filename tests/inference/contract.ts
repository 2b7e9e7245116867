import { expect } from "vitest";
import type * as hc from "../../src/index.js";

/** A stretch that nobody can change, a unit of exposure a count. */
export function frozen(values: readonly number[], exposure: readonly number[] = values.map(() => 1)): hc.Stretch {
  return Object.freeze({ values: Object.freeze([...values]), exposure: Object.freeze([...exposure]) });
}

/** What every plug-in owes: the same answer twice, plain JSON, a sentence to read and the assumptions behind it. */
export function expectPlain(outcome: () => hc.Outcome): void {
  const found = outcome();
  expect(outcome()).toEqual(found);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  expect(found.reading).not.toMatch(/NaN|undefined|Infinity|null/);
  expect(found.assumes.length).toBeGreaterThan(0);
}
