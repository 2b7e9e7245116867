import type { Model } from "./model.js";

/**
 * No event, for certain, in every period ahead: what any model has to beat where nearly all periods are quiet. The field's zero
 * model says the same. Any event at all earns it a log score of Infinity.
 *
 * @example
 * zero().name // "zero()"
 */
export function zero(): Model {
  return {
    name: "zero()",
    needs: 1,
    fit: () => ({ parameters: {}, ahead: ({ exposure }) => exposure.map(() => ({ family: "poisson", mean: 0 })) }),
  };
}
