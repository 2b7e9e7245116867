import type { Forecast } from "../core/forecast.js";

/** Forecasts by model in the order in which models come first, then by key, origin and step. */
export function sortedForecasts<F extends Forecast>(forecasts: readonly F[]): F[] {
  const order = new Map<string, number>();
  for (const { model } of forecasts) if (!order.has(model)) order.set(model, order.size);
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
