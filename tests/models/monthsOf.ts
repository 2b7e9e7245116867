import type { Ahead, Every, History } from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** Counts of one place as models see them, frozen. */
export function monthsOf(values: readonly number[], exposure = values.map(() => 1), every: Every = "month"): History {
  const past = Object.freeze({ values: Object.freeze([...values]), exposure: Object.freeze([...exposure]) });
  return Object.freeze({ ...past, start: "2015-01-01", every, beside: Object.freeze([past]), place: 0 });
}

/** So many periods ahead, each of the same exposure. */
export function ahead(steps: number, { exposure = 1, draws = 1000 } = {}): Ahead {
  return { exposure: Array.from({ length: steps }, () => exposure), draws, uniform: random(3) };
}
