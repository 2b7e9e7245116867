import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The last commit that touched a file; none where git does not know it. */
export async function commitOf(root: string, file: string): Promise<string | undefined> {
  return git(root, "log", "-1", "--format=%H", "--", file);
}

/** The commit that is checked out, with a plus where files of the code or the data have changed since; none outside a repository. */
export async function commitHere(root: string): Promise<string | undefined> {
  const head = await git(root, "rev-parse", "HEAD");
  const changed = await git(root, "status", "--porcelain", "--untracked-files=no", "--", "src", "data", "package.json");
  return head === undefined || changed === undefined ? head : `${head}+`;
}

async function git(root: string, ...args: readonly string[]): Promise<string | undefined> {
  const { stdout } = await run("git", ["-C", root, ...args]).catch(() => ({ stdout: "" }));
  return stdout.trim() || undefined;
}
