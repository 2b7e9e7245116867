import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { InputError } from "../core/errors.js";

/** A kernel that was started, and where to reach it. */
export interface KernelProcess {
  readonly key: string;
  readonly shell: string;
  readonly iopub: string;
  readonly control: string;
  /** Resolves once the process is gone, however it went. Never rejects. */
  readonly exit: Promise<Exit>;
  /** Ends the process and whatever it started, and removes its folder. */
  end(): Promise<void>;
}

/** How a kernel went: a code or a signal, and the end of what it said outside the cells. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly said: string;
}

/**
 * Starts a kernel in `folder`. Its sockets are files in a folder that only this user can enter: no port is taken.
 * A second, tiny process waits for this one to end, however it ends, and takes the kernel with it.
 * The kernel lives in UTC and in English, so that a notebook prints the same everywhere.
 *
 * @throws InputError on Windows, and when the path of the temporary folder is too long for a socket
 */
export function startKernel(command: readonly string[], folder: string): KernelProcess {
  if (process.platform === "win32") throw new InputError("kernel: runs on Linux and macOS, got Windows; use Jupyter");
  const room = mkdtempSync(join(tmpdir(), "hindcast-"));
  const ip = join(room, "k");
  if (Buffer.byteLength(ip) > 100) {
    rmSync(room, { recursive: true });
    throw new InputError(`kernel: a socket's path has at most 100 bytes, got ${ip}; set TMPDIR to a shorter one`);
  }
  const key = randomBytes(32).toString("hex");
  const ports = { shell_port: 1, iopub_port: 2, control_port: 3, stdin_port: 4, hb_port: 5 };
  const connection = { transport: "ipc", ip, ...ports, key, signature_scheme: "hmac-sha256" };
  writeFileSync(join(room, "connection.json"), JSON.stringify(connection), { mode: 0o600 });

  const child = spawn(process.execPath, [...command, join(room, "connection.json")], {
    cwd: folder,
    env: kernelEnvironment(),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = watchExit(child);
  const guard = child.pid === undefined ? undefined : startGuard(child.pid, room);
  async function stop(): Promise<void> {
    killGroup(child);
    await exit;
    child.stdout?.destroy();
    child.stderr?.destroy();
    rmSync(room, { recursive: true, force: true });
    if (guard?.kill("SIGKILL")) await once(guard, "exit");
  }
  let stopping: Promise<void> | undefined;
  const end = () => (stopping ??= stop());
  return { key, shell: `ipc://${ip}:1`, iopub: `ipc://${ip}:2`, control: `ipc://${ip}:3`, exit, end };
}

function kernelEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return { ...inherited, NO_COLOR: "1", TZ: "UTC", LC_ALL: "en_US.UTF-8" };
}

/** A shell that does nothing until the pipe from this process closes: on a crash or a kill as on a normal end. */
function startGuard(pid: number, room: string): ChildProcess {
  const script = 'read -r _; kill -s KILL -- "-$1"; rm -rf -- "$2"';
  const guard = spawn("/bin/sh", ["-c", script, "hindcast-guard", String(pid), room], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => {});
  guard.stdin?.on("error", () => {});
  return guard;
}

function watchExit(child: ChildProcess): Promise<Exit> {
  let said = "";
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, signal: null, said: error.message }));
    child.once("exit", async (code, signal) => {
      // The pipes stay open as long as anything the kernel started holds them: end that first, then read to the end.
      const closed = new Promise((done) => child.once("close", done));
      killGroup(child);
      await Promise.race([closed, pause(500, undefined, { ref: false })]);
      resolve({ code, signal, said });
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // No such group, or (as macOS says it) none that is alive.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}
