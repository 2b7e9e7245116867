import { existsSync } from "node:fs";
import { InputError } from "../core/errors.js";
import { fingerprint, writeWhole } from "../store/files.js";
import type { PartialPull } from "../store/partialPull.js";
import { metaFile, type PullMeta } from "./pullMeta.js";
import type { Pulled } from "./pullPages.js";

/** The folder in which a pull is kept while it is under way. */
export function partialFolder(out: string): string {
  return `${out}.partial`;
}

/**
 * Refuses to pull over a file that stands: it may be the only copy of what was known on a day.
 *
 * @throws InputError when the file stands and no pull into it is under way
 */
export function checkOut(out: string, cure: string): void {
  if (existsSync(out) && !existsSync(partialFolder(out))) throw new InputError(`pull: ${out} stands already; ${cure}`);
}

/**
 * Writes the pages kept as one file of the form the API returns, a row a line: page by page, in place only when whole; its
 * description comes last, so that a file with a description is complete.
 */
export async function writePull(
  out: string,
  partial: PartialPull,
  {
    head,
    pulled,
    meta,
  }: {
    head: string;
    pulled: Pulled;
    meta: Omit<PullMeta, "format" | "file" | "rows" | "twice" | "upTo" | "started" | "pages">;
  },
): Promise<PullMeta> {
  await writeWhole(out, textOf(partial, head));
  const { started, pages } = partial.manifest();
  const { rows, twice, upTo } = pulled;
  const { publisher, from, asked, ended, ...rest } = meta;
  const file = await fingerprint(out);
  const written: PullMeta = {
    ...{ format: 1, publisher, from, asked, started, ended, file, rows, twice },
    ...(upTo !== undefined && { upTo }),
    ...rest,
    pages,
  };
  await writeWhole(metaFile(out), `${JSON.stringify(written, null, 2)}\n`);
  return written;
}

async function* textOf(partial: PartialPull, head: string): AsyncGenerator<string> {
  yield head;
  for (let number = 1; number <= partial.manifest().pages.length; number++) {
    yield number === 1 ? "\n" : ",\n";
    yield await partial.text(number);
  }
  yield "\n]}\n";
}
