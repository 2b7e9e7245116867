import type { Distribution } from "../core/distribution.js";
import { midQuantiles } from "../distributions/midQuantiles.js";

/** So many closed forms are remembered by what they say. */
const mostClosed = 1000;

/**
 * Gives the `n` values of `midQuantiles`, of the same distribution the same array each time, so that nothing may be written to it. Closed
 * forms are often the same at every step, and their quantiles cost more than to tell so: these are known again by what they say.
 */
export function rememberedQuantiles(n: number): (says: Distribution) => Float64Array {
  const known = new WeakMap<Distribution, Float64Array>();
  const closed = new Map<string, Float64Array>();
  return (says) => {
    const own = known.get(says);
    if (own !== undefined) return own;
    const text = says.family === "draws" || says.family === "mixture" ? "" : JSON.stringify(says);
    const found = closed.get(text) ?? midQuantiles(says, n);
    if (text !== "") {
      if (closed.size >= mostClosed) closed.clear();
      closed.set(text, found);
    }
    known.set(says, found);
    return found;
  };
}
