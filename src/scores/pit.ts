import type { PitRow } from "../core/calibrationRow.js";
import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import { groupText } from "../core/groupText.js";
import { decimals, numbered, pText } from "../core/print.js";
import { logTails } from "../distributions/logTails.js";
import { quantile } from "../distributions/quantile.js";
import { random } from "../math/random.js";
import { designEffect } from "./designEffect.js";
import { type Group, type GroupBy, groupsOf } from "./groupsOf.js";
import { type Known, resolvedOnes } from "./resolvedOnes.js";

export interface PitOptions {
  /** How many bars; 10 is usual. */
  readonly bins: number;
  readonly seed: number;
  /** Unless said, by model. */
  readonly by?: GroupBy;
}

/**
 * Where in its forecast each outcome fell, from 0 (below all that was held likely) to 1, as a histogram: level if forecasts
 * are calibrated, a hollow if they are too narrow, a hill if too wide, a slope if they lie too low or too high. Counts have
 * steps, within which the place is drawn at random, or spread evenly (Czado, Gneiting & Held). Forecasts that share an
 * origin or a period vary together: band and test are of as many independent ones as they are worth.
 *
 * @throws InputError when nothing is resolved, or an option cannot be
 * @see Czado, Gneiting & Held (2009) Biometrics 65, 1254–1261
 * @see Smith (1985) Journal of Forecasting 4, 283–291
 */
export function pit(resolved: readonly Resolved[], { bins, seed, by = ["model"] }: PitOptions): PitRow[] {
  if (!(Number.isInteger(bins) && bins > 1))
    throw new InputError(`pit: bins needs a whole number above 1, got ${bins}`);
  if (!Number.isSafeInteger(seed)) throw new InputError(`pit: seed needs a whole number, got ${seed}`);
  return groupsOf(resolvedOnes(resolved, "pit"), by, "pit").map((group) => histogram(group, bins, random(seed)));
}

function histogram({ group, rows }: Group<Known>, bins: number, uniform: () => number): PitRow {
  const n = rows.length;
  const [drawn, mean] = [new Float64Array(bins), new Float64Array(bins)];
  const placed = rows.map((row) => {
    const { below, upTo } = placeOf(row);
    const at = Math.min(bins - 1, Math.floor(bins * (below + uniform() * (upTo - below))));
    drawn[at]++;
    for (let bin = 0; bin < bins; bin++) mean[bin] += shareIn(bin / bins, (bin + 1) / bins, below, upTo);
    return { ...row, at };
  });
  const { origins, effect } = designEffect(placed, bins, ({ at }) => at);
  const pearson = drawn.reduce((sum, count) => sum + (count - n / bins) ** 2 / (n / bins), 0);
  const statistic = pearson / effect;
  const p = Math.exp(logTails({ family: "gamma", shape: (bins - 1) / 2, rate: 0.5 }, statistic).upper);
  const worth = Math.max(1, Math.round(n / effect));
  const [low, high] = [0.025, 0.975].map((at) => quantile({ family: "binomial", n: worth, p: 1 / bins }, at));
  const heights = (counts: Float64Array): number[] => Array.from(counts, (count) => (count * bins) / n);
  return {
    ...group,
    ...{ n, origins, randomised: heights(drawn), mean: heights(mean) },
    ...{ band: [(low * bins) / worth, (high * bins) / worth], designEffect: effect, statistic, p },
    reading: `${groupText(group)}: ${shapeOf(mean, p)}, ${pText(p)} (${numbered(n, "forecast")} at ${numbered(origins, "origin")}, worth ${decimals(worth, 0)} independent ones)`,
    assumes: ["origins more than a block apart tell nothing of each other"],
  };
}

/** The chances of less than what came, and of no more. */
function placeOf({ says, observed }: Known): { below: number; upTo: number } {
  const { lower, upper } = logTails(says, observed);
  const below = Math.max(0, -Math.expm1(upper));
  return { below, upTo: Math.max(below, Math.min(1, Math.exp(lower))) };
}

/** How much of what is spread evenly between two places lies in a bar; all of it in the bar above, where it has no width. */
function shareIn(from: number, to: number, below: number, upTo: number): number {
  if (upTo > below) return Math.max(0, Math.min(to, upTo) - Math.max(from, below)) / (upTo - below);
  return (below >= from && below < to) || (to === 1 && below >= 1) ? 1 : 0;
}

/** What the shape of the histogram says, where it is not level. */
function shapeOf(counts: Float64Array, p: number): string {
  if (p >= 0.05) return "no sign of miscalibration";
  const n = counts.reduce((a, b) => a + b, 0);
  const centres = counts.map((_, i) => (i + 0.5) / counts.length);
  const moment = (power: number, about: number): number =>
    counts.reduce((sum, count, i) => sum + count * (centres[i] - about) ** power, 0) / n;
  const centre = moment(1, 0);
  const spread = moment(2, centre);
  // Of level bars: as many centres at equal distances have this variance.
  const level = (1 - 1 / counts.length ** 2) / 12;
  // Each over its standard error for a single outcome, of which the variances are 1/12 and 1/180.
  const [shift, change] = [(centre - 0.5) * Math.sqrt(12), (spread - level) * Math.sqrt(180)];
  if (Math.abs(shift) > Math.abs(change))
    return shift > 0 ? "more came than was forecast" : "less came than was forecast";
  return spread > level ? "forecasts are too narrow" : "forecasts are too wide";
}
