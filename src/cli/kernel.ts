import { join } from "node:path";
import { Command } from "commander";
import { kernelSpec } from "../notebook/kernelSpec.js";

/** `hindcast kernel`: tells Jupyter where the TypeScript kernel is. */
export function kernelCommand(): Command {
  return new Command("kernel")
    .description("Write the description by which Jupyter finds the TypeScript kernel of this project.")
    .option("--root <folder>", "the project in which tslab is installed", ".")
    .option("--into <folder>", "the folder to write kernels/tslab/kernel.json below", join(".hindcast", "jupyter"))
    .addHelpText("after", "\nThen: JUPYTER_PATH=.hindcast/jupyter jupyter lab notebooks")
    .action(({ root, into }: { root: string; into: string }) => {
      process.stdout.write(`Written to ${kernelSpec(root, into)}\nJUPYTER_PATH=${into} jupyter lab notebooks\n`);
    });
}
