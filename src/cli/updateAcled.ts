import { basename } from "node:path";
import { DataError, InputError } from "../core/errors.js";
import type { AcledAsked, AcledClient } from "../sources/acledClient.js";
import type { ApiRow } from "../sources/apiPages.js";
import type { Transport } from "../sources/request.js";
import { fingerprint, writeWhole } from "../store/files.js";
import { type PartialPull, partialPull } from "../store/partialPull.js";
import { acledHead, instant } from "./pullAcled.js";
import { metaFile, type PullMeta, readPullMeta } from "./pullMeta.js";
import { pullPages } from "./pullPages.js";
import { checkOut, partialFolder, writePull } from "./writePull.js";

/**
 * Pulls what changed in ACLED since an earlier pull, whose filters are asked again. Handed over are
 *
 * - `out`: the rows added or changed, whole, in the form of any pull; a row replaces the one of its id, or is new;
 * - `out.deleted.json`: `[{"id":"MLI1","day":"2024-03-01"}]`, sorted by id, the ids deleted and the UTC day of it, to be
 *   taken away after the rows are put in. ACLED lists deletions for the whole world: most ids are of no file of yours.
 *   An id whose row was changed after its deletion is restored and not listed;
 * - `out.meta.json`, from which the next update goes on.
 *
 * Asked is from the newest second on that the earlier rows were changed in, so that its rows come again; putting a row in
 * twice changes nothing. A row that has left the filters (another country, a day outside) is not told of by ACLED: pull anew
 * now and then. Where the account's tier ends with a day, later rows come to light by the passing of time, unchanged, and an
 * update would miss them: it is refused.
 *
 * @throws InputError when there is no earlier pull of ACLED, or the account's tier does not give all events
 */
export async function updateAcled(
  client: AcledClient,
  { address, update, out }: { address: string; update: string; out: string },
  transport: Transport,
): Promise<PullMeta> {
  checkOut(out, "name another --out");
  const earlier = await readPullMeta(update);
  if (earlier.publisher !== "acled" || earlier.newest === undefined)
    throw new InputError(`pull: --update needs an earlier pull of acled, got one of ${earlier.publisher} (${update})`);
  const cut = notWhole(earlier.upTo, metaFile(update));
  if (cut !== undefined) throw cut;
  const asked = acledAsked(earlier.asked);
  const after = earlier.newest - 1;
  const changed = client.events(asked, after);
  const partial = await partialPull(partialFolder(out), changed.question, instant(transport));
  const pulled = await pullPages(changed, partial, transport);
  const tier =
    notWhole(pulled.upTo, address) ?? (pulled.rows === 0 ? await client.whyNone(asked, undefined) : undefined);
  if (tier !== undefined) {
    await partial.drop();
    throw tier;
  }
  const deleted = `${out}.deleted.json`;
  const gone = client.deletions(after);
  // Deletions kept from before these rows were pulled would leave a gap that no later update fills.
  const question = { of: partial.manifest().pages, asked: gone.question };
  const goneKept = await partialPull(partialFolder(deleted), question, instant(transport));
  await pullPages(gone, goneKept, transport);
  const days = await deletionsIn(goneKept);
  const restored = await dropRestored(days, partial);
  const list = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = list.map(([id, second]) => JSON.stringify({ id, day: dayOf(second) }));
  await writeWhole(deleted, `[${lines.length > 0 ? "\n" : ""}${lines.join(",\n")}\n]\n`);
  const meta = await writePull(out, partial, {
    ...{ head: acledHead(pulled.rows), pulled },
    meta: {
      ...{ publisher: "acled", from: address, asked, ended: instant(transport) },
      newest: Math.max(earlier.newest, pulled.newest),
      update: {
        of: { ...earlier.file, name: basename(update) },
        after,
        deletions: { ...(await fingerprint(deleted)), ids: list.length },
        restored,
      },
    },
  });
  for (const one of [partial, goneKept]) await one.drop();
  return meta;
}

function notWhole(upTo: string | undefined, where: string): InputError | undefined {
  if (upTo === undefined) return undefined;
  return new InputError(
    `pull: --update needs an account that is given all events, got one whose tier ends with ${upTo} (${where}); pull anew without --update`,
  );
}

function acledAsked({ country, region, since, until }: PullMeta["asked"]): AcledAsked {
  return {
    ...(country !== undefined && { country: country.map(String) }),
    ...(region !== undefined && { region }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

/** Each id deleted, with the newest second of it. */
async function deletionsIn(partial: PartialPull): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const row of rowsKept(partial)) {
    const id = String(row["event_id_cnty"]);
    found.set(id, Math.max(found.get(id) ?? 0, Number(row["deleted_timestamp"])));
  }
  return found;
}

/** Takes away the ids whose row was changed after its deletion; how many they were. */
async function dropRestored(days: Map<string, number>, partial: PartialPull): Promise<number> {
  const before = days.size;
  for await (const row of rowsKept(partial)) {
    const id = String(row["event_id_cnty"]);
    const second = days.get(id);
    if (second !== undefined && Number(row["timestamp"]) > second) days.delete(id);
  }
  return before - days.size;
}

async function* rowsKept(partial: PartialPull): AsyncGenerator<ApiRow> {
  for (let number = 1; number <= partial.manifest().pages.length; number++) {
    yield* JSON.parse(`[${await partial.text(number)}]`);
  }
}

function dayOf(second: number): string {
  const date = new Date(second * 1000);
  if (second === 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999)
    throw new DataError(`pull: ACLED deletions: deleted_timestamp is no second since 1970, got ${second}`);
  return date.toISOString().slice(0, 10);
}
