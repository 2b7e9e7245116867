import { basename, join } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { notebookText } from "../notebook/notebookText.js";
import { readNotebook } from "../notebook/readNotebook.js";
import { recordedRun } from "../notebook/recordedRun.js";
import { withParameters } from "../notebook/withParameters.js";
import { writeWhole } from "../store/files.js";
import { progress } from "./progress.js";

interface Options {
  readonly out: string;
  readonly root: string;
  readonly timeout: string;
  readonly set: readonly string[];
}

/** `hindcast notebook run`: runs notebooks in the real kernel without Python. */
export function notebookRun(): Command {
  return new Command("run")
    .description("Run notebooks in the TypeScript kernel, without Python, and write them with their outputs.")
    .argument("<notebooks...>", "the .ipynb files, run one after the other")
    .option("--set <name=value>", "a value for a parameter of the notebook; may be given for several", collected, [])
    .option("--out <folder>", "where to write them; the originals are left alone", join("out", "notebooks"))
    .option("--root <folder>", "the project in which tslab is installed", ".")
    .option("--timeout <seconds>", "how long a cell may take", "120")
    .addHelpText(
      "after",
      `
Which parameters there are, of which types, says hindcast notebook parameters NOTEBOOK. A list is given with commas
or as JSON. What is set stands in the written notebook, below the cell that declares it. What the run rested on (hashes
of code, data and outputs, seeds, versions) stands in its metadata, for hindcast notebook check.
Exit codes: 0 all ran, 1 a cell of one of them failed (it is written all the same), 2 something given was wrong.

Examples:
  hindcast notebook run notebooks/05-flood-or-capacity.ipynb
  hindcast notebook run mine.ipynb --set zone=mopti-delta --set since=2023-08-01 --set years=2023,2024`,
    )
    .action(async (files: string[], { out, root, timeout, set }: Options) => {
      if (!(Number(timeout) > 0)) throw new InputError(`notebook: timeout needs seconds above 0, got ${timeout}`);
      const settings = settingsIn(set);
      checkNames(files);
      // All are looked at before the first is run: a run takes minutes.
      for (const file of files) withParameters(readNotebook(file), settings, file);
      const { note, end } = progress(process.stderr);
      for (const file of files) {
        note(`${file}, starting the kernel`);
        const onCell = (cell: number, of: number) => note(`${file}, cell ${cell} of ${of}`);
        const options = { timeout: Number(timeout), root, set: settings, onCell };
        const { notebook, ok, failure } = await recordedRun(file, options).finally(end);
        const written = join(out, basename(file));
        await writeWhole(written, notebookText(notebook));
        if (!ok) process.exitCode = 1;
        (ok ? process.stdout : process.stderr).write(
          ok ? `${file}: ran; ${written}\n` : `hindcast: ${failure}; ${written}\n`,
        );
      }
    });
}

function collected(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

function settingsIn(set: readonly string[]): Readonly<Record<string, string>> {
  const settings = new Map<string, string>();
  for (const text of set) {
    const at = text.indexOf("=");
    if (at < 1) throw new InputError(`notebook: set needs name=value, got ${text}`);
    const name = text.slice(0, at);
    if (settings.has(name)) throw new InputError(`notebook: a parameter is set once, got ${name} twice`);
    settings.set(name, text.slice(at + 1));
  }
  return Object.fromEntries(settings);
}

/** Each is written under its name: two of one name would overwrite each other. */
function checkNames(files: readonly string[]): void {
  const names = files.map((file) => basename(file));
  const setting = files.find((file) => /^\w+=/.test(file));
  if (setting !== undefined) throw new InputError(`notebook: each value has a --set of its own, got ${setting} alone`);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new InputError(`notebook: needs files of different names, got ${twice} twice`);
}
