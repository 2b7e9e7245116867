import { z } from "zod";
import { readJson } from "../sources/readJson.js";

const file = z.object({ name: z.string(), bytes: z.int(), sha256: z.string() });
const schema = z.object({
  format: z.literal(1),
  publisher: z.enum(["acled", "ucdp"]),
  /** The address that was asked; it never holds a credential. */
  from: z.string(),
  asked: z.object({
    release: z.string().optional(),
    country: z
      .array(z.union([z.string(), z.int()]))
      .readonly()
      .optional(),
    region: z.array(z.int()).readonly().optional(),
    since: z.string().optional(),
    until: z.string().optional(),
  }),
  /** When the first page was asked for and when the last had come, as ISO instants. */
  started: z.string(),
  ended: z.string(),
  file,
  rows: z.int(),
  /** Rows whose id stands in an earlier row too, with other content. */
  twice: z.int(),
  /** ACLED: the newest second (since 1970) in which a row was changed; an update asks from it on. */
  newest: z.int().optional(),
  /** ACLED: the last day of which the account's tier is given events; what lies after it is missing, not quiet. */
  upTo: z.string().optional(),
  /** An update: the rows changed since `after`, and the ids deleted since then. */
  update: z
    .object({ of: file, after: z.int(), deletions: file.extend({ ids: z.int() }), restored: z.int() })
    .optional(),
  pages: z.array(z.object({ rows: z.int(), bytes: z.int(), sha256: z.string() })),
});

/** What stands beside a pulled file: what was asked of whom and when, and what came. */
export type PullMeta = z.infer<typeof schema>;

/** The file in which a pulled file is described. */
export function metaFile(out: string): string {
  return `${out}.meta.json`;
}

/**
 * What stands beside a pulled file.
 *
 * @throws InputError when nothing does; DataError when it is of another form
 */
export async function readPullMeta(out: string): Promise<PullMeta> {
  return await readJson(metaFile(out), schema, "pull");
}
