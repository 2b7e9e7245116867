import { InputError } from "../core/errors.js";
import type { MultiverseReading } from "../core/multiverse.js";
import { normalQuantile, normalUpper } from "../distributions/normal.js";
import type { Comparison } from "../inference/compare.js";
import type { Outcome } from "../inference/test.js";
import { totalOf } from "../inference/test.js";
import type { StretchOrWhy } from "./varyCounts.js";

/** What a reading came to, but for the choices it is made of. */
export type Read = Omit<MultiverseReading, "choices">;

/** What two stretches and a method say of their ratio, before any threshold; or why they say nothing. */
export type Compared =
  | { readonly counts: readonly [number, number]; readonly outcome: Outcome }
  | { readonly why: string };

/** Compares two stretches by one method. */
export function comparedBy(before: StretchOrWhy, after: StretchOrWhy, method: Comparison, level: number): Compared {
  if ("why" in before) return before;
  if ("why" in after) return after;
  const counts = [totalOf(before.stretch).count, totalOf(after.stretch).count] as const;
  if (counts[0] + counts[1] === 0) return { why: "no events on either side" };
  const length = before.stretch.values.length + after.stretch.values.length;
  if (length < method.needs) return { why: `${method.name} needs ${method.needs} periods, got ${length}` };
  try {
    return { counts, outcome: method.compare(before.stretch, after.stretch, level) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { why: error.message };
  }
}

/** Holds a ratio's interval against a threshold, in the direction claimed. */
export function readingVerdict(
  compared: Compared,
  {
    direction,
    threshold,
    level,
  }: { readonly direction: "rise" | "fall"; readonly threshold: number; readonly level: number },
): Read {
  if ("why" in compared) return { verdict: "cannot be compared", n: 0, why: compared.why };
  const { counts, outcome } = compared;
  const { estimate, interval } = outcome;
  const told = { n: counts[0] + counts[1], counts, ...(estimate !== undefined && { ratio: estimate }) };
  if (interval === undefined) return { ...told, verdict: "uncertain", why: outcome.reading };
  const [low, high] = interval;
  const isAbove = low > threshold;
  const isBelow = high !== null && high < threshold;
  const isRise = direction === "rise";
  const verdict = (isRise ? isAbove : isBelow) ? "holds" : (isRise ? isBelow : isAbove) ? "fails" : "uncertain";
  const reach =
    estimate === undefined || estimate === 0
      ? undefined
      : isRise
        ? Math.log(estimate / low)
        : Math.log((high ?? Infinity) / estimate);
  return { ...told, verdict, interval, ...(reach !== undefined && { power: powerOf(reach, level) }) };
}

/** How often an interval that reaches so far, on the log scale, would clear a threshold half or twice the true ratio. */
function powerOf(reach: number, level: number): number {
  const z = normalQuantile((1 + level) / 2);
  if (reach === Infinity) return 0;
  return reach > 0 ? Math.exp(normalUpper(z - (z * Math.LN2) / reach)) : 1;
}
