import { z } from "zod";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const kind = z.enum(["number", "verdict", "text"]);
const place = { cell: z.string(), output: z.int().min(1), name: z.string(), kind };
const moved = z
  .strictObject({ ...place, from: value, to: value, by: z.number().optional(), withinNoise: z.boolean() })
  .readonly();
const lone = z.strictObject({ ...place, value }).readonly();
const inputs = z.record(z.string(), z.string()).readonly();
const change = z.strictObject({ input: z.string(), from: z.string().optional(), to: z.string().optional() }).readonly();
const run = z
  .strictObject({
    commit: z.string().optional().describe("The git commit, with a plus where the code has changed since."),
    inputs,
  })
  .readonly();

const checked = z
  .strictObject({
    notebook: z.string(),
    counts: z
      .record(z.string(), z.int())
      .readonly()
      .describe("By the ids of cells, the number that Jupyter shows beside each in the committed notebook."),
    changed: z.int().min(0).describe("Verdicts that changed, appeared or vanished."),
    named: z
      .boolean()
      .describe("Whether the committed run shows anything, and names it; if not, there is nothing to compare."),
    compared: z.int().min(0),
    committed: run,
    rerun: run,
    stale: z
      .array(change)
      .readonly()
      .describe("What had changed since the committed run, seen before anything was run."),
    failure: z.string().optional().describe("Why the notebook does not run to its end."),
    verdicts: z.array(moved).readonly(),
    moved: z.array(moved).readonly(),
    appeared: z.array(lone).readonly(),
    vanished: z.array(lone).readonly(),
    inputs: z.array(change).readonly(),
    feeds: z
      .array(
        z.strictObject({ path: z.string(), cells: z.array(z.string()).readonly(), before: z.int().min(0) }).readonly(),
      )
      .readonly()
      .describe("Which cells name each data file that differs, and how much moved before the first of them."),
  })
  .readonly();

/** The form of a certificate: which conclusions of which notebooks a second run changed, and what was different in it. */
export const certificateSchema = z
  .strictObject({
    certificate: z.literal("hindcast notebook check"),
    version: z.literal(1),
    verdictsChanged: z.int().min(0),
    notebooks: z.array(checked).readonly(),
  })
  .readonly()
  .meta({ title: "A reviewer's certificate" });

/** One notebook, checked. */
export type CheckedNotebook = z.infer<typeof checked>;

/** What `hindcast notebook check` found. No clock times: the same runs give the same bytes. */
export type Certificate = z.infer<typeof certificateSchema>;
