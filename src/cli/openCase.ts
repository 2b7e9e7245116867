import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Codebook } from "../core/codebook.js";
import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Evidence, Report } from "../core/report.js";
import type { Manifest, Snapshot } from "../core/snapshot.js";
import type { Source } from "../core/source.js";
import { read } from "../events/read.js";
import { mapped } from "../sources/mapped.js";
import { readCodebook } from "../sources/readCodebook.js";
import { readMapping } from "../sources/readMapping.js";
import { readReport } from "../sources/readReport.js";
import { knownColumns, recognise, sourceNamed } from "../sources/recognise.js";
import { manifestOf, snapshotFolder } from "../store/snapshots.js";
import { tableColumns } from "../store/tableRows.js";

/** A report with its evidence in a store. */
export interface Case {
  readonly report: Report;
  readonly codebook: Codebook;
  readonly snapshots: Readonly<Record<string, Snapshot>>;
  readonly data: readonly CaseData[];
}

/** What a run says of one data set: where it is from and what became of its rows. */
export interface CaseData {
  readonly evidence: Evidence;
  readonly manifest: Manifest;
  /** The file that lists the refused rows. */
  readonly rejects: string;
}

/** The data folder that is shipped beside the built library. */
export const shipped = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "data");

/**
 * Opens a report, shipped by its name or anybody's by its path, and reads its evidence into the store. `events` is a file
 * that takes the place of the evidence from the same publisher.
 *
 * @throws InputError when there is no such report or file, or rows of `events` are later than the day it is taken to be of; DataError when a file is not what it should be
 */
export async function openCase(
  name: string,
  { store, events, asOf, note }: { store: string; events?: string; asOf?: Day; note: (step: string) => void },
): Promise<Case> {
  const file = reportFile(name);
  const report = await readReport(file);
  const codebook = await readCodebook(resolve(dirname(file), report.codebook));
  const own = events === undefined ? undefined : { file: events, source: await sourceOf(events) };
  if (own && !report.evidence.some((one) => one.publisher === own.source.name)) {
    throw new InputError(`run: no evidence of ${report.id} is from ${own.source.name}, got ${own.file}`);
  }
  const snapshots: Record<string, Snapshot> = {};
  const data: CaseData[] = [];
  for (const evidence of report.evidence) {
    const isOwn = own !== undefined && evidence.publisher === own.source.name;
    const path = isOwn ? own.file : resolve(dirname(file), evidence.file);
    note(`reading ${path}`);
    const source = isOwn ? own.source : await sourceIn(file, evidence);
    const day = isOwn && asOf !== undefined ? asOf : evidence.asOf;
    const snapshot = await read(path, source, { name: evidence.name, asOf: day, codebook, store });
    snapshots[evidence.name] = snapshot;
    const rejects = join(snapshotFolder(snapshot), "rejects.csv");
    if (isOwn && asOf === undefined && (await readFile(rejects, "utf8")).includes("is not before the as-of day")) {
      throw new InputError(
        `run: rows of ${path} lie after ${day}, the day of the file it replaces; name its day with --as-of`,
      );
    }
    const shown = isOwn ? asGiven(evidence, basename(path)) : evidence;
    data.push({ evidence: shown, manifest: await manifestOf(snapshot), rejects: relative(".", rejects) });
  }
  return { report, codebook, snapshots, data };
}

/** The user's own file in the place of a report's evidence: nothing is claimed of it that was not read from it. */
function asGiven(evidence: Evidence, file: string): Evidence {
  return {
    ...evidence,
    title: `Events of ${evidence.publisher} in ${file}, as given`,
    citation: "Cite it as its publisher asks",
    licence: "Terms as its publisher sets them",
    caveat: `In place of the shipped ${evidence.name}`,
  };
}

/** The source whose columns a file has. */
export async function sourceOf(file: string): Promise<Source> {
  return recognise(await tableColumns(file, knownColumns), { file });
}

/** The source of a report's evidence; the mapping of a table of one's own lies beside the report. */
async function sourceIn(report: string, { source, mapping }: Evidence): Promise<Source> {
  return mapping === undefined ? sourceNamed(source) : mapped(await readMapping(resolve(dirname(report), mapping)));
}

/**
 * The file of a report: one that is shipped by its name, or anybody's by the path of its file or folder.
 *
 * @throws InputError when there is none
 */
export function reportFile(name: string, verb = "run"): string {
  const inside = join(shipped, "reports", name, "report.json");
  if (/^[a-z0-9-]+$/.test(name) && existsSync(inside)) return inside;
  for (const path of [name, join(name, "report.json")]) if (path.endsWith(".json") && existsSync(path)) return path;
  throw new InputError(`${verb}: no report ${name}; name a shipped one (ctp-2023-12-13) or the path of a report.json`);
}
