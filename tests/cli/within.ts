import type { Command } from "commander";
import { DataError, InputError } from "../../src/core/errors.js";
import { printable } from "../../src/core/printable.js";
import type { Ended } from "./spawned.js";

/**
 * Runs a command in this process, which takes a hundredth of the time that a process of its own takes, and proves as much of
 * all but what `main` does: how a fault ends, and what the terminal is. Commands may not run side by side.
 */
export async function within(command: Command, ...args: readonly string[]): Promise<Ended> {
  let [out, err] = ["", ""];
  const write = process.stdout.write;
  const warn = process.stderr.write;
  const before = process.exitCode;
  process.exitCode = 0;
  process.stdout.write = (text: string | Uint8Array) => {
    out += text;
    return true;
  };
  process.stderr.write = (text: string | Uint8Array) => {
    err += text;
    return true;
  };
  try {
    await command.exitOverride().parseAsync(args, { from: "user" });
    return { code: Number(process.exitCode), out, err };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof DataError)) throw error;
    return { code: 2, out, err: `${err}hindcast: ${printable(error.message)}\n` };
  } finally {
    process.stdout.write = write;
    process.stderr.write = warn;
    process.exitCode = before;
  }
}
