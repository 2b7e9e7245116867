import type { Forecast } from "../core/forecast.js";
import type { Series } from "../core/panel.js";

/** What forecasts and series are matched by: the key, and all of how it was counted but the days looked at. */
export function seriesName({ key, recipe }: Pick<Series, "key" | "recipe">): string {
  const where = recipe.where
    .map(({ since: _, until: __, ...rest }) => rest)
    .filter((one) => Object.keys(one).length > 0);
  return JSON.stringify([Object.entries(key).sort(), where, recipe.every, recipe.measure]);
}

/** What makes two forecasts answers to the same question: the series, the period and the threshold. */
export function questionName({
  key,
  recipe,
  target,
  asks,
}: Pick<Forecast, "key" | "recipe" | "target" | "asks">): string {
  return JSON.stringify([seriesName({ key, recipe }), target, Object.entries(asks ?? {})]);
}

/** An author's name as it is compared: blanks about it and the way its letters are composed make nobody another. */
export function authorName(by: string): string {
  return by.trim().normalize("NFC");
}
