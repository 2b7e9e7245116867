import { existsSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { type Command, Option } from "commander";
import { panelsAsKnown } from "../claims/panelsAsKnown.js";
import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import type { CountOptions } from "../events/count.js";
import { inPeriods } from "../events/inPeriods.js";
import { read } from "../events/read.js";
import { readCodebook } from "../sources/readCodebook.js";
import { datasetFolder, open, vintages } from "../store/snapshots.js";
import { openCase, shipped, sourceOf } from "./openCase.js";
import { type Chosen, chosen, counted, narrowed, type SeriesFlags } from "./seriesOptions.js";
import { dayOf } from "./sourceOptions.js";

/** How a person says which counts are forecast. */
export interface DataFlags extends SeriesFlags {
  readonly by?: string;
  readonly measure: string;
  readonly asOf?: string;
  readonly codebook: string;
}

/** Counts to be forecast, and where they are from. */
export interface ForecastData {
  readonly snapshot: Snapshot;
  readonly panel: Panel;
  /** The counts as they stood at an origin; absent where the store holds one snapshot alone. */
  readonly knownAt?: (origin: Day) => Promise<Panel | undefined>;
  /** The hashes of all snapshots that the counts may come from. */
  readonly hashes: readonly string[];
}

/** The shipped data set that is looked at where none is named. */
const shippedData = { report: "ctp-2023-12-13", evidence: "acled-hdx-mali" };

/** The options of a command that takes a stored dataset or a file of events or totals. */
export function takesData(command: Command): Command {
  return command
    .option("--by <fields>", "each zone by itself (or country, admin1, ... that the criteria name)")
    .option("--measure <name>", "events or deaths", "events")
    .option("--as-of <day>", "the day a file is of, YYYY-MM-DD")
    .addOption(
      new Option("--codebook <json>", "names of zones, for a file").default(
        join(shipped, "codebooks", "central-mali.json"),
        "central-mali.json, shipped",
      ),
    );
}

/** What files of events are called, unlike most datasets. */
const tableEnds = /[/\\]|\.(csv|tsv|txt|json|xlsx|gz|zip)$/i;

/**
 * The counts that a person names: of a dataset in the store, of a file, or where neither is named the shipped totals of Mali.
 *
 * @throws InputError and DataError as reading and counting do
 */
export async function forecastData(
  name: string | undefined,
  flags: DataFlags,
  { verb, wait, note }: { verb: string; wait: number; note: (step: string) => void },
): Promise<ForecastData> {
  const { measure } = flags;
  if (measure !== "events" && measure !== "deaths")
    throw new InputError(`${verb}: --measure needs events or deaths, got ${JSON.stringify(measure)}`);
  const { snapshot, every } = await opened(name, flags, { verb, note });
  const panel = await counted({ snapshot, every }, flags.by, measure);
  const { store, asOf, hash, source } = snapshot;
  const others = (await vintages(snapshot.name, { store })).filter((one) => one.asOf < asOf && one.source === source);
  if (others.length === 0) return { snapshot, panel, hashes: [hash] };
  const all = [snapshot];
  for (const one of others) {
    const whole = await open(snapshot.name, { store, asOf: one.asOf, hash: one.hash });
    all.push({ ...whole, where: snapshot.where });
  }
  const [{ recipe }] = panel;
  const options = { every, measure, by: recipe.by, keys: panel.map(({ key }) => key) } as unknown as CountOptions;
  const known = panelsAsKnown(all, { ...options, wait });
  return {
    ...{ snapshot, panel, hashes: all.map((one) => one.hash) },
    knownAt: async (origin) => {
      const then = await known(origin);
      return then && inPeriods(then);
    },
  };
}

async function opened(
  name: string | undefined,
  flags: DataFlags,
  { verb, note }: { verb: string; note: (step: string) => void },
): Promise<Chosen> {
  const { store, asOf, codebook } = flags;
  const isFile = name !== undefined && extname(name) !== "" && existsSync(name);
  if (name !== undefined && !isFile && tableEnds.test(name) && !existsSync(datasetFolder(store, name)))
    throw new InputError(`${verb}: no such file, got ${name}`);
  if (!isFile && asOf !== undefined)
    throw new InputError(`${verb}: --as-of goes with a file, got ${asOf} for ${name ?? "the shipped totals"}`);
  if (name === undefined) {
    const { snapshots } = await openCase(shippedData.report, { store, note });
    return narrowed(snapshots[shippedData.evidence], flags, verb);
  }
  if (!isFile) return await chosen(name, flags, verb);
  if (asOf === undefined) throw new InputError(`${verb}: a file needs the day it is of; name it with --as-of`);
  note(`reading ${name}`);
  const book = await readCodebook(codebook);
  const called = basename(name, extname(name))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-");
  const day = dayOf(asOf, `${verb}: --as-of`);
  return narrowed(
    await read(name, await sourceOf(name), { name: called, asOf: day, codebook: book, store }),
    flags,
    verb,
  );
}
