import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Day } from "../core/day.js";
import { DataError } from "../core/errors.js";
import { makeFolder, writeWhole } from "./files.js";

const page = z.object({ rows: z.int(), bytes: z.int(), sha256: z.string() });
const schema = z.object({
  format: z.literal(1),
  question: z.unknown(),
  /** When the first page was asked for. */
  started: z.string(),
  pages: z.array(page),
  total: z.int().optional(),
  upTo: z.string().optional(),
  isOver: z.boolean(),
});

/** What is kept of a pull that is under way: its question, its pages in order, and whether the last is among them. */
export type PullManifest = z.infer<typeof schema>;

/** A pull under way, kept in a folder so that it can go on after a break. */
export interface PartialPull {
  readonly folder: string;
  manifest(): PullManifest;
  /** A page's rows as they were kept: JSON objects with a comma and a line break between them. */
  text(number: number): Promise<string>;
  keep(text: string, page: { rows: number; total?: number; upTo?: Day }): Promise<void>;
  end(upTo?: Day): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Opens the folder of a pull. What it holds of the same question is taken up again, as far as its pages are what the
 * manifest says; what it holds of another question is dropped. Each page is in place before the manifest names it, so that
 * a kill at any moment loses at most the page under way.
 */
export async function partialPull(folder: string, question: unknown, started: string): Promise<PartialPull> {
  const file = join(folder, "manifest.json");
  const pageFile = (number: number): string => join(folder, `page-${String(number).padStart(6, "0")}.txt`);
  let manifest: PullManifest = { format: 1, question, started, pages: [], isOver: false };
  const kept = await manifestIn(file);
  if (kept !== undefined && JSON.stringify(kept.question) === JSON.stringify(question)) {
    const good = await goodPages(kept, pageFile);
    manifest = { ...kept, pages: kept.pages.slice(0, good), isOver: kept.isOver && good === kept.pages.length };
  } else {
    await rm(folder, { recursive: true, force: true });
  }
  const write = async (next: PullManifest): Promise<void> => {
    await writeWhole(file, JSON.stringify(next));
    manifest = next;
  };
  await makeFolder(folder);
  await write(manifest);
  return {
    folder,
    manifest: () => manifest,
    text: async (number) => {
      const text = await readFile(pageFile(number), "utf8");
      if (sha256(text) !== manifest.pages[number - 1].sha256)
        throw new DataError(`pull: page ${number} was changed while it was kept (${pageFile(number)})`);
      return text;
    },
    keep: async (text, { rows, total, upTo }) => {
      await writeWhole(pageFile(manifest.pages.length + 1), text);
      const pages = [...manifest.pages, { rows, bytes: Buffer.byteLength(text), sha256: sha256(text) }];
      await write({ ...manifest, pages, ...(total !== undefined && { total }), ...(upTo !== undefined && { upTo }) });
    },
    end: async (upTo) => await write({ ...manifest, ...(upTo !== undefined && { upTo }), isOver: true }),
    drop: async () => await rm(folder, { recursive: true, force: true }),
  };
}

/** A manifest that is missing or not in order keeps nothing: the pull begins anew. */
async function manifestIn(file: string): Promise<PullManifest | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

async function goodPages({ pages }: PullManifest, pageFile: (number: number) => string): Promise<number> {
  for (let i = 0; i < pages.length; i++) {
    const text = await readFile(pageFile(i + 1), "utf8").catch(() => undefined);
    if (text === undefined || sha256(text) !== pages[i].sha256) return i;
  }
  return pages.length;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
