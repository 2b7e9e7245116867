import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { jupyterFolder } from "../notebook/jupyterFolder.js";
import { kernelSpec } from "../notebook/kernelSpec.js";
import { projectRoot } from "./projectRoot.js";

interface Options {
  readonly root?: string;
  readonly into?: string;
  readonly replace?: boolean;
}

/** `hindcast notebook kernel`: tells Jupyter and VS Code where the TypeScript kernel is. */
export function notebookKernel(): Command {
  return new Command("kernel")
    .description("Install the TypeScript kernel of this project for Jupyter and VS Code.")
    .option("--root <folder>", "the project in which tslab is installed; the nearest from here upwards where absent")
    .option("--into <folder>", "a folder for JUPYTER_PATH instead of your own Jupyter folder")
    .option("--replace", "put it in the place of another kernel called tslab")
    .addHelpText(
      "after",
      `
Without --into it goes where Jupyter and VS Code look by themselves, for you alone; nothing else is changed.
It names this project by its path: after the project has moved, run it again. A notebook finds what is installed at or
above its own folder, so keep yours below the project, or install hindcast where they are.

Examples:
  hindcast notebook kernel
  hindcast notebook kernel --into .hindcast/jupyter     (then JUPYTER_PATH=.hindcast/jupyter jupyter lab notebooks)`,
    )
    .action(({ root = projectRoot("."), into, replace }: Options) => {
      const own = jupyterFolder({ platform: process.platform, home: homedir(), env: process.env });
      const folder = into ?? own;
      if (!replace) checkPlace(join(folder, "kernels", "tslab", "kernel.json"));
      const file = kernelSpec(root, folder);
      const next =
        into === undefined
          ? 'In Jupyter and VS Code choose the kernel "TypeScript (hindcast)"; or: hindcast notebook open'
          : `JUPYTER_PATH=${into} jupyter lab notebooks`;
      process.stdout.write(`Written to ${file}\n${next}\nNotebooks find hindcast below ${resolve(root)}\n`);
    });
}

/** A kernel of this name that somebody else installed is not written over unasked. */
function checkPlace(file: string): void {
  if (!existsSync(file) || readFileSync(file, "utf8").includes('"TypeScript (hindcast)"')) return;
  throw new InputError(`kernel: the place is taken, got another kernel in ${file}; give --replace or --into`);
}
