import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import type { Functional, MurphyRow } from "../core/reliabilityRow.js";
import { checkFunctional, pinball, saidBy } from "./functional.js";
import { type GroupBy, groupsOf } from "./groupsOf.js";
import { resolvedOnes } from "./resolvedOnes.js";

export interface MurphyOptions {
  /** Unless said, by model. */
  readonly by?: GroupBy;
  /** What of the forecasts is looked at; their mean (of yes-or-no questions their chance) unless said. */
  readonly of?: Functional;
  /** At which thresholds; unless said 101 at equal distances, from 0 to 1 for chances, else over all that was said and came. */
  readonly thetas?: readonly number[];
}

/**
 * The Murphy diagram: mean elementary scores over thresholds. At a threshold θ a forecast is charged where it and the outcome
 * lie on either side of θ (from the lower one up to, not including, the higher): of a mean or chance |outcome - θ|, of a
 * quantile the level where too low and 1 less the level where too high. Every score that is fit for the mean (or the
 * quantile) is a mixture of these, so that a model whose curve is nowhere higher is no worse by any of them. The `area` is
 * that of the whole curve.
 *
 * @throws InputError when nothing is resolved, or an option cannot be
 * @see Ehm, Gneiting, Jordan & Krüger (2016) Journal of the Royal Statistical Society B 78, 505–562
 */
export function murphy(resolved: readonly Resolved[], options: MurphyOptions = {}): MurphyRow[] {
  const { by = ["model"], of = "mean" } = options;
  checkFunctional(of, "murphy");
  const known = resolvedOnes(resolved, "murphy");
  const said = new Map(known.map((row) => [row, saidBy(row.says, of)]));
  const isChance = of === "mean" && known.every(({ says }) => says.family === "bernoulli");
  const thetas = options.thetas ?? spread(isChance ? [0, 1] : [...said.values(), ...known.map((row) => row.observed)]);
  const wrong = thetas.find((theta, i) => !Number.isFinite(theta) || !(i === 0 || theta > thetas[i - 1]));
  if (thetas.length === 0 || wrong !== undefined)
    throw new InputError(`murphy: thetas need to be rising numbers, got ${wrong ?? "none"}`);
  return groupsOf(known, by, "murphy").map(({ group, rows }): MurphyRow => {
    const scores = new Float64Array(thetas.length);
    let area = 0;
    for (const row of rows) {
      const [says, { observed }] = [said.get(row) ?? Number.NaN, row];
      area += of === "mean" ? (says - observed) ** 2 / 2 : pinball(says, observed, of.quantile);
      const [low, high] = [Math.min(says, observed), Math.max(says, observed)];
      for (let i = 0; i < thetas.length; i++) {
        if (thetas[i] < low || thetas[i] >= high) continue;
        if (of === "mean") scores[i] += Math.abs(observed - thetas[i]);
        else scores[i] += says > observed ? 1 - of.quantile : of.quantile;
      }
    }
    const n = rows.length;
    return { ...group, of, n, thetas, scores: Array.from(scores, (score) => score / n), area: area / n };
  });
}

function spread(values: readonly number[]): number[] {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(high > low)) return [low];
  return Array.from({ length: 101 }, (_, i) => low + (i / 100) * (high - low));
}
