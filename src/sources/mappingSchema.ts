import { z } from "zod";
import { everies, isDay } from "../core/day.js";
import { columnName } from "../core/source.js";

const text = z.string().min(1);
const column = z.string().refine((name) => columnName(name) !== "", "needs a letter or a digit");
const several = z.array(column).min(1).optional();
const day = z.string().refine(isDay, "needs a day as YYYY-MM-DD");
const every = z.enum(everies);
const meanings = z.record(z.string(), text).optional();
const others = z.enum(["refuse", "keep"]).optional();
const empty = z.enum(["refuse", "absent"]).optional();
const date = {
  column: column.optional(),
  columns: z.array(column).min(2).max(3).optional(),
  format: z.union([text, z.array(text).min(1)], "needs a pattern or a list of patterns").optional(),
  century: z.literal([1900, 2000], "needs 1900 or 2000").optional(),
  months: z.array(text).length(12).optional(),
  unknown: z.enum(["refuse", "coarser"]).optional(),
};
const number = { column: column.optional(), columns: several, blank: z.array(text).optional() };

const words = short(z.strictObject({ column: column.optional(), values: meanings, others, always: text.optional() }));
const sides = short(
  z.strictObject({
    column: column.optional(),
    columns: several,
    split: text.optional(),
    values: meanings,
    others,
    always: z.array(text).optional(),
  }),
);
const counted = short(z.strictObject({ ...number, empty: z.literal(["refuse", 0], 'needs "refuse" or 0').optional() }));
const estimated = short(
  z.strictObject({ ...number, empty: z.literal(["refuse", "absent", 0], 'needs "refuse", "absent" or 0').optional() }),
);
const copied = short(z.strictObject({ column }));
const degrees = short(z.strictObject({ column, empty }));

/** The form of a mapping file. */
export const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "needs lower-case letters, digits and dashes"),
  note: z.string().optional(),
  country: text.optional(),
  decimal: z.enum([".", ","]).optional(),
  covers: z.strictObject({ since: day, until: day }).optional(),
  columns: z.strictObject({
    id: short(z.strictObject({ column: column.optional(), columns: several })),
    day: short(z.strictObject(date)),
    until: short(z.strictObject({ ...date, empty })).optional(),
    known: short(z.strictObject({ ...date, empty, always: day.optional() })).optional(),
    precision: z
      .strictObject({
        column: column.optional(),
        values: z.record(z.string(), every).optional(),
        always: every.optional(),
      })
      .optional(),
    kind: words,
    subkind: words.optional(),
    side1: sides.optional(),
    side2: sides.optional(),
    civilians: z
      .strictObject({
        column: column.optional(),
        values: z.record(z.string(), z.boolean()).optional(),
        others: z.literal(["refuse", true, false], 'needs "refuse", true or false').optional(),
        always: z.boolean().optional(),
      })
      .optional(),
    deaths: counted.optional(),
    deathsLow: estimated.optional(),
    deathsHigh: estimated.optional(),
    events: counted.optional(),
    country: words.optional(),
    admin1: words.optional(),
    admin2: words.optional(),
    place: copied.optional(),
    notes: copied.optional(),
    lat: degrees.optional(),
    lon: degrees.optional(),
    position: z.strictObject({ column, separator: text, first: z.enum(["lat", "lon"]), empty }).optional(),
    placePrecision: estimated.optional(),
  }),
});

/** A mapping with every short form written out. */
export type FullMapping = z.output<typeof mappingSchema>;

/** A name on its own is short for its column. */
function short<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (typeof value === "string" ? { column: value } : value), schema);
}
