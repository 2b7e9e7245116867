import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { DataError, InputError } from "../core/errors.js";
import { acledClient } from "../sources/acledClient.js";
import { acledRegion } from "../sources/acledRegions.js";
import { acledSession } from "../sources/acledSession.js";
import { apiAddress } from "../sources/apiAddress.js";
import { readCredentials } from "../sources/credentials.js";
import type { Transport } from "../sources/request.js";
import { secrets } from "../sources/secrets.js";
import { tokenFile } from "../sources/tokens.js";
import { progress } from "./progress.js";
import { pullAcled } from "./pullAcled.js";
import { metaFile, type PullMeta } from "./pullMeta.js";
import { pullUcdp } from "./pullUcdp.js";
import { updateAcled } from "./updateAcled.js";
import { partialFolder } from "./writePull.js";

interface Options {
  readonly out: string;
  readonly url?: string;
  readonly credentials: string;
  readonly json?: boolean;
  readonly country?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly region?: readonly string[];
  readonly update?: string;
  readonly release: string;
}

/** The parts of the world that a test hands in. */
export type PullWorld = Partial<Pick<Transport, "wait" | "now" | "stall" | "most">>;

/** `hindcast pull`: asks a publisher's API for events and writes them as it returns them. */
export function pullCommand(world: PullWorld = {}): Command {
  const acled = common(new Command("acled"), "ACLED_URL")
    .description("Pull ACLED events, or what changed in them since an earlier pull.")
    .option("--country <name...>", "countries, as ACLED writes them")
    .option("--region <name...>", "regions, by name or number")
    .option("--update <file>", "an earlier pull: asks for the rows changed and the ids deleted since then")
    .addHelpText(
      "after",
      `
Credentials: ACLED_USERNAME and ACLED_PASSWORD in the environment, or {"acled":{"username":"…","password":"…"}} in the
credentials file. They are no options, as options can be seen by others and stay in the shell's history.
Examples:
  hindcast pull acled --country Mali --since 2022-01-01 --until 2024-01-01 --out mali.json
  hindcast pull acled --country Mali "Burkina Faso" Niger --out sahel.json
  hindcast pull acled --update mali.json --out mali-2024-02.json`,
    )
    .action(async (options: Options) => await pulled(options, world, acledPull));
  const ucdp = common(new Command("ucdp"), "UCDP_URL")
    .description("Pull the events of a UCDP GED release.")
    .requiredOption("--release <number>", "the release, such as 25.1; candidate events such as 26.0.8")
    .option("--country <number...>", "countries, by their Gleditsch-Ward numbers")
    .addHelpText(
      "after",
      `
Credentials: UCDP_TOKEN in the environment, or {"ucdp":{"token":"…"}} in the credentials file.
Examples:
  hindcast pull ucdp --release 25.1 --country 432 --out mali-ucdp.json
  hindcast pull ucdp --release 26.0.8 --out candidate.json`,
    )
    .action(async (options: Options) => await pulled(options, world, ucdpPull));
  return new Command("pull")
    .description("Pull events from a publisher's API into one file, going on where an earlier try broke off.")
    .addCommand(acled)
    .addCommand(ucdp);
}

function common(command: Command, url: string): Command {
  return command
    .requiredOption("--out <file>", "the JSON file to write; what was asked is written beside it, to <file>.meta.json")
    .option("--since <day>", "the first day, YYYY-MM-DD")
    .option("--until <day>", "the day after the last day")
    .option("--url <address>", `a mirror to ask instead (or ${url} in the environment)`)
    .option(
      "--credentials <file>",
      "the credentials file, mode 600; tokens are kept beside it",
      join(homedir(), ".config", "hindcast", "credentials.json"),
    )
    .option("--json", "print what was pulled as JSON");
}

