import { z } from "zod";
import { everies, isDay } from "../core/day.js";
import type { Distribution } from "../core/distribution.js";
import type { Forecast } from "../core/forecast.js";
import { checkedWhere, type Where } from "../core/where.js";
import { readJson } from "./readJson.js";

const day = z.string().refine(isDay, "is not a day as YYYY-MM-DD");

const where = z.custom<Where>((value) => {
  try {
    checkedWhere(value, "forecasts");
    return true;
  } catch {
    return false;
  }
}, "is not criteria");

/** That its parameters can be is checked where it is used. */
const says = z.custom<Distribution>(
  (value) => typeof value === "object" && value !== null && "family" in value && typeof value.family === "string",
  "is no distribution with a family",
);

const forecast = z.strictObject({
  model: z.string().min(1),
  key: z.record(z.string(), z.string()),
  recipe: z.strictObject({
    where: z.array(where),
    by: z.array(z.string()),
    every: z.enum(everies),
    measure: z.union([z.enum(["events", "deaths"]), z.strictObject({ share: where })]),
  }),
  from: z.string(),
  origin: day,
  target: day,
  step: z.number().int().positive(),
  says,
  asks: z
    .strictObject({
      above: z.number().optional(),
      atLeast: z.number().optional(),
      below: z.number().optional(),
      atMost: z.number().optional(),
    })
    .optional(),
});

const schema = z.union([z.array(forecast), z.looseObject({ forecasts: z.array(forecast) })]);

/**
 * Forecasts from a JSON file: a list of them, or an object with `forecasts`, such as a back-test.
 *
 * @throws InputError when there is no such file; DataError that lists every fault, with its place; a field that no forecast has
 * is one, as it may be another misspelt
 */
export async function readForecasts(file: string): Promise<Forecast[]> {
  const found = await readJson(file, schema, "forecasts");
  return Array.isArray(found) ? found : found.forecasts;
}
