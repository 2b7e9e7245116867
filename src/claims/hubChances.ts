import type { Distribution } from "../core/distribution.js";
import { type HubReading, rowFault } from "./hubTask.js";

/** One category of a pmf. */
interface Category {
  readonly id: string;
  readonly value: number;
  readonly row: number;
}

type Chance = { readonly count: number; readonly value: number };

/**
 * What a pmf says: of "yes" and "no" a chance; of counts the fewest draws whose shares these are, else quantiles that
 * jump at each count. What lies in an open last bin (">12", "13+") is taken to lie where it begins.
 */
export function hubChances(categories: readonly Category[], reading: HubReading, isAsked: boolean): Distribution {
  const [{ row }] = categories;
  for (const { value, row: at } of categories)
    if (!(value >= 0 && value <= 1)) throw rowFault(reading, at, `a pmf needs chances from 0 to 1, got ${value}`);
  const sum = categories.reduce((total, { value }) => total + value, 0);
  if (Math.abs(sum - 1) > 1e-6) throw rowFault(reading, row, `its task's pmf adds up to ${sum}, not to 1`);
  const yes = categories.find(({ id }) => /^(?:yes|true)$/i.test(id));
  const others = categories.filter((one) => one !== yes);
  if (yes !== undefined && others.length === 1 && /^(?:no|false)$/i.test(others[0].id))
    return { family: "bernoulli", p: yes.value };
  const ids = categories.map(({ id }) => id).join(", ");
  if (isAsked) throw rowFault(reading, row, `a yes-or-no question needs a pmf of "no" and "yes", got ${ids}`);
  const counts = categories.map((one) => countOf(one, reading)).sort((a, b) => a.count - b.count);
  return dealt(counts) ?? stairs(counts);
}

/**
 * Quantiles through values and the chances of as much or less. Where the chance does not rise, the level does by its last
 * digit alone, as two values cannot have one level.
 */
export function rising(points: readonly (readonly [number, number])[]): Distribution {
  const levels: number[] = [];
  const values: number[] = [];
  for (const [value, chance] of points) {
    const last = levels[levels.length - 1] ?? -1;
    const level = chance > last ? chance : nextAbove(last);
    if (level > 1) break;
    levels.push(level);
    values.push(value);
  }
  return { family: "quantiles", levels, values };
}

function countOf({ id, value, row }: Category, reading: HubReading): Chance {
  const found = /^(>|>=|≥)?\s*(\d+)\+?$/.exec(id);
  if (found !== null) return { count: Number(found[2]) + (found[1] === ">" ? 1 : 0), value };
  throw rowFault(
    reading,
    row,
    `pmf of ${JSON.stringify(id)}: neither a count, such as 12, nor an open last bin, such as >12`,
  );
}

/** So many draws at most stand for a pmf. */
const mostDraws = 2000;

/** The fewest draws whose shares are exactly these chances; none where it takes too many. */
function dealt(counts: readonly Chance[]): Distribution | undefined {
  const some = counts.filter(({ value }) => value > 0);
  for (let n = some.length; n <= mostDraws; n++) {
    const isDealt = some.every(
      ({ value }) => Math.round(value * n) > 0 && Math.abs(Math.round(value * n) / n - value) < 1e-12,
    );
    if (!isDealt) continue;
    const values = some.flatMap(({ count, value }) => Array.from({ length: Math.round(value * n) }, () => count));
    return { family: "draws", values, isWhole: true };
  }
  return undefined;
}

/** At each count a step as high as its chance, and nothing between them. */
function stairs(counts: readonly Chance[]): Distribution {
  let sum = 0;
  const points: [number, number][] = [];
  for (const { count, value } of counts) {
    if (value === 0) continue;
    if (points.length > 0) points.push([count, sum]);
    sum = Math.min(1, sum + value);
    points.push([count, sum]);
  }
  return rising(points);
}

/** The next level that a double can hold. */
function nextAbove(level: number): number {
  return Math.max(level + Number.MIN_VALUE, level * (1 + Number.EPSILON));
}
