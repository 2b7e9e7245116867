import type { Distribution } from "../core/distribution.js";
import type { Family } from "./family.js";

type Quantiles = Extract<Distribution, { family: "quantiles" }>;

/**
 * What is known by some quantiles only. Between them the cumulative chance is a straight line; the chances beyond the
 * outer levels lie on the outer values themselves, as nothing says how far out they reach.
 */
export const quantilesFamily: Family<Quantiles> = {
  isCount: () => false,
  check: ({ levels, values }) => {
    if (!Array.isArray(levels) || levels.length === 0) return "quantiles needs at least 1 level, got 0";
    if (!Array.isArray(values) || values.length !== levels.length) {
      return `quantiles needs a value for each of ${levels.length} levels, got ${values?.length}`;
    }
    const wrong = levels.findIndex((level, i) => !(level >= 0 && level <= 1 && !(level <= levels[i - 1])));
    if (wrong >= 0) return `quantiles needs rising levels from 0 to 1, got ${levels[wrong]} (level ${wrong + 1})`;
    const fallen = values.findIndex((value, i) => !Number.isFinite(value) || value < values[i - 1]);
    return fallen < 0 ? undefined : `quantiles needs finite rising values, got ${values[fallen]} (value ${fallen + 1})`;
  },
  logDensity: (distribution, x) => {
    const { levels, values } = distribution;
    if (jumpAt(distribution, x) > 0) return Infinity;
    const i = values.findIndex((value) => value > x);
    return i <= 0 ? -Infinity : Math.log((levels[i] - levels[i - 1]) / (values[i] - values[i - 1]));
  },
  logTails: (distribution, x) => {
    const turned: Quantiles = {
      family: "quantiles",
      levels: distribution.levels.map((level) => 1 - level).reverse(),
      values: distribution.values.map((value) => -value).reverse(),
    };
    return { lower: Math.log(upTo(distribution, x)), upper: Math.log(upTo(turned, -x)) };
  },
  quantile: ({ levels, values }, p) => {
    const i = levels.findIndex((level) => level >= p);
    if (i === 0) return values[0];
    if (i < 0) return values[values.length - 1];
    return values[i] - (values[i] - values[i - 1]) * ((levels[i] - p) / (levels[i] - levels[i - 1]));
  },
  mean: (distribution) => {
    const pieces = piecesOf(distribution);
    return pieces.reduce((sum, { chance, low, high }) => sum + (chance * (low + high)) / 2, 0);
  },
  variance: (distribution) => {
    const centre = quantilesFamily.mean(distribution);
    return piecesOf(distribution).reduce((sum, { chance, low, high }) => {
      const [below, above] = [low - centre, high - centre];
      return sum + (chance * (below * below + below * above + above * above)) / 3;
    }, 0);
  },
  sampler: (distribution, uniform) => () => quantilesFamily.quantile(distribution, uniform()),
};

/** P(X <= x). */
function upTo({ levels, values }: Quantiles, x: number): number {
  const next = values.findIndex((value) => value > x);
  if (next === 0) return 0;
  if (next < 0) return 1;
  const last = next - 1;
  const step = (levels[next] - levels[last]) / (values[next] - values[last]);
  return levels[last] + (x - values[last]) * step;
}

/** The chance of exactly x. */
function jumpAt({ levels, values }: Quantiles, x: number): number {
  const first = values.indexOf(x);
  if (first < 0) return 0;
  const last = values.lastIndexOf(x);
  const below = first === 0 ? 0 : levels[first];
  return (last === values.length - 1 ? 1 : levels[last]) - below;
}

/** Stretches on which a chance lies evenly; those of one value hold it at that value. */
function piecesOf({ levels, values }: Quantiles): { chance: number; low: number; high: number }[] {
  const [first, last] = [values[0], values[values.length - 1]];
  return [
    { chance: levels[0], low: first, high: first },
    ...values.slice(1).map((value, i) => ({ chance: levels[i + 1] - levels[i], low: values[i], high: value })),
    { chance: 1 - levels[levels.length - 1], low: last, high: last },
  ];
}
