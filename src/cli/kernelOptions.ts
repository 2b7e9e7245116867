import type { Command } from "commander";
import { InputError } from "../core/errors.js";
import { readNotebook } from "../notebook/readNotebook.js";
import { withParameters } from "../notebook/withParameters.js";
import { projectRoot } from "./projectRoot.js";

/** How notebooks are to be run, as it is written on the command line. */
export interface WrittenOptions {
  readonly jobs: string;
  readonly root?: string;
  readonly set?: readonly string[];
  readonly timeout: string;
}

/** How notebooks are to be run. */
export interface KernelOptions {
  /** How many at the same time. */
  readonly jobs: number;
  readonly root: string;
  /** Values for parameters, by name, as texts. */
  readonly set: Readonly<Record<string, string>>;
  /** Seconds a cell. */
  readonly timeout: number;
}

/**
 * The options of running, checked against the notebooks they are for: all are looked at before the first is run, for a run
 * takes minutes.
 *
 * @throws InputError when one of them is no number or has no value, or a notebook does not declare what is set
 */
export function kernelOptions(files: readonly string[], written: WrittenOptions): KernelOptions {
  const { jobs, root = projectRoot("."), set = [], timeout } = written;
  if (!(Number(timeout) > 0)) throw new InputError(`notebook: timeout needs seconds above 0, got ${timeout}`);
  if (!/^[1-9]\d?$/.test(jobs)) throw new InputError(`notebook: jobs needs a whole number from 1 to 99, got ${jobs}`);
  const setting = files.find((file) => /^\w+=/.test(file));
  if (setting !== undefined) throw new InputError(`notebook: each value has a --set of its own, got ${setting} alone`);
  const settings = settingsIn(set);
  for (const file of files) withParameters(readNotebook(file), settings, file);
  return { jobs: Number(jobs), root, set: settings, timeout: Number(timeout) };
}

/** A command that runs notebooks, with the options that all such have. */
export function withKernelOptions(command: Command): Command {
  return command
    .option("--set <name=value>", "another value for a parameter, such as seed=2; may be given for several", collected)
    .option("--root <folder>", "the project in which tslab is installed; the nearest one unless given")
    .option("--timeout <seconds>", "how long a cell may take", "120")
    .option("--jobs <count>", "how many to run at the same time", "1");
}

function collected(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function settingsIn(set: readonly string[]): Readonly<Record<string, string>> {
  const settings = new Map<string, string>();
  for (const text of set) {
    const at = text.indexOf("=");
    if (at < 1) throw new InputError(`notebook: set needs name=value, got ${text}`);
    const name = text.slice(0, at);
    if (settings.has(name)) throw new InputError(`notebook: a parameter is set once, got ${name} twice`);
    settings.set(name, text.slice(at + 1));
  }
  return Object.fromEntries(settings);
}
