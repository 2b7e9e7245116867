import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { createRequire } from "node:module";
import { InputError } from "../core/errors.js";
import type { KernelProcess } from "./kernelProcess.js";
import { packMessage, unpackMessage, type WireMessage } from "./wireMessage.js";

/** The sockets of a kernel that a runner needs. */
export interface KernelSockets {
  /** Sends a request and keeps whatever comes back for it. */
  ask(channel: "shell" | "control", type: string, content: WireMessage["content"]): Asked;
  /** Rejects when something comes that is no message of this kernel. Never resolves. */
  readonly broken: Promise<never>;
  /** How many messages have come so far. */
  heard(): number;
  close(): void;
}

/** A request, and what has come back for it. */
export interface Asked {
  readonly reply: Promise<WireMessage>;
  /** The kernel's word that it is done with the request: all it sent until then has come. */
  readonly idle: Promise<WireMessage>;
  /** Resolves to the bytes that came when they are more than any cell should say. */
  readonly flood: Promise<number>;
  /** What was printed and shown, in order, up to the flood. Late messages are still added. */
  readonly outputs: readonly WireMessage[];
}

/** The part of the zeromq package that is used here. */
export interface Zeromq {
  readonly Dealer: new (options: object) => Socket;
  readonly Subscriber: new (options: object) => Socket & { subscribe(topic: string): void };
}

interface Socket extends AsyncIterable<Buffer[]> {
  connect(address: string): void;
  send(parts: readonly string[]): Promise<void>;
  close(): void;
}

/** A message counts 500 bytes and its text. More than this is taken for a loop that prints for ever. */
const mostBytes = 50_000_000;

/**
 * The zeromq package. It comes with tslab and is loaded only when a kernel is wanted.
 *
 * @throws InputError when it is not installed beside tslab, or cannot run on this machine
 */
export function loadZeromq(tslab: string): Zeromq {
  try {
    return createRequire(tslab)("zeromq");
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new InputError(`kernel: needs the zeromq package of tslab, got "${reason}"; run npm install first`, {
      cause: error,
    });
  }
}

/** Connects to a kernel that is up or will be soon. */
export function connectKernel(zeromq: Zeromq, kernel: KernelProcess): KernelSockets {
  const options = { linger: 0, reconnectInterval: 20, receiveHighWaterMark: 0 };
  const shell = new zeromq.Dealer(options);
  const control = new zeromq.Dealer(options);
  const iopub = new zeromq.Subscriber(options);
  const takers = new Map<string, (message: WireMessage) => void>();
  let heard = 0;
  let fail: (fault: unknown) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    fail = reject;
  });
  broken.catch(() => {});

  const sockets = [shell, control, iopub];
  async function listen(socket: Socket): Promise<void> {
    for await (const parts of socket) {
      heard += 1;
      const message = unpackMessage(parts, kernel.key);
      takers.get(message.parent)?.(message);
    }
  }
  function ask(channel: "shell" | "control", type: string, content: WireMessage["content"]): Asked {
    const id = randomUUID();
    const { asked, take } = expect();
    takers.set(id, take);
    const socket = channel === "shell" ? shell : control;
    socket.send(packMessage({ type, id, content }, kernel.key)).catch(fail);
    return asked;
  }
  iopub.subscribe("");
  shell.connect(kernel.shell);
  control.connect(kernel.control);
  iopub.connect(kernel.iopub);
  for (const socket of sockets) listen(socket).catch(fail);
  return { ask, broken, heard: () => heard, close: () => sockets.forEach((socket) => void socket.close()) };
}

/** A place for what will come back for a request, and the function that puts it there. */
function expect(): { asked: Asked; take: (message: WireMessage) => void } {
  const events = new EventEmitter();
  const first = async (name: string) => (await once(events, name))[0];
  const outputs: WireMessage[] = [];
  let bytes = 0;
  const asked = { reply: first("reply"), idle: first("idle"), flood: first("flood"), outputs };
  function take(message: WireMessage): void {
    if (message.type.endsWith("_reply")) events.emit("reply", message);
    else if (message.type !== "status") {
      if (bytes > mostBytes) return;
      bytes += 500 + JSON.stringify(message.content).length;
      if (bytes > mostBytes) events.emit("flood", bytes);
      else outputs.push(message);
    } else if (message.content["execution_state"] === "idle") events.emit("idle", message);
  }
  return { asked, take };
}
