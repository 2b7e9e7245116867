import type { Distribution, Key, Resolved, Score } from "../../src/index.js";

/** The first day of the month that lies so many months after January 2015. */
export function month(i: number): string {
  return `${2015 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, "0")}-01`;
}

/** A score; `value` of Infinity is written as null, as `score` does. */
export function scored(
  model: string,
  origin: number,
  value: number,
  { step = 1, key = {}, metric = "crps()", noise }: { step?: number; key?: Key; metric?: string; noise?: number } = {},
): Score {
  return Object.freeze({
    ...{ model, key, origin: month(origin), target: month(origin + step), step, metric },
    value: value === Infinity ? null : value,
    ...(noise !== undefined && { noise }),
  });
}

/** A forecast with what came of it. */
export function resolvedAs(
  says: Distribution,
  observed: number,
  origin: number,
  { model = "m()", step = 1, key = {} }: { model?: string; step?: number; key?: Key } = {},
): Resolved {
  return Object.freeze({
    ...{ model, key, from: "abc", origin: month(origin), target: month(origin + step), step, says, observed },
    recipe: { where: [], by: Object.keys(key), every: "month" as const, measure: "events" as const },
    ...{ state: "resolved" as const, evidence: "abc", asOf: "2030-01-01" },
  });
}
