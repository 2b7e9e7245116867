import { z } from "zod";
import { everies, isDay } from "../core/day.js";

export const text = z.string().regex(/^[^\p{Cc}]+$/u, "needs a text without control characters");
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "needs lower-case letters, digits and dashes");
export const decimal = z.string().regex(/^\d+(\.\d+)?$/, "needs a number as printed");
export const chance = z.number().min(0).max(1);
const noDay = "needs a day as YYYY-MM-DD";

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: noDay, abort: true })
  .refine(isDay, noDay)
  .meta({ id: "day", description: "A day, YYYY-MM-DD, UTC." });

export const at = z
  .strictObject({
    paragraph: z.int().min(1).describe("Counted from 1, as `numbering` says."),
    sentence: z.int().min(1).optional().describe("Counted from 1 in its paragraph."),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "needs 64 hexadecimal digits")
      .optional()
      .describe("SHA-256 of the sentence, as `hindcast lint-report --hash` prints it."),
  })
  .meta({ id: "location", description: "Where it stands in the report's text." });

export const span = z
  .strictObject({ since: day, until: day.describe("The first day after it.") })
  .meta({ id: "span", description: "A stretch of days, its last day excluded." });

export const notes = z.array(z.int().min(1)).describe("The numbers of the notes that it leans on.");

const oneOf = z.union([z.string(), z.array(z.string()).min(1)], "needs a text or a list of texts");
const actors = "A name, or @name for a group of the codebook.";

export const where = z
  .strictObject({
    source: oneOf.optional(),
    country: oneOf.optional(),
    admin1: oneOf.optional(),
    admin2: oneOf.optional(),
    place: oneOf.optional(),
    zone: oneOf.optional().describe("A zone or a region of the codebook."),
    kind: oneOf.optional().describe(actors),
    subkind: oneOf.optional().describe(actors),
    actor: oneOf.optional().describe(`On either side. ${actors}`),
    side1: oneOf.optional().describe(actors),
    side2: oneOf.optional().describe(actors),
    civilians: z.boolean().optional(),
    minDeaths: z.int().min(0).optional(),
    notes: oneOf.optional().describe("Text that stands in a row's notes."),
    precision: z.enum(everies).optional().describe("Known at least this exactly."),
    since: day.optional(),
    until: day.optional(),
    get any() {
      return z.array(where).min(1).optional().describe("Any of these.");
    },
    get not() {
      return where.optional();
    },
  })
  .meta({ id: "where", description: "Which rows are meant: all that is given must hold; a list means any of it." });

export const measured = z
  .strictObject({
    on: text.describe("A data set, by its name in `evidence`."),
    label: text.describe("What is counted, in a few words."),
    where,
    measure: z
      .union([z.enum(["events", "deaths"]), z.strictObject({ share: where })])
      .optional()
      .describe("Events where absent."),
    proxy: text.optional().describe("Why this is not what the report counted; absent when it is."),
    counts: z
      .enum(["fewer", "more"])
      .optional()
      .describe("Of a proxy: whether it can only miss what is meant, or also takes in what is not."),
    cannot: text.optional().describe("Why this data set cannot say at all."),
  })
  .meta({ id: "measured", description: "One way to count it on one data set." });
