import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { writeWhole } from "../store/files.js";
import { cellNotes } from "./cellNotes.js";
import { type Certificate, type CheckedNotebook, certificateSchema } from "./certificate.js";
import { certificateText, staleText } from "./certificateText.js";
import { checkNotebook, staleNotebook } from "./checkNotebook.js";
import { inOrder } from "./inOrder.js";
import { kernelOptions, type WrittenOptions, withKernelOptions } from "./kernelOptions.js";
import { progress } from "./progress.js";
import { projectRoot } from "./projectRoot.js";
import { widthOf } from "./wrapped.js";

interface Options extends WrittenOptions {
  readonly json?: true;
  readonly out?: string;
  readonly stale?: true;
}

/** `hindcast notebook check`: runs notebooks again and says which of their conclusions changed, and what was different. */
export function notebookCheckCommand(): Command {
  return withKernelOptions(
    new Command("check")
      .description("Run notebooks again and say which verdicts and quantities changed, and which inputs differ.")
      .argument("[notebooks...]", "the .ipynb files; without any, all in the project's notebooks folder")
      .option("--stale", "run nothing: only say whose code, data or outputs changed since they were run")
      .option("--json", "print the certificate as JSON")
      .option("--out <file>", "write the certificate there as JSON"),
  )
    .addHelpText(
      "after",
      `
The notebooks are not written. Numbers are compared exactly or within 3 standard errors of their own draws; whether a
conclusion hinges on the draws, says --set seed=2.
Exit codes: 0 no verdict changed, 1 one did, or a notebook does not run to its end or cannot be compared (with --stale:
one is stale), 2 something given was wrong.

Examples:
  hindcast notebook check --jobs 2 --out certificate.json
  hindcast notebook check --stale
  hindcast notebook check notebooks/00-start-here.ipynb --set seed=2`,
    )
    .action(async (given: string[], { json, out, stale, ...written }: Options) => {
      const files = given.length > 0 ? given : allIn(join(written.root ?? projectRoot("."), "notebooks"));
      if (stale && written.set !== undefined)
        throw new InputError(`notebook: --stale runs nothing that could be set, got ${written.set.join(" ")}`);
      const { jobs, ...options } = kernelOptions(files, written);
      const cells = cellNotes(progress(process.stderr));
      const check = (file: string): Promise<CheckedNotebook> =>
        stale
          ? staleNotebook(file, options.root)
          : checkNotebook(file, { ...options, onCell: cells.begin(file) }).finally(() => cells.finish(file));
      const notebooks: CheckedNotebook[] = [];
      await inOrder(files, jobs, check, (one) => void notebooks.push(one));
      const certificate = certificateOf(notebooks);
      const text = `${JSON.stringify(certificate, null, 1)}\n`;
      if (out !== undefined) await writeWhole(out, text);
      const width = widthOf(process.stdout);
      process.stdout.write(json ? text : stale ? staleText(notebooks) : certificateText(certificate, width));
      const isBad = stale ? isStale : isChanged;
      if (notebooks.some(isBad)) process.exitCode = 1;
    });
}

function certificateOf(notebooks: readonly CheckedNotebook[]): Certificate {
  const verdictsChanged = notebooks.reduce((sum, { changed }) => sum + changed, 0);
  return certificateSchema.parse({ certificate: "hindcast notebook check", version: 1, verdictsChanged, notebooks });
}

/** A notebook that does not say what it was run with cannot be called fresh. */
function isStale({ stale, committed }: CheckedNotebook): boolean {
  return stale.length > 0 || Object.keys(committed.inputs).length === 0;
}

/** Where nothing can be compared nothing was confirmed. */
function isChanged({ changed, named, failure }: CheckedNotebook): boolean {
  return changed > 0 || failure !== undefined || !named;
}

function allIn(folder: string): string[] {
  const names = namesIn(folder).filter((name) => name.endsWith(".ipynb"));
  if (names.length === 0) throw new InputError(`notebook: needs notebooks or a folder of them, got none in ${folder}`);
  return names.sort().map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new InputError(`notebook: needs notebooks or a folder of them, got ${folder}`, { cause: error });
  }
}
