import type { Distribution } from "../core/distribution.js";
import { random } from "../math/random.js";
import { seedFor } from "../math/seedFor.js";

/**
 * Equally likely values of one step put in an order that makes paths of them: place by place they rank as the draws of the
 * member that is known by the most draws do (the first of several), so that what hung together in its paths still does. This is
 * ensemble copula coupling. Fewer draws are each taken several times, of more the first ones; ties are broken by chance, which hangs on
 * the step and the values alone. Where no member is known by draws (closed forms, quantiles, mixtures even of draws) the order is by
 * chance alone: steps independent of each other. The values themselves stay what they are.
 *
 * @see Schefzik, Thorarinsdottir & Gneiting (2013) Statistical Science 28, 616–640
 */
export function coupled(values: Float64Array, says: readonly Distribution[], step: number): number[] {
  const n = values.length;
  const sorted = values.slice().sort();
  const draws = mostDraws(says);
  const m = draws.length;
  // Fewer draws are stretched rather than repeated: steps with a draw more or less then hardly lose each other.
  const drawOf = (i: number): number => (m === 0 ? 0 : draws[m < n ? Math.floor((i * m) / n) : i]);
  const uniform = random(seedFor(step, sorted.join()));
  const places = Array.from(sorted, (_, place) => ({ place, draw: drawOf(place), tie: uniform() }));
  places.sort((one, other) => one.draw - other.draw || one.tie - other.tie);
  const path = new Array<number>(n);
  places.forEach(({ place }, rank) => {
    path[place] = sorted[rank];
  });
  return path;
}

function mostDraws(says: readonly Distribution[]): readonly number[] {
  let most: readonly number[] = [];
  for (const one of says) if (one.family === "draws" && one.values.length > most.length) most = one.values;
  return most;
}
