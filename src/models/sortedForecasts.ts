import type { Forecast } from "../core/forecast.js";

/** Forecasts by model in the order given, then by key, origin and step. */
export function sortedForecasts<F extends Forecast>(forecasts: readonly F[], models: readonly string[]): F[] {
  const order = new Map(models.map((name, i) => [name, i]));
  const keyed = forecasts.map((forecast) => ({ forecast, key: JSON.stringify(forecast.key) }));
  const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  keyed.sort(
    (one, other) =>
      (order.get(one.forecast.model) ?? 0) - (order.get(other.forecast.model) ?? 0) ||
      compared(one.key, other.key) ||
      compared(one.forecast.origin, other.forecast.origin) ||
      one.forecast.step - other.forecast.step,
  );
  return keyed.map(({ forecast }) => forecast);
}
