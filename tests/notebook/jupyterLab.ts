import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, vi } from "vitest";
import { kernelSpec } from "../../src/index.js";

/** A JupyterLab server of a test's own: its settings, kernels, port and password are nobody else's. */
export interface JupyterLab {
  /** Where a notebook of the folder that is served opens. */
  address(notebook: string): string;
  /** Stops the server, which stops its kernels. */
  close(): Promise<void>;
}

/** Whether JupyterLab 4 is on this machine. */
export function hasJupyterLab(): boolean {
  try {
    return /^4\./.test(
      execFileSync("jupyter", ["lab", "--version"], { stdio: ["ignore", "pipe", "ignore"] }).toString(),
    );
  } catch {
    return false;
  }
}

/** No questions, no news, nothing saved unasked, and every cell in the page whether one can see it or not. */
const settings = {
  "notebook-extension/tracker": { windowingMode: "none", autoStartDefaultKernel: true },
  "apputils-extension/notification": { fetchNews: "false", checkForUpdates: false, doNotDisturbMode: true },
  "docmanager-extension/plugin": { autosave: false },
};

/**
 * Starts JupyterLab on `served`, with the kernel of the project at `root`. What it writes of its own lies in `own`, and
 * each of its processes has that folder in its command line.
 */
export async function startJupyterLab(root: string, served: string, own: string): Promise<JupyterLab> {
  for (const [name, values] of Object.entries(settings)) {
    const file = join(own, "settings", "@jupyterlab", `${name}.jupyterlab-settings`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(values));
  }
  kernelSpec(root, join(own, "jupyter"));
  const options = [
    ...["--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"],
    ...[`--ServerApp.root_dir=${served}`, `--LabApp.user_settings_dir=${join(own, "settings")}`],
    ...[`--LabApp.workspaces_dir=${join(own, "workspaces")}`],
  ];
  const server = spawn("jupyter", ["lab", ...options], {
    env: {
      ...process.env,
      ...{ JUPYTER_PATH: join(own, "jupyter"), JUPYTER_CONFIG_DIR: join(own, "config") },
      ...{ JUPYTER_DATA_DIR: join(own, "share"), JUPYTER_RUNTIME_DIR: join(own, "runtime") },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  server.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  server.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const guard = startGuard(server, own);
  async function close(): Promise<void> {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, "exit");
      server.kill("SIGTERM");
      const late = pause(60_000, undefined, { ref: false }).then(() => server.kill("SIGKILL"));
      await Promise.race([gone, late]);
    }
    if (guard.kill("SIGKILL")) await once(guard, "exit");
  }
  try {
    const isUp = () => expect(found(own), said.join("")).toBeDefined();
    await vi.waitFor(isUp, { timeout: 90_000, interval: 100 });
  } catch (error) {
    await close();
    throw error;
  }
  const { url, token } = found(own) ?? { url: "", token: "" };
  // A workspace for each, since the tabs of one come back in the next.
  return {
    address: (notebook) => `${url}lab/workspaces/${basename(notebook, ".ipynb")}/tree/${notebook}?token=${token}`,
    close,
  };
}

/** What a server writes down about itself once it listens. */
function found(own: string): { readonly url: string; readonly token: string } | undefined {
  const runtime = join(own, "runtime");
  const name = existsSync(runtime) && readdirSync(runtime).find((file) => /^jpserver-\d+\.json$/.test(file));
  try {
    return name ? JSON.parse(readFileSync(join(runtime, name), "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/** Stops the server should these tests be killed: a shell waits for the pipe from them to close. */
function startGuard(server: ChildProcess, own: string): ChildProcess {
  const guard = spawn("/bin/sh", ["-c", 'read -r _; kill -s TERM "$1"', "lab-guard", String(server.pid), own], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.stdin?.on("error", () => {});
  return guard;
}

/** A process that runs. */
export interface Running {
  readonly pid: number;
  readonly line: string;
}

/** The processes whose command line names a folder. */
export function processesOf(folder: string): readonly Running[] {
  const all = existsSync("/proc/self/cmdline")
    ? readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => ({ pid: Number(pid), line: commandLine(pid) }))
    : execFileSync("ps", ["-A", "-ww", "-o", "pid=,args="])
        .toString()
        .split("\n")
        .map((line) => ({ pid: Number.parseInt(line, 10), line: line.trim().replace(/^\d+ /, "") }));
  return all.filter(({ line }) => line.includes(folder));
}

/** Ends what still names a folder of these tests, should a test have failed to. */
export function endProcessesOf(folder: string): void {
  if (!folder.includes("lab-")) return;
  for (const { pid } of processesOf(folder)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has gone by itself.
    }
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(join("/proc", pid, "cmdline"), "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
