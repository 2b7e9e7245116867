import { z } from "zod";
import { claims, plans, questions, readings, referenceClasses } from "./reportClaimSchema.js";
import { at, chance, day, decimal, id, measured, notes, text, where } from "./reportParts.js";

const year = z.array(chance).length(12).describe("January to December, each from 0 to 1.");
const window = text.describe("A window's name.");
const zone = text.describe("A zone or a region of the codebook.");

const figures = z.array(
  z.strictObject({
    id: text,
    at,
    notes,
    label: text,
    printed: text.describe("As printed, its decimals kept: `20.5`; of a quantity in words, the words."),
    to: decimal.optional().describe("The upper end where a range is printed."),
    hedge: text.optional().describe("The word before it that makes it less exact: `nearly`."),
    what: z.enum(["mean", "count", "share", "quantity"]),
    sd: decimal.optional().describe("The standard deviation printed beside a mean or a share."),
    per: z.enum(["week", "month"]).optional().describe("The unit of a mean."),
    window,
    atLeast: z.boolean().optional(),
    whole: text.optional().describe("The count of which a share is a share, as another figure's id."),
    measured: z.array(measured),
  }),
);

/** The form of a report file. */
export const reportSchema = z.strictObject({
  $schema: text.optional(),
  id,
  title: text,
  publisher: text,
  published: day,
  cutoff: day.describe("The first day whose events the report could not know."),
  closed: z
    .strictObject({
      at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/, "needs a moment as YYYY-MM-DDThh:mmZ"),
      note: text,
    })
    .optional(),
  every: z.enum(["week", "month"]).describe("The period in which it is counted."),
  question: text.describe("What the report was read for, as a question."),
  numbering: text.describe("How paragraphs are counted."),
  codebook: text.describe("The file of names of zones and actors, beside the report."),
  windows: z
    .record(
      text,
      z.strictObject({
        since: day,
        until: day.describe("The first day after it."),
        label: text,
        note: text.optional().describe("What the report leaves open and was decided here."),
      }),
    )
    .describe("Stretches of days by the names that figures, claims and questions call them by."),
  evidence: z.array(
    z.strictObject({
      name: text,
      title: text,
      publisher: text,
      file: text.describe("A file beside the report."),
      source: text.describe("What the file is: acled, ucdp, hapi, hdx, totals, or mapped for a table of your own."),
      mapping: text.optional().describe("For `mapped`: the file that says how its columns are read."),
      asOf: day,
      settlesAfter: z.int().min(0).optional().describe("After how many days its counts are taken as settled."),
      citation: text,
      licence: text,
      caveat: text.describe("What keeps it from being what the report counted."),
    }),
  ),
  figures,
  claims,
  questions: questions.default([]),
  plans: plans.default([]),
  readings: readings.default([]),
  referenceClasses: referenceClasses.default([]),
  hypotheses: z
    .array(
      z.strictObject({
        id: text,
        label: text,
        by: z.enum(["report", "us"]),
        at: at.optional(),
        says: text,
        supposes: z
          .array(
            z.strictObject({
              name: text,
              zones: z.array(zone).min(1),
              since: day.optional(),
              lasts: z.literal("until the end").optional(),
              season: year.optional(),
              covariate: text.optional(),
              size: z.strictObject({ median: z.number().gt(0), sd: z.number().min(0) }),
            }),
          )
          .min(1),
        ends: z
          .array(z.union([day, z.literal("never")]))
          .min(1)
          .optional(),
      }),
    )
    .default([]),
  covariates: z
    .record(
      text,
      z.strictObject({
        label: text,
        profile: year,
        begins: z.int().min(1).max(12),
        heights: z.record(z.string().regex(/^\d{4}$/, "needs a year"), z.number().min(0)),
        sources: z.array(text).min(1),
        note: text,
      }),
    )
    .default({}),
  weighing: z
    .strictObject({
      on: text,
      where: where.optional(),
      proxy: text.optional(),
      windows: z.array(window).min(2),
      past: window,
      forecast: window,
      placebos: z
        .record(zone, zone)
        .optional()
        .describe("Zones that explanations name, each with one of which they say nothing, to stand in its place."),
      drift: z.number().min(0).optional(),
      seed: z.int(),
    })
    .optional(),
  citations: z
    .array(
      z.strictObject({
        note: z.int().min(1),
        at: z.array(at),
        supports: z.array(text).describe("Ids of claims and figures."),
        items: z.array(
          z.strictObject({
            type: z.enum(["post", "page", "document", "dashboard", "unpublished", "subscription"]),
            url: text.optional(),
            title: text.optional(),
            publisher: text,
            date: z
              .string()
              .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "needs a year, month or day")
              .optional(),
            dateFrom: text.optional(),
            about: text.optional(),
          }),
        ),
      }),
    )
    .default([]),
});
