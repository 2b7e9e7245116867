import { basename, join } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { notebookInWords } from "../notebook/notebookInWords.js";
import { notebookText } from "../notebook/notebookText.js";
import { recordedRun } from "../notebook/recordedRun.js";
import { writeWhole } from "../store/files.js";
import { cellNotes } from "./cellNotes.js";
import { inOrder } from "./inOrder.js";
import { kernelOptions, type WrittenOptions, withKernelOptions } from "./kernelOptions.js";
import { progress } from "./progress.js";

interface Options extends WrittenOptions {
  readonly out: string;
  readonly print?: true;
}

/** `hindcast notebook run`: runs notebooks in the real kernel without Python. */
export function notebookRun(): Command {
  return withKernelOptions(
    new Command("run")
      .description("Run notebooks in the TypeScript kernel, without Python, and write them with their outputs.")
      .argument("<notebooks...>", "the .ipynb files, run one after the other")
      .option("--out <folder>", "where to write them; the originals are left alone", join("out", "notebooks"))
      .option("--print", "also print what they say, without their code"),
  )
    .addHelpText(
      "after",
      `
Which parameters there are, of which types, says hindcast notebook parameters NOTEBOOK. A list is given with commas
or as JSON. What is set stands in the written notebook, below the cell that declares it. What the run rested on (hashes
of code, data and outputs, seeds, versions) stands in its metadata, for hindcast notebook check.
Exit codes: 0 all ran, 1 a cell of one of them failed (it is written all the same), 2 something given was wrong.

Examples:
  hindcast notebook run notebooks/05-flood-or-capacity.ipynb
  hindcast notebook run notebooks/00-start-here.ipynb --set zone=north --print
  hindcast notebook run mine.ipynb --set zone=mopti-delta --set since=2023-08-01 --set years=2023,2024`,
    )
    .action(async (files: string[], { out, print, ...given }: Options) => {
      const { jobs, ...options } = kernelOptions(files, given);
      checkNames(files);
      const cells = cellNotes(progress(process.stderr));
      const run = (file: string) =>
        recordedRun(file, { ...options, onCell: cells.begin(file) }).finally(() => cells.finish(file));
      await inOrder(files, jobs, run, async ({ notebook, ok, failure }, file) => {
        const written = join(out, basename(file));
        await writeWhole(written, notebookText(notebook));
        if (print) process.stdout.write(notebookInWords(notebook));
        if (!ok) process.exitCode = 1;
        (ok ? process.stdout : process.stderr).write(
          ok ? `${file}: ran; ${written}\n` : `hindcast: ${failure}; ${written}\n`,
        );
      });
    });
}

/** Each is written under its name: two of one name would overwrite each other. */
function checkNames(files: readonly string[]): void {
  const names = files.map((file) => basename(file));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new InputError(`notebook: needs files of different names, got ${twice} twice`);
}
