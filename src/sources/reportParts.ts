import { z } from "zod";
import { isDay } from "../core/day.js";
import { checkedWhere, type Where } from "../core/where.js";

export const text = z.string().regex(/^[^\p{Cc}]+$/u, "needs a text without control characters");
export const day = text.refine(isDay, "needs a day as YYYY-MM-DD");
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "needs lower-case letters, digits and dashes");
export const at = z.strictObject({
  paragraph: z.int().min(1),
  sentence: z.int().min(1).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "needs 64 hexadecimal digits")
    .optional(),
});
export const where = z.custom<Where>((value) => isWhere(value), "is not criteria");
const measure = z.union([z.enum(["events", "deaths"]), z.strictObject({ share: where })]);
export const measured = z.strictObject({
  on: text,
  label: text,
  where,
  measure: measure.optional(),
  proxy: text.optional(),
  counts: z.enum(["fewer", "more"]).optional(),
  cannot: text.optional(),
});
export const decimal = z.string().regex(/^\d+(\.\d+)?$/, "needs a number as printed");
export const span = z.strictObject({ since: day, until: day });
export const notes = z.array(z.int().min(1));

function isWhere(value: unknown): boolean {
  try {
    checkedWhere(value, "report");
    return true;
  } catch {
    return false;
  }
}
