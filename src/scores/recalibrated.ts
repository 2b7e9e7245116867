import type { Functional, ReliabilityRow } from "../core/reliabilityRow.js";
import { poolAdjacent } from "../math/poolAdjacent.js";
import { pinball } from "./functional.js";

/** What a loss makes of what was said (or should have been) and what came. */
export type Loss = (says: number, observed: number) => number;

/** The best rising recalibration of forecasts, and the parts of their mean loss. */
export interface Recalibration {
  /** Where each value said begins among the forecasts. */
  readonly starts: readonly number[];
  /** What should have been said instead of each. */
  readonly values: Float64Array;
  readonly score: number;
  readonly mcb: number;
  readonly dsc: number;
  readonly unc: number;
}

/** Of forecasts in rising order, with what came of each. */
export function recalibrated(said: Float64Array, observed: Float64Array, of: Functional, loss: Loss): Recalibration {
  const n = said.length;
  const starts: number[] = [];
  for (let i = 0; i < n; i++) if (i === 0 || said[i] > said[i - 1]) starts.push(i);
  const bestOf = of === "mean" ? means(observed) : quantiles(observed, of.quantile);
  const values = poolAdjacent(starts.length, (from, to) => bestOf(starts[from], starts[to] ?? n));
  const constant = bestOf(0, n);
  let [score, best, unc] = [0, 0, 0];
  for (let i = 0, point = -1; i < n; i++) {
    if (starts[point + 1] === i) point++;
    score += loss(said[i], observed[i]) / n;
    best += loss(values[point], observed[i]) / n;
    unc += loss(constant, observed[i]) / n;
  }
  return { starts, values, score, mcb: score - best, dsc: unc - best, unc };
}

/** The loss by its name. */
export function lossOf(name: ReliabilityRow["loss"], of: Functional): Loss {
  if (of !== "mean") return (says, observed) => pinball(says, observed, of.quantile);
  if (name === "squared") return (says, observed) => (says - observed) ** 2;
  return (says, observed) => (observed === 1 ? -Math.log(says) : -Math.log1p(-says)) + 0;
}

type Best = (from: number, to: number) => number;

function means(observed: Float64Array): Best {
  const totals = new Float64Array(observed.length + 1);
  for (let i = 0; i < observed.length; i++) totals[i + 1] = totals[i] + observed[i];
  return (from, to) => (totals[to] - totals[from]) / (to - from);
}

/** The least of the values that no other beats by pinball loss. */
function quantiles(observed: Float64Array, level: number): Best {
  return (from, to) => {
    const sorted = observed.slice(from, to).sort();
    const place = level * sorted.length;
    return sorted[Math.max(0, Math.ceil(place - 1e-12 * place) - 1)];
  };
}
