import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DataError, InputError } from "../core/errors.js";
import { kernelCommand, tslabIn } from "./kernelCommand.js";
import { type Exit, type KernelProcess, startKernel } from "./kernelProcess.js";
import { connectKernel, type KernelSockets, loadZeromq, type Zeromq } from "./kernelSockets.js";
import type { WireMessage } from "./wireMessage.js";

/** A running kernel that takes one cell after another. */
export interface KernelSession {
  /** Runs a cell and waits until it is over, and with it all that it left for the end of the turn. */
  execute(code: string, seconds: number): Promise<CellRun>;
  /** Asks the kernel to leave as soon as no work is left in it, and waits for that. */
  leave(seconds: number): Promise<Ending>;
  /** Ends the kernel, whatever it is doing. Nothing stays behind. */
  close(): Promise<void>;
}

/** What a cell said, in order, and how it ended. What it says later is still added. */
export interface CellRun {
  readonly outputs: readonly WireMessage[];
  readonly ending: Ending;
}

/** How a wait for the kernel ended: with its answer, with too much output, with its death, or not in time. */
export type Ending =
  | { readonly how: "reply"; readonly status: unknown }
  | { readonly how: "flood" }
  | ({ readonly how: "exit" } & Exit)
  | { readonly how: "late"; readonly seconds: number };

/**
 * Starts the TypeScript kernel of the project at `root`, with `folder` as its working folder. It takes about 2 seconds;
 * one that says nothing for `startSeconds` will not start any more.
 *
 * @throws InputError when tslab or zeromq is not installed, or the kernel does not start
 */
export async function openKernel(root: string, folder: string, startSeconds = 60): Promise<KernelSession> {
  const command = kernelCommand(root);
  const zeromq = loadZeromq(tslabIn(root));
  const kernel = startKernel(command, resolve(folder));
  const sockets = await connectOrEnd(zeromq, kernel);
  const exit = kernel.exit.then((exit): Ending => ({ how: "exit", ...exit }));

  /** Whichever comes first. When the kernel is no more, what it said before its end is awaited. */
  async function first(seconds: number, ...endings: Promise<Ending>[]): Promise<Ending> {
    const timer = new AbortController();
    const late = pause(seconds * 1000, { how: "late", seconds } as const, { signal: timer.signal });
    late.catch(() => {});
    const ending = await Promise.race([...endings, exit, late, sockets.broken]);
    timer.abort();
    if (ending.how === "reply") return ending;
    await kernel.end();
    if (ending.how === "flood") return ending;
    for (let before = -1; before !== sockets.heard(); await pause(100)) before = sockets.heard();
    return ending;
  }
  async function execute(code: string, seconds: number): Promise<CellRun> {
    const cell = sockets.ask("shell", "execute_request", {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    });
    const answer = cell.reply.then(async ({ content }): Promise<Ending> => {
      // A promise that nobody caught is reported after the reply: the next request is answered after that.
      await sockets.ask("shell", "kernel_info_request", {}).idle;
      const isWhole = await Promise.race([cell.idle, undefined]);
      if (!isWhole) throw new DataError("kernel: lost part of what a cell said, got no end of it");
      return { how: "reply", status: content["status"] };
    });
    const flood = cell.flood.then((): Ending => ({ how: "flood" }));
    return { outputs: cell.outputs, ending: await first(seconds, answer, flood) };
  }
  function leave(seconds: number): Promise<Ending> {
    sockets.ask("control", "shutdown_request", { restart: false });
    return first(seconds);
  }
  async function close(): Promise<void> {
    await kernel.end();
    sockets.close();
  }
  try {
    const ending = await first(startSeconds, untilHeard(sockets));
    if (ending.how === "reply") return { execute, leave, close };
    const said = ending.how === "exit" ? ending.said.trim() : "nothing";
    throw new InputError(`kernel: tslab must start within ${startSeconds} seconds, got ${said || "no word"}`);
  } catch (error) {
    await close();
    throw error;
  }
}

async function connectOrEnd(zeromq: Zeromq, kernel: KernelProcess): Promise<KernelSockets> {
  try {
    return connectKernel(zeromq, kernel);
  } catch (error) {
    await kernel.end();
    throw error;
  }
}

/** Asks until an answer comes through the socket for outputs too: it may open later than the one for requests. */
async function untilHeard(sockets: KernelSockets): Promise<Ending> {
  await sockets.ask("shell", "kernel_info_request", {}).reply;
  for (let asked = 0; asked < 200; asked += 1) {
    const { idle } = sockets.ask("shell", "kernel_info_request", {});
    if (await Promise.race([idle, pause(50, undefined, { ref: false })])) return { how: "reply", status: "ok" };
  }
  return { how: "late", seconds: 10 };
}
