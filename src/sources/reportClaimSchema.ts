import { z } from "zod";
import { at, measured, notes, span, text, where } from "./reportParts.js";

const pair = z.strictObject({ before: text, after: text });
const count = z.int().min(0);
const check = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ratio"), before: text, after: text, word: text }),
  z.strictObject({ type: z.literal("pace"), figure: text, word: text, from: z.number(), to: z.number() }),
  z.strictObject({
    type: z.literal("share"),
    figure: text,
    against: z.array(z.union([text, z.number().min(0).max(100)])).min(1),
    word: z.enum(["more", "less"]),
  }),
  z.strictObject({ type: z.literal("leads"), part: pair, whole: pair }),
  z.strictObject({
    type: z.literal("count"),
    window: text,
    atLeast: count.optional(),
    atMost: count.optional(),
    measured: z.array(measured),
  }),
  z.strictObject({ type: z.literal("increase"), asks: text, before: text, after: text, measured: z.array(measured) }),
]);

/** The form of a report's claims. */
export const claims = z.array(
  z.strictObject({
    id: text,
    kind: z.enum(["observation", "explanation", "forecast", "indicator", "background"]),
    at,
    notes,
    label: text,
    says: text,
    repeats: text.optional(),
    likelihood: z
      .strictObject({
        word: text,
        range: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).optional(),
      })
      .optional(),
    happened: span.optional(),
    check: check.optional(),
    unscoreable: z
      .strictObject({
        lacks: z.array(z.enum(["deadline", "threshold", "data", "comparison", "observable cause"])).min(1),
        reading: text,
        wouldTake: text,
      })
      .optional(),
  }),
);

/** The form of a report's questions. */
export const questions = z.array(
  z.strictObject({
    id: text,
    claim: text,
    by: z.enum(["report", "us"]),
    asks: text,
    window: text,
    criterion: z.strictObject({
      type: z.enum(["ratio", "count", "share"]),
      against: text.optional(),
      above: z.number().optional(),
      atLeast: z.number().optional(),
      below: z.number().optional(),
      atMost: z.number().optional(),
    }),
    measured: z.array(measured).min(1),
  }),
);

/** The form of a report's plans. */
export const plans = z.array(
  z.strictObject({
    id: text,
    claim: text,
    low: text,
    high: text,
    window: text,
    phis: z.array(z.number().min(1)).min(1),
    reported: z.array(z.number().min(0).max(1)).min(1).optional(),
    note: text.optional(),
  }),
);

/** The form of a report's readings. */
export const readings = z.array(
  z.strictObject({
    id: text,
    claim: text,
    asks: text,
    direction: z.enum(["rise", "fall"]),
    sources: z.array(measured).min(1),
    zones: z.array(text).min(1),
    measures: z.array(z.enum(["events", "deaths"])).min(1),
    before: z.array(text).min(1),
    after: z.array(text).min(1),
    thresholds: z.array(z.number().gt(0)).min(1),
    dispersions: z.array(z.enum(["Poisson", "quasi-Poisson", "negative binomial", "permutation"])).min(1),
  }),
);

/** The form of a report's referenceClasses. */
export const referenceClasses = z.array(
  z.strictObject({
    id: text,
    claim: text,
    asks: text,
    on: text,
    where,
    proxy: text.optional(),
    zones: z.array(text).min(1),
    periods: z.strictObject({ before: z.int().min(1), drop: z.int().min(1), after: z.int().min(1) }),
    dropAtMost: z.number().gt(0).optional(),
    reboundAbove: z.number().gt(0),
    least: z.int().min(1),
  }),
);
