import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { writeWhole } from "../store/files.js";
import { type Certificate, type CheckedNotebook, certificateSchema } from "./certificate.js";
import { certificateText } from "./certificateText.js";
import { checkNotebook } from "./checkNotebook.js";
import { progress } from "./progress.js";

interface Options {
  readonly json?: true;
  readonly out?: string;
  readonly root: string;
  readonly stale?: true;
  readonly timeout: string;
}

/** `hindcast notebook check`: runs notebooks again and says which of their conclusions changed, and what was different. */
export function notebookCheckCommand(): Command {
  return new Command("check")
    .description("Run notebooks again and say which verdicts and quantities changed, and which inputs differ.")
    .argument("[notebooks...]", "the .ipynb files; without any, all in the project's notebooks folder")
    .option("--json", "print the certificate as JSON")
    .option("--out <file>", "write the certificate there as JSON")
    .option("--stale", "run nothing: only say which notebooks' code or data changed since they were run")
    .option("--root <folder>", "the project in which tslab is installed", ".")
    .option("--timeout <seconds>", "how long a cell may take", "120")
    .addHelpText(
      "after",
      "\nThe exit code is 1 if a verdict changed or a notebook does not run to its end; with --stale, if any is stale.\n\nExample:\n  hindcast notebook check notebooks/05-flood-or-capacity.ipynb --out certificate.json",
    )
    .action(async (files: string[], { json, out, root, stale, timeout }: Options) => {
      if (!(Number(timeout) > 0)) throw new InputError(`notebook: timeout needs seconds above 0, got ${timeout}`);
      const { note, end } = progress(process.stderr);
      const notebooks: CheckedNotebook[] = [];
      for (const file of files.length > 0 ? files : allIn(join(root, "notebooks"))) {
        note(`checking ${file}`);
        notebooks.push(await checkNotebook(file, { root, timeout: Number(timeout), run: !stale }).finally(end));
      }
      const certificate = certificateOf(notebooks);
      const text = `${JSON.stringify(certificate, null, 1)}\n`;
      if (out !== undefined) await writeWhole(out, text);
      process.stdout.write(json ? text : stale ? staleText(notebooks) : certificateText(certificate));
      const isBad = stale ? notebooks.some((one) => !isFresh(one)) : certificate.verdictsChanged > 0;
      if (isBad) process.exitCode = 1;
    });
}

function certificateOf(notebooks: readonly CheckedNotebook[]): Certificate {
  const verdictsChanged = notebooks.reduce((sum, { changed }) => sum + changed, 0);
  return certificateSchema.parse({
    certificate: "hindcast notebook check",
    version: 1,
    verdictsChanged,
    notebooks,
  });
}

/** A notebook that does not say what it was run with cannot be called fresh. */
function isFresh({ stale, committed }: CheckedNotebook): boolean {
  return stale.length === 0 && Object.keys(committed.inputs).length > 0;
}

function staleText(notebooks: readonly CheckedNotebook[]): string {
  return notebooks
    .map(({ notebook, stale, committed }) => {
      if (Object.keys(committed.inputs).length === 0) return `${notebook}: says nothing of what it was run with\n`;
      const why = stale
        .map(({ input }) => (input === "outputs" ? "outputs: not those of the recorded run" : input))
        .join(", ");
      return `${notebook}: ${why === "" ? "fresh" : `stale: ${why}`}\n`;
    })
    .join("");
}

function allIn(folder: string): string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new InputError(`notebook: needs notebooks or a folder of them, got ${folder}`, { cause: error });
  }
  return names
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((name) => join(folder, name));
}
