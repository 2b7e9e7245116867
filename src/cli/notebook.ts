import { basename, join } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { notebookText } from "../notebook/notebookText.js";
import { runNotebook } from "../notebook/runNotebook.js";
import { writeWhole } from "../store/files.js";
import { progress } from "./progress.js";

interface Options {
  readonly out: string;
  readonly root: string;
  readonly timeout: string;
}

/** `hindcast notebook run`: runs notebooks in the real kernel without Python. */
export function notebookCommand(): Command {
  const run = new Command("run")
    .description("Run notebooks in the TypeScript kernel, without Python, and write them with their outputs.")
    .argument("<notebooks...>", "the .ipynb files")
    .option("--out <folder>", "where to write them; the originals are left alone", join("out", "notebooks"))
    .option("--root <folder>", "the project in which tslab is installed", ".")
    .option("--timeout <seconds>", "how long a cell may take", "120")
    .addHelpText("after", "\nExample:\n  hindcast notebook run notebooks/05-flood-or-capacity.ipynb")
    .action(async (files: string[], { out, root, timeout }: Options) => {
      const { note, end } = progress(process.stderr);
      if (!(Number(timeout) > 0)) throw new InputError(`notebook: timeout needs seconds above 0, got ${timeout}`);
      for (const file of files) {
        note(`running ${file}`);
        const { notebook, ok, failure } = await runNotebook(file, { timeout: Number(timeout), root }).finally(end);
        const written = join(out, basename(file));
        await writeWhole(written, notebookText(notebook));
        if (!ok) process.exitCode = 1;
        (ok ? process.stdout : process.stderr).write(ok ? `${file}: ran; ${written}\n` : `hindcast: ${failure}\n`);
      }
    });
  return new Command("notebook").description("Work with notebooks.").addCommand(run);
}
