import { z } from "zod";
import { isDay } from "../core/day.js";
import type { Forecast } from "../core/forecast.js";
import { readJson } from "./readJson.js";

const day = z.string().refine(isDay, { message: "needs a day as YYYY-MM-DD" });
const numbers = z.array(z.number());
const count = z.discriminatedUnion("family", [
  z.strictObject({ family: z.literal("poisson"), mean: z.number() }),
  z.strictObject({ family: z.literal("negbin"), mean: z.number(), size: z.number() }),
  z.strictObject({ family: z.literal("binomial"), n: z.number(), p: z.number() }),
  z.strictObject({ family: z.literal("betaBinomial"), n: z.number(), a: z.number(), b: z.number() }),
]);
const says = z.discriminatedUnion("family", [
  ...count.options,
  z.strictObject({ family: z.literal("bernoulli"), p: z.number() }),
  z.strictObject({ family: z.literal("zeroInflated"), zero: z.number(), of: count }),
  z.strictObject({ family: z.literal("hurdle"), zero: z.number(), of: count }),
  z.strictObject({ family: z.literal("gamma"), shape: z.number(), rate: z.number() }),
  z.strictObject({ family: z.literal("beta"), a: z.number(), b: z.number() }),
  z.strictObject({ family: z.literal("normal"), mean: z.number(), sd: z.number() }),
  z.strictObject({ family: z.literal("student"), df: z.number(), centre: z.number(), scale: z.number() }),
  z.strictObject({ family: z.literal("draws"), values: numbers }),
  z.strictObject({ family: z.literal("quantiles"), levels: numbers, values: numbers }),
]);
const where = z.record(z.string(), z.unknown());
const measure = z.union([z.enum(["events", "deaths"]), z.strictObject({ share: where })]);
const recipe = z.object({
  where: z.array(where),
  by: z.array(z.string()),
  every: z.enum(["day", "week", "month", "quarter", "year"]),
  measure,
});
const asks = z.strictObject({
  ...{ above: z.number().optional(), atLeast: z.number().optional() },
  ...{ below: z.number().optional(), atMost: z.number().optional() },
});
const forecast = z.object({
  ...{ model: z.string(), key: z.record(z.string(), z.string()), recipe, from: z.string() },
  ...{ origin: day, target: day, step: z.number().int().min(1), says, asks: asks.optional() },
});
const file = z.union([z.array(forecast), z.object({ forecasts: z.array(forecast) }).transform((one) => one.forecasts)]);

/**
 * The forecasts in a JSON file: a list of them, or a back-test that holds one.
 *
 * @throws InputError when there is no such file; DataError when it is not JSON, or with every place where it does not fit
 */
export async function readForecasts(path: string): Promise<Forecast[]> {
  return await readJson<Forecast[]>(path, file as z.ZodType<Forecast[]>, "forecasts");
}
