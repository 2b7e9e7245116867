import type { Distribution, Forecast, FromHubOptions, Recipe } from "../../src/index.js";

/** Made-up forecasts of monthly events in two zones, from December 2023. */
export const recipe: Recipe = { where: [], by: ["zone"], every: "month", measure: "events" };

const targets = ["2024-01-01", "2024-02-01", "2024-03-01"];

export function made(says: Distribution, step = 1, more: Partial<Forecast> = {}): Forecast {
  return {
    ...{ model: "team-made", key: { zone: "coast" }, recipe, from: "abcdef1234", origin: "2023-12-01" },
    ...{ target: targets[step - 1], step, says, ...more },
  };
}

export const names = { "team-made": "team-made" };
export const back: FromHubOptions = { recipe, from: "abcdef1234", names };
