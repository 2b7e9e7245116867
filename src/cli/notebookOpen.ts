import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { kernelSpec } from "../notebook/kernelSpec.js";
import { projectRoot } from "./projectRoot.js";

/** `hindcast notebook open`: starts JupyterLab with this project's kernel. */
export function notebookOpen(): Command {
  return new Command("open")
    .description("Start JupyterLab with the TypeScript kernel of this project, if there is one on the PATH.")
    .argument("[notebook]", "the .ipynb file to open; without it the folder notebooks, where there is one")
    .argument("[for-jupyter...]", "after --, options for JupyterLab itself")
    .option("--root <folder>", "the project in which tslab is installed; the nearest from here upwards where absent")
    .addHelpText(
      "after",
      `
The kernel is described in .hindcast/jupyter, for this one start; hindcast notebook kernel installs it for good.

Examples:
  hindcast notebook open notebooks/00-start-here.ipynb
  hindcast notebook open notebooks -- --no-browser --port 9999`,
    )
    .action(async (notebook: string | undefined, extra: string[], { root = projectRoot(".") }: { root?: string }) => {
      const what = notebook ?? (existsSync("notebooks") ? "notebooks" : ".");
      if (!existsSync(what)) throw new InputError(`notebook: needs a file that is there, got ${what}`);
      const version = spawnSync("jupyter", ["lab", "--version"], { encoding: "utf8" });
      if (version.status !== 0) {
        const run = `hindcast notebook run ${notebook ?? "NOTEBOOK"}`;
        throw new InputError(
          `notebook: needs JupyterLab, got none on the PATH; pip install jupyterlab, or without Python: ${run}`,
        );
      }
      const into = resolve(".hindcast", "jupyter");
      process.stderr.write(`JupyterLab ${version.stdout.trim()} with the kernel in ${kernelSpec(root, into)}\n`);
      const paths = [into, process.env["JUPYTER_PATH"]].filter((path) => path).join(delimiter);
      process.exitCode = await ended(["lab", what, ...extra], { ...process.env, JUPYTER_PATH: paths });
    });
}

/** Ctrl-C is Jupyter's to answer: it asks before it leaves. This process stays until it has left. */
async function ended(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn("jupyter", args, { env, stdio: "inherit" });
  const stay = () => {};
  const pass = () => void child.kill("SIGTERM");
  process.on("SIGINT", stay);
  process.on("SIGTERM", pass);
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (left) => done(left === 0 || left === null ? 0 : 1));
  });
  process.off("SIGINT", stay);
  process.off("SIGTERM", pass);
  return code;
}
