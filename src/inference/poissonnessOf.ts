import { InputError } from "../core/errors.js";
import type { Panel, Series } from "../core/panel.js";
import type { Poissonness, PoissonnessRow } from "../core/poissonness.js";
import { logPoisson } from "../distributions/poisson.js";
import { checkWhole } from "./checkWhole.js";
import { checkLevel, totalOf } from "./test.js";

/** So many counts are still worth a row each. */
const mostRows = 1000;

/**
 * How often each count was seen, series by series, beside how often Poisson counts at the series' own rate would show it: what
 * a chart needs to show where counts are no Poisson counts. Counts that nobody saw have their row too, between lowest and highest.
 *
 * @throws InputError when the level is not between 0 and 1, a count is not whole, or counts spread over more than 1000 values
 * @see Hoaglin (1980) The American Statistician 34, 146–149
 */
export function poissonnessOf(panel: Panel, { level }: { level: number }): Poissonness[] {
  checkLevel(level, "poissonnessOf");
  return panel.map((series) => {
    checkWhole(series, "poissonnessOf");
    return { key: series.key, n: series.values.length, level, rows: rowsOf(series, level) };
  });
}

function rowsOf({ values, exposure }: Series, level: number): PoissonnessRow[] {
  const { count: total, exposure: whole } = totalOf({ values, exposure });
  const n = values.length;
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  if (high - low >= mostRows)
    throw new InputError(
      `poissonnessOf: needs counts that spread over at most ${mostRows} values, got ${high - low + 1}`,
    );
  const seen = new Map<number, number>();
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1);
  const isEven = exposure.every((one) => one === exposure[0]);
  return Array.from({ length: high - low + 1 }, (_, i) => {
    const count = low + i;
    const chances = exposure.map((one) => Math.exp(logPoisson(count, (total * one) / whole)));
    const times = seen.get(count) ?? 0;
    return {
      count,
      seen: times,
      expected: chances.reduce((sum, one) => sum + one, 0),
      interval: centralOf(chances, (1 - level) / 2),
      // log(count!) is what a Poisson term of mean 1 leaves out.
      ...(isEven && times > 0 && { number: Math.log(times / n) - 1 - logPoisson(count, 1) }),
    };
  });
}

/** Between which numbers of successes all but a tail on either side lies, when each trial has its own chance. */
function centralOf(chances: readonly number[], tail: number): readonly [number, number] {
  let terms = Float64Array.of(1);
  for (const chance of chances) {
    const next = new Float64Array(terms.length + 1);
    for (let k = 0; k < terms.length; k++) {
      next[k] += terms[k] * (1 - chance);
      next[k + 1] += terms[k] * chance;
    }
    terms = next;
  }
  let low = 0;
  for (let below = terms[0]; below <= tail; ) below += terms[++low];
  let high = terms.length - 1;
  for (let above = terms[high]; above <= tail; ) above += terms[--high];
  return [low, high];
}
