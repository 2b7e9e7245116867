import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** The checkout, and the program that `npm test` built in it. */
export const root = join(import.meta.dirname, "..", "..");
const program = join(root, "dist", "cli", "main.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program in a folder, its outputs piped. */
export function hindcast(folder: string, ...args: readonly string[]): Promise<Ended> {
  return hindcastWith({}, folder, ...args);
}

/** The same, with other variables in its environment. */
export async function hindcastWith(env: NodeJS.ProcessEnv, folder: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  return { code, out, err };
}

/** Every file below a folder with the hash of its bytes. */
export function bytesOf(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const look = (at: string): void => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) look(path);
      else found[relative(folder, path)] = createHash("sha256").update(readFileSync(path)).digest("hex");
    }
  };
  look(folder);
  return found;
}
