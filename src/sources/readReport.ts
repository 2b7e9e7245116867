import { z } from "zod";
import { isDay } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Report } from "../core/report.js";
import { checkedWhere, type Where } from "../core/where.js";
import { readJson } from "./readJson.js";

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
  weighing: z.strictObject({
    on: text,
    proxy: text.optional(),
    windows: z.array(text).min(2),
    drift: z.number().min(0).optional(),
    seed: z.int(),
  }),
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
  const faults = namesAtFault(report);
  if (faults.length > 0) throw new DataError(`report: ${faults.join("; ")} (${file})`);
  return report;
}

function namesAtFault(report: Report): string[] {
  const faults: string[] = [];
  const known = {
    window: new Set(Object.keys(report.windows)),
    figure: new Set(report.figures.map((one) => one.id)),
    evidence: new Set(report.evidence.map((one) => one.name)),
    note: new Set(report.citations.map((one) => String(one.note))),
  };
  const need = (kind: keyof typeof known, name: string, place: string): void => {
    if (!known[kind].has(name)) faults.push(`${place} names ${kind} ${name}, which is not there`);
  };
  const once = (kind: string, names: readonly (string | number)[]): void => {
    for (const name of new Set(names.filter((one, i) => names.indexOf(one) !== i))) {
      faults.push(`${kind} ${name} stands twice`);
    }
  };
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id);
  once(
    "evidence",
    report.evidence.map((one) => one.name),
  );
  once("figure", ids(report.figures));
  once("claim", ids(report.claims));
  once("hypothesis", ids(report.hypotheses));
  once(
    "note",
    report.citations.map((one) => one.note),
  );
  for (const [name, { since, until }] of Object.entries(report.windows)) {
    if (since >= until) faults.push(`windows.${name} ends before it begins`);
  }
  for (const { id, window, whole, measured: ways, notes: own } of report.figures) {
    need("window", window, `figure ${id}`);
    if (whole !== undefined) need("figure", whole, `figure ${id}`);
    for (const way of ways) need("evidence", way.on, `figure ${id}`);
    for (const note of own) need("note", String(note), `figure ${id}`);
  }
  for (const { id, check: one, notes: own } of report.claims) {
    for (const note of own) need("note", String(note), `claim ${id}`);
    if (one?.type === "ratio") for (const name of [one.before, one.after]) need("figure", name, `claim ${id}`);
    if (one?.type === "pace") need("figure", one.figure, `claim ${id}`);
    if (one?.type === "share") for (const name of [one.figure, ...one.against]) need("figure", name, `claim ${id}`);
    if (one?.type === "increase") {
      for (const name of [one.before, one.after]) need("window", name, `claim ${id}`);
      for (const way of one.measured) need("evidence", way.on, `claim ${id}`);
    }
  }
  for (const { id, predicts } of report.hypotheses) {
    for (const one of predicts) for (const name of [one.window, one.like]) need("window", name, `hypothesis ${id}`);
  }
  if (report.weighing !== undefined) {
    need("evidence", report.weighing.on, "weighing");
    for (const name of report.weighing.windows) need("window", name, "weighing");
    if (report.hypotheses.length < 2) faults.push("weighing needs 2 hypotheses");
  }
  return [...faults, ...kindsAtFault(report)];
}

/** Checks asked of figures that are not of the kind the check can use, and figures that lack what their kind needs. */
function kindsAtFault({ figures, claims }: Report): string[] {
  const faults = figures
    .filter((one) => one.what === "mean" && one.per === undefined)
    .map((one) => `figure ${one.id} is a mean and needs per: "week" or "month"`);
  const kindOf = (id: string): string => {
    const one = figures.find((figure) => figure.id === id);
    return one === undefined ? "" : one.what === "mean" ? `mean a ${one.per}` : one.what;
  };
  for (const { id, check: one } of claims) {
    if (one?.type === "ratio") {
      const kinds = [kindOf(one.before), kindOf(one.after)];
      const isFine = kinds[0] === kinds[1] && (kinds[0] === "count" || kinds[0] === "mean a month");
      if (!isFine && !kinds.includes(""))
        faults.push(`claim ${id} needs two monthly means or two counts, got ${kinds.join(" and ")}`);
    }
    if (one?.type === "pace" && !["count", ""].includes(kindOf(one.figure))) {
      faults.push(`claim ${id} needs a count, got a ${kindOf(one.figure)}`);
    }
    if (one?.type === "share") {
      const figure = figures.find((other) => other.id === one.figure);
      if (figure && (figure.what !== "share" || kindOf(figure.whole ?? "") !== "count")) {
        faults.push(`claim ${id} needs a share with a count as its whole`);
      }
    }
  }
  return faults;
}

function isWhere(value: unknown): boolean {
  try {
    checkedWhere(value, "report");
    return true;
  } catch {
    return false;
  }
}
