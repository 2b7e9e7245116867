import { z } from "zod";
import { isDay } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import { checkedWhere, type Where } from "../core/where.js";
import { readJson } from "./readJson.js";
import { reportFaults } from "./reportFaults.js";

const text = z.string().regex(/^[^\p{Cc}]+$/u, "needs a text without control characters");
const day = text.refine(isDay, "needs a day as YYYY-MM-DD");
const at = z.strictObject({ paragraph: z.int().min(1), sentence: z.int().min(1).optional() });
const where = z.custom<Where>((value) => isWhere(value), "is not criteria");
const measured = z.strictObject({
  on: text,
  label: text,
  where,
  proxy: text.optional(),
  cannot: text.optional(),
});
const decimal = z.string().regex(/^\d+(\.\d+)?$/, "needs a number as printed");
const check = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ratio"), before: text, after: text, word: text }),
  z.strictObject({ type: z.literal("pace"), figure: text, word: text, from: z.number(), to: z.number() }),
  z.strictObject({
    type: z.literal("share"),
    figure: text,
    against: z.array(text).min(1),
    word: z.enum(["more", "less"]),
  }),
  z.strictObject({ type: z.literal("increase"), asks: text, before: text, after: text, measured: z.array(measured) }),
]);
const notes = z.array(z.int().min(1));

const schema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "needs lower-case letters, digits and dashes"),
  title: text,
  publisher: text,
  published: day,
  cutoff: day,
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
      asOf: day,
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
      printed: decimal,
      what: z.enum(["mean", "count", "share"]),
      per: z.enum(["week", "month"]).optional(),
      window: text,
      atLeast: z.boolean().optional(),
      whole: text.optional(),
      measured: z.array(measured),
    }),
  ),
  claims: z.array(
    z.strictObject({
      id: text,
      kind: z.enum(["observation", "explanation", "forecast", "indicator", "background"]),
      at,
      notes,
      label: text,
      says: text,
      check: check.optional(),
      unscoreable: text.optional(),
    }),
  ),
  hypotheses: z.array(
    z.strictObject({
      id: text,
      label: text,
      by: z.enum(["report", "us"]),
      at: at.optional(),
      says: text,
      predicts: z.array(z.strictObject({ zone: text, window: text, like: text })).min(1),
    }),
  ),
  weighing: z
    .strictObject({
      on: text,
      proxy: text.optional(),
      windows: z.array(text).min(2),
      drift: z.number().min(0).optional(),
      seed: z.int(),
    })
    .optional(),
  citations: z.array(
    z.strictObject({
      note: z.int().min(1),
      at: z.array(at),
      kind: z.enum(["page", "post", "dashboard", "unpublished", "subscription", "mixed"]),
      links: z.array(text),
      others: z.array(text),
    }),
  ),
});

/**
 * A report from its JSON file, every name in it known.
 *
 * @throws InputError when there is no such file; DataError that lists every fault, with its place
 */
export async function readReport(file: string): Promise<Report> {
  const report: Report = await readJson(file, schema, "report");
  const faults = reportFaults(report);
  if (faults.length > 0) throw new DataError(`report: ${faults.join("; ")} (${file})`);
  return report;
}

function isWhere(value: unknown): boolean {
  try {
    checkedWhere(value, "report");
    return true;
  } catch {
    return false;
  }
}
