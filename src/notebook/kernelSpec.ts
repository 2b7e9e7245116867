import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { kernelCommand } from "./kernelCommand.js";

/**
 * Writes the description by which Jupyter finds this project's TypeScript kernel, and says where it lies.
 * `JUPYTER_PATH=<into> jupyter lab` then offers "TypeScript (hindcast)".
 *
 * @returns the path of the `kernel.json` written
 * @throws InputError when tslab is not installed in the project at `root`
 */
export function kernelSpec(root: string, into: string): string {
  const spec = {
    argv: ["node", ...kernelCommand(root), "{connection_file}"],
    display_name: "TypeScript (hindcast)",
    language: "typescript",
  };
  const folder = join(resolve(into), "kernels", "tslab");
  const file = join(folder, "kernel.json");
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(spec, null, 1)}\n`);
  renameSync(`${file}.new`, file);
  return file;
}
