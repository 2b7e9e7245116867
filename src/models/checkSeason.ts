import type { Every } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Season } from "./seasonColumns.js";

/**
 * A season and a trend as asked for, or their defaults: one wave a year and no trend; and the least number of periods that
 * lets them be fitted.
 *
 * @throws InputError when an option cannot be
 */
export function checkSeason(
  { harmonics = 1, trend = "none", window }: Partial<Season> & { readonly window?: number },
  name: string,
): Season & { readonly needs: number } {
  if (!(Number.isInteger(harmonics) && harmonics >= 0))
    throw new InputError(`${name}: harmonics needs a whole number from 0, got ${harmonics}`);
  if (!["none", "linear", "damped"].includes(trend))
    throw new InputError(`${name}: trend needs to be none, linear or damped, got ${JSON.stringify(trend)}`);
  const least = 2 * harmonics + (trend === "none" ? 3 : 4);
  return { harmonics, trend, needs: checkSpan(window, least, name) };
}

/**
 * How many periods a model with a window needs: those of the window, or `least` where it looks at all.
 *
 * @throws InputError when the window is no whole number or too short
 */
export function checkSpan(window: number | undefined, least: number, name: string): number {
  if (window !== undefined && !(Number.isInteger(window) && window >= least))
    throw new InputError(`${name}: window needs a whole number of periods from ${least}, got ${window}`);
  return window ?? least;
}

/** The season as asked for, but for the default wave of a year where periods are years, which have none. */
export function seasonOf(season: Season, { harmonics }: Partial<Season>, every: Every): Season {
  return every === "year" && harmonics === undefined ? { ...season, harmonics: 0 } : season;
}

/** A model's name as it is called: with its options where there are any. */
export function calledWith(name: string, options: object): string {
  return `${name}(${Object.keys(options).length > 0 ? JSON.stringify(options) : ""})`;
}
