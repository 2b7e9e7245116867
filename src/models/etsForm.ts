import type { Every } from "../core/day.js";
import { InputError } from "../core/errors.js";

/** What is smoothed: additive (A), multiplicative (M), damped (Ad) or none (N). */
export interface EtsForm {
  readonly name: string;
  readonly error: "A" | "M";
  readonly trend: "N" | "A" | "Ad";
  readonly season: "N" | "A" | "M";
}

/**
 * The forms there are, simplest first. Left out, as unstable or unsettled: additive errors about multiplicative seasons, and
 * multiplicative trends.
 */
export const etsForms: readonly EtsForm[] = ["AN", "AA", "MN", "MA", "MM"].flatMap((ends) =>
  (["N", "A", "Ad"] as const).map((trend): EtsForm => {
    const error = ends.startsWith("A") ? "A" : "M";
    const season = ends.endsWith("N") ? "N" : ends.endsWith("A") ? "A" : "M";
    return { name: `${error}${trend}${season}`, error, trend, season };
  }),
);

/** Bounds of the smoothing parameters and of damping; beyond them, beta is at most alpha and gamma at most 1 - alpha. */
export const etsBounds = { least: 1e-4, most: 0.9999, leastDamping: 0.8, mostDamping: 0.98 };

/** @throws InputError when there is no such form */
export function etsFormNamed(name: string): EtsForm {
  const form = etsForms.find((one) => one.name === name);
  if (form === undefined)
    throw new InputError(
      `ets: form needs to be one of ${etsForms.map((one) => one.name).join(", ")}, got ${JSON.stringify(name)}`,
    );
  return form;
}

/** How many numbers a form estimates: smoothing parameters, initial states (of seasons all but one), and the errors' variance. */
export function etsSize({ trend, season }: EtsForm, period: number): number {
  const ofTrend = trend === "N" ? 0 : trend === "A" ? 2 : 3;
  return 3 + ofTrend + (season === "N" ? 0 : period);
}

/** How many periods a season has: those of a year, or the days of a week; 1 where there is none. */
export function cycleOf(every: Every): number {
  return { day: 7, week: 52, month: 12, quarter: 4, year: 1 }[every];
}
