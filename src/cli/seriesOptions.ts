import { join } from "node:path";
import type { Command } from "commander";
import { type Every, everies, type Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Where } from "../core/where.js";
import { type CountOptions, count } from "../events/count.js";
import { inPeriods } from "../events/inPeriods.js";
import { select } from "../events/select.js";
import { manifestOf, open } from "../store/snapshots.js";
import { dayOf } from "./sourceOptions.js";

/** How a person says which counts are meant. */
export interface SeriesFlags {
  readonly every: string;
  readonly where: string;
  readonly store: string;
}

/** What a person has chosen of a dataset, to be counted in these periods. */
export interface Chosen {
  readonly snapshot: Snapshot;
  readonly every: Every;
}

/** The options of every command that counts events of a stored dataset by period. */
export function takesSeries(command: Command, every: Every): Command {
  return command
    .option("--every <period>", "day, week, month, quarter or year", every)
    .option("--where <json>", "which events", "{}")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"));
}

/**
 * The newest snapshot of a dataset, narrowed to the criteria.
 *
 * @throws InputError when there is none, or the criteria or the period are not what they should be
 */
export async function chosen(name: string, flags: SeriesFlags, verb: string): Promise<Chosen> {
  whereOf(flags.where, verb);
  return narrowed(await open(name, { store: flags.store }), flags, verb);
}

/**
 * A snapshot narrowed to the criteria that a person gives.
 *
 * @throws InputError when the criteria or the period are not what they should be
 */
export function narrowed(
  snapshot: Snapshot,
  { every, where }: Pick<SeriesFlags, "every" | "where">,
  verb: string,
): Chosen {
  const selected = select(snapshot, whereOf(where, verb));
  const known = everies.find((one) => one === every);
  if (known === undefined)
    throw new InputError(`${verb}: --every needs one of ${everies.join(", ")}, got ${JSON.stringify(every)}`);
  return { snapshot: selected, every: known };
}

/**
 * Counts by period, with exposure in periods, and where asked by names with commas. By zone it takes each zone of the codebook in which the
 * snapshot has a row, unless the criteria name zones.
 *
 * @throws as `count` does
 */
export async function counted(
  { snapshot, every }: Chosen,
  by: string | undefined,
  measure: "events" | "deaths" = "events",
): Promise<Panel> {
  const names = (by?.split(",") ?? []) as unknown as NonNullable<CountOptions["by"]>;
  const asksZones = names.length === 1 && names[0] === "zone" && snapshot.where.every((one) => one.zone === undefined);
  if (!asksZones) return inPeriods(await count(snapshot, { every, by: names, measure }));
  const { zones, codebook } = await manifestOf(snapshot);
  const keys = codebook.zones.filter(({ name }) => Object.hasOwn(zones, name)).map(({ name }) => ({ zone: name }));
  return inPeriods(await count(snapshot, { every, by: names, keys, measure }));
}

/**
 * Days as a person gives them, the second not included: `2023-01-01..2023-08-01`.
 *
 * @throws InputError when they are none, or run backwards
 */
export function spanOf(text: string, option: string): Span {
  const [since, until, ...more] = text.split("..");
  if (until === undefined || more.length > 0)
    throw new InputError(`${option}: needs two days as 2023-01-01..2023-08-01, got ${JSON.stringify(text)}`);
  const span = { since: dayOf(since, option), until: dayOf(until, option) };
  if (span.since >= span.until) throw new InputError(`${option}: needs its first day before its last, got ${text}`);
  return span;
}

/** Which data a result rests on: `violence as of 2025-01-01, snapshot dc92fdc9...`. */
export function sourceText({ name, asOf, hash }: Snapshot): string {
  return `${name} as of ${asOf}, snapshot ${hash}`;
}

/** The criteria as a person gives them, in JSON. */
export function whereText({ where }: Snapshot): string {
  const given = where.filter((one) => Object.keys(one).length > 0);
  return given.length === 0 ? "of any kind" : given.map((one) => JSON.stringify(one)).join(" and ");
}

function whereOf(text: string, verb: string): Where {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${verb}: --where needs criteria as JSON, got ${text}`);
  }
}
