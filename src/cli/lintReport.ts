import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { DataError, InputError } from "../core/errors.js";
import { likelihoodRange } from "../core/likelihoodWords.js";
import type { Report } from "../core/report.js";
import { reportPlace } from "../core/reportPlace.js";
import { type LintRow, lintReport } from "../reports/lintReport.js";
import { readCodebook } from "../sources/readCodebook.js";
import { jsonIn } from "../sources/readJson.js";
import { readMapping } from "../sources/readMapping.js";
import { readReport } from "../sources/readReport.js";
import { reportFaults } from "../sources/reportFaults.js";
import { hashText } from "./hashText.js";
import { lintText } from "./lintText.js";
import { reportFile } from "./openCase.js";
import { widthOf } from "./wrapped.js";

interface Options {
  readonly text?: string;
  readonly json?: boolean;
  readonly hash?: boolean;
  readonly offset?: string;
  readonly write?: boolean;
}

/** `hindcast lint-report`: what an encoded report lacks, contradicts or leaves to be doubted. */
export function lintReportCommand(): Command {
  return new Command("lint-report")
    .description(
      "Check an encoded report: its form, the names in it, its files, what it leaves open; and, with its text, where its sentences stand.",
    )
    .argument("<report>", "a shipped report's name, or the path of a report.json or its folder")
    .option("--text <file>", "the report's own text, a paragraph a line")
    .option("--json", "print the rows as JSON")
    .option("--hash", "print the hash of each located sentence instead")
    .option("--offset <n>", "which paragraph of the text is the report's first; by default the hashes it has tell it")
    .option("--write", "with --hash: write the missing hashes into the report")
    .addHelpText(
      "after",
      `
A fault is wrong and ends with exit code 2; advice is what a careful encoder would look at again.

Examples:
  hindcast lint-report my-report
  hindcast lint-report my-report --text letter.txt
  hindcast lint-report my-report --text letter.txt --hash --offset 7 --write`,
    )
    .action(async (name: string, { text, json, hash, offset, write }: Options) => {
      if (hash && text === undefined) throw new InputError("lint-report: --hash needs the report's text; add --text");
      const idle = [offset === undefined ? "" : "--offset", write ? "--write" : ""].find((one) => one !== "");
      if (!hash && idle !== undefined) throw new InputError(`lint-report: ${idle} goes with --hash`);
      const file = reportFile(name, "lint-report");
      const words = text === undefined ? undefined : await textIn(text);
      if (hash && words !== undefined) {
        process.stdout.write(
          await hashText(file, words, { write, ...(offset !== undefined && { offset: Number(offset) }) }),
        );
        return;
      }
      const rows = await rowsOf(file, words);
      process.stdout.write(
        json ? `${JSON.stringify(rows, null, 1)}\n` : lintText(file, rows, { width: widthOf(process.stdout) }),
      );
      if (rows.some(({ level }) => level === "fault")) process.exitCode = 2;
    });
}

/**
 * A text from its file.
 *
 * @throws InputError when there is no such file; DataError when it is not in UTF-8
 */
export async function textIn(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new InputError(`text: no such file, got ${file}`);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DataError(`text: not in UTF-8 (${file}); save it as UTF-8 first`);
  }
}

async function rowsOf(file: string, text: string | undefined): Promise<LintRow[]> {
  const faults = reportFaults(await jsonIn(file, "report"));
  if (faults.length > 0) return faults.map(({ place, says }) => ({ place, level: "fault", says }));
  const report = await readReport(file);
  const rows: LintRow[] = [];
  const codebook = await readCodebook(resolve(dirname(file), report.codebook)).catch(asRow(rows, "codebook"));
  rows.push(...(await filesAtFault(file, report)));
  const against = { ...(text !== undefined && { text }), ...(codebook && { codebook }), rangeOf: likelihoodRange };
  return [...rows, ...lintReport(report, against)];
}

async function filesAtFault(file: string, report: Report): Promise<LintRow[]> {
  const rows: LintRow[] = [];
  for (const [i, { file: events, mapping }] of report.evidence.entries()) {
    const path = resolve(dirname(file), events);
    const place = (field: string): string => reportPlace(report, ["evidence", i, field]);
    if (!existsSync(path)) rows.push({ place: place("file"), level: "fault", says: `no such file, got ${events}` });
    if (mapping !== undefined) await readMapping(resolve(dirname(file), mapping)).catch(asRow(rows, place("mapping")));
  }
  return rows;
}

/** Takes an error of what was asked or given for a row. */
function asRow(rows: LintRow[], place: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof InputError || error instanceof DataError)) throw error;
    rows.push({ place, level: "fault", says: error.message });
    return undefined;
  };
}
