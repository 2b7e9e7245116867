import { join } from "node:path";
import type { Command } from "commander";
import type { Codebook } from "../core/codebook.js";
import { isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Source } from "../core/source.js";
import { mapped } from "../sources/mapped.js";
import { readCodebook } from "../sources/readCodebook.js";
import { readMapping } from "../sources/readMapping.js";
import { knownColumns, recognise, type SourceOptions, sourceNamed, sourceNames } from "../sources/recognise.js";
import { tableColumns } from "../store/tableRows.js";
import { shipped } from "./openCase.js";

/** How a person says what a file is. */
export interface SourceFlags {
  readonly source?: string;
  readonly mapping?: string;
  readonly dates?: string;
  readonly kind?: string;
  readonly candidate?: boolean;
  readonly codebook: string;
}

/** The options of every command that takes a file of events. */
export function takesSource(command: Command): Command {
  return command
    .option("--source <name>", `what the file is (${sourceNames.join(", ")}); by default its columns tell`)
    .option("--mapping <json>", "how the columns of a table of your own are read (see hindcast map)")
    .option("--dates <order>", "day-first or month-first, where the file does not prove the order of its dates")
    .option("--kind <kind>", "which totals are taken from a file that mixes kinds which overlap")
    .option("--candidate", "UCDP candidate events, which speak for single months")
    .option("--codebook <json>", "names of zones, actors and kinds", join(shipped, "codebooks", "central-mali.json"));
}

/**
 * The source of a file, as its columns tell or the person says.
 *
 * @throws InputError and DataError as the sources do
 */
export async function sourceOf(file: string, flags: SourceFlags): Promise<Source> {
  if (flags.mapping !== undefined) {
    if (flags.source !== undefined)
      throw new InputError(`read: takes --source or --mapping, got both (${flags.source}, ${flags.mapping})`);
    const idle = (["dates", "kind", "candidate"] as const).find((name) => flags[name] !== undefined);
    if (idle !== undefined)
      throw new InputError(`read: a mapping says how its file is read and takes no --${idle} (${flags.mapping})`);
    return mapped(await readMapping(flags.mapping));
  }
  const options = optionsIn(flags);
  if (flags.source !== undefined) return sourceNamed(flags.source, options);
  return recognise(await tableColumns(file, knownColumns), { ...options, file });
}

/** The codebook that a person names, or the shipped one. */
export async function codebookOf(flags: SourceFlags): Promise<Codebook> {
  return await readCodebook(flags.codebook);
}

/**
 * A day as a person gives it.
 *
 * @throws InputError when it is none
 */
export function dayOf(text: string, option: string): string {
  if (!isDay(text)) throw new InputError(`${option}: needs a day as YYYY-MM-DD, got ${JSON.stringify(text)}`);
  return text;
}

/** Today, UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A warning where a day is still to come: data can be of it only for trying things out. */
export function aheadWarning(day: string, verb: string): string {
  return day <= today() ? "" : `hindcast: warning: ${verb}: as of ${day}, a day still to come (today is ${today()})\n`;
}

function optionsIn({ dates, kind, candidate }: SourceFlags): SourceOptions {
  if (dates !== undefined && dates !== "day-first" && dates !== "month-first")
    throw new InputError(`read: --dates needs day-first or month-first, got ${JSON.stringify(dates)}`);
  const kinds = ["political_violence", "civilian_targeting", "demonstration"] as const;
  const one = kinds.find((known) => known === kind);
  if (kind !== undefined && one === undefined)
    throw new InputError(`read: --kind needs one of ${kinds.join(", ")}, got ${JSON.stringify(kind)}`);
  return {
    ...(dates !== undefined && { dates }),
    ...(one !== undefined && { kind: one }),
    ...(candidate && { candidate }),
  };
}