async function acledPull(options: Options, transport: Transport): Promise<PullMeta> {
  const { country, region, since, until, update, out } = options;
  if (update !== undefined && [country, region, since, until].some((one) => one !== undefined))
    throw new InputError(`pull: --update asks what the earlier pull asked, got other filters beside it (${update})`);
  const address = apiAddress(options.url ?? process.env["ACLED_URL"] ?? "https://acleddata.com");
  const { acled } = await readCredentials(options.credentials, process.env);
  if (acled === undefined) throw missing("ACLED_USERNAME and ACLED_PASSWORD", options.credentials);
  const store = tokenFile(join(dirname(options.credentials), "tokens.json"), { address, username: acled.username });
  const client = acledClient({ address, session: acledSession({ address, ...acled, store }, transport) }, transport);
  if (update !== undefined) return await updateAcled(client, { address, update, out }, transport);
  const asked = {
    ...(country !== undefined && { country: [...country] }),
    ...(region !== undefined && { region: region.map(acledRegion) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
  return await pullAcled(client, { address, asked, out }, transport);
}

async function ucdpPull(options: Options, transport: Transport): Promise<PullMeta> {
  const { country, since, until, release, out } = options;
  const address = apiAddress(options.url ?? process.env["UCDP_URL"] ?? "https://ucdpapi.pcr.uu.se");
  const { ucdp } = await readCredentials(options.credentials, process.env);
  if (ucdp === undefined) throw missing("UCDP_TOKEN", options.credentials);
  const asked = {
    release,
    ...(country !== undefined && { country: country.map(Number) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
  return await pullUcdp({ address, token: ucdp.token, asked, out }, transport);
}

function missing(names: string, file: string): InputError {
  return new InputError(`pull: needs credentials, got none; set ${names}, or write them to ${file} (mode 600)`);
}

/** Runs a pull: progress, Ctrl-C, the summary; and lets no error out that holds a secret. */
async function pulled(
  options: Options,
  world: PullWorld,
  pull: (options: Options, transport: Transport) => Promise<PullMeta>,
): Promise<void> {
  const { note, end } = progress(process.stderr);
  const stop = new AbortController();
  const { signal } = stop;
  const wait = async (milliseconds: number): Promise<void> =>
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  const kept = secrets();
  const onStop = (): void => stop.abort();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, onStop);
  try {
    const usual = { wait, now: Date.now, stall: 60_000, most: 64 * 2 ** 20 };
    const meta = await pull(options, { ...usual, ...world, signal, secrets: kept, note });
    end();
    process.stdout.write(options.json ? `${JSON.stringify(meta, null, 2)}\n` : summary(meta, options.out));
  } catch (error) {
    end();
    if (signal.aborted && error instanceof InputError) {
      const isKept = existsSync(partialFolder(options.out));
      process.stderr.write(
        `hindcast: pull: stopped${isKept ? `; the same command goes on from what is kept in ${partialFolder(options.out)}` : ""}\n`,
      );
      process.exitCode = 130;
      return;
    }
    throw shown(error, kept.holds);
  } finally {
    end();
    for (const name of ["SIGINT", "SIGTERM"] as const) process.removeListener(name, onStop);
  }
}

/** The error itself, unless what would be printed of it holds a secret. */
function shown(error: unknown, holds: (text: string) => boolean): unknown {
  const isOurs = error instanceof InputError || error instanceof DataError;
  const text = error instanceof Error ? `${error.message} ${isOurs ? "" : error.stack}` : String(error);
  if (!holds(text)) return error;
  const instead = "pull: failed, with words that hold a secret";
  return error instanceof InputError ? new InputError(instead) : new DataError(instead);
}

function summary({ rows, twice, upTo, pages, update }: PullMeta, out: string): string {
  const many = (n: number, what: string): string => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
  const lines = [
    `${many(rows, "row")} in ${many(pages.length, "page")} written to ${out}, described in ${metaFile(out)}`,
  ];
  if (update)
    lines.push(`${many(update.deletions.ids, "deletion")}, of the whole world, written to ${out}.deleted.json`);
  if (update && update.restored > 0) lines.push(`${many(update.restored, "id")} deleted and restored not among them`);
  if (twice > 0) lines.push(`${many(twice, "row")} with the id of another row`);
  if (upTo !== undefined)
    lines.push(`The account's tier ends with ${upTo}: what lies after it is missing from the file, not quiet`);
  return `${lines.join("\n")}\n`;
}
