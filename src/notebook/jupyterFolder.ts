import { join } from "node:path";

/**
 * The folder of a person's own Jupyter, in which Jupyter and VS Code look for kernels without being told.
 *
 * @see https://docs.jupyter.org/en/latest/use/jupyter-directories.html
 *
 * @example
 * jupyterFolder({ platform: "linux", home: "/home/ada", env: {} }) // "/home/ada/.local/share/jupyter"
 */
export function jupyterFolder({ platform, home, env }: Machine): string {
  if (env["JUPYTER_DATA_DIR"]) return env["JUPYTER_DATA_DIR"];
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env["APPDATA"] || join(home, "AppData", "Roaming"), "jupyter");
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "jupyter");
}

/** What the place of a person's files depends on. */
export interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}
