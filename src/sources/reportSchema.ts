import { z } from "zod";
import { claims, plans, questions, readings, referenceClasses } from "./reportClaimSchema.js";
import { at, day, decimal, id, measured, notes, text } from "./reportParts.js";

const year = z.array(z.number().min(0).max(1)).length(12);

/** The form of a report file. */
export const reportSchema = z.strictObject({
  $schema: text.optional(),
  id,
  title: text,
  publisher: text,
  published: day,
  cutoff: day,
  closed: z
    .strictObject({
      at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/, "needs a moment as YYYY-MM-DDThh:mmZ"),
      note: text,
    })
    .optional(),
  every: z.enum(["week", "month"]),
  question: text,
  numbering: text,
  codebook: text,
  windows: z.record(text, z.strictObject({ since: day, until: day, label: text, note: text.optional() })),
  evidence: z.array(
    z.strictObject({
      name: text,
      title: text,
      publisher: text,
      file: text,
      source: text,
      mapping: text.optional(),
      asOf: day,
      settlesAfter: z.int().min(0).optional(),
      citation: text,
      licence: text,
      caveat: text,
    }),
  ),
  figures: z.array(
    z.strictObject({
      id: text,
      at,
      notes,
      label: text,
      printed: text,
      to: decimal.optional(),
      hedge: text.optional(),
      what: z.enum(["mean", "count", "share", "quantity"]),
      sd: decimal.optional(),
      per: z.enum(["week", "month"]).optional(),
      window: text,
      atLeast: z.boolean().optional(),
      whole: text.optional(),
      measured: z.array(measured),
    }),
  ),
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
              zones: z.array(text).min(1),
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
      proxy: text.optional(),
      windows: z.array(text).min(2),
      past: text,
      forecast: text,
      placebos: z.record(text, text).optional(),
      drift: z.number().min(0).optional(),
      seed: z.int(),
    })
    .optional(),
  citations: z
    .array(
      z.strictObject({
        note: z.int().min(1),
        at: z.array(at),
        supports: z.array(text),
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
