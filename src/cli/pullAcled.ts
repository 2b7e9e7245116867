import { DataError } from "../core/errors.js";
import type { AcledAsked, AcledClient } from "../sources/acledClient.js";
import type { Transport } from "../sources/request.js";
import { partialPull } from "../store/partialPull.js";
import type { PullMeta } from "./pullMeta.js";
import { pullPages } from "./pullPages.js";
import { checkOut, partialFolder, writePull } from "./writePull.js";

/**
 * Pulls ACLED events into `out`, as the API returns them: `{"status":200,"success":true,"count":n,"data":[…]}`, a row a line.
 * No row at all is a fault, told apart by the client: the account's tier, or nothing that matches.
 *
 * @throws InputError when `out` stands already, or the account's tier returned no rows; DataError when no rows match
 */
export async function pullAcled(
  client: AcledClient,
  { address, asked, out }: { address: string; asked: AcledAsked; out: string },
  transport: Transport,
): Promise<PullMeta> {
  checkOut(out, `name another --out, or ask for what changed since with --update ${out}`);
  const source = client.events(asked);
  const partial = await partialPull(partialFolder(out), source.question, instant(transport));
  const pulled = await pullPages(source, partial, transport);
  if (pulled.rows === 0) {
    const tier = await client.whyNone(asked, pulled.upTo);
    await partial.drop();
    throw tier ?? new DataError(`pull: no rows match, though the account sees others, got ${JSON.stringify(asked)}`);
  }
  const meta = await writePull(out, partial, {
    ...{ head: acledHead(pulled.rows), pulled },
    meta: { publisher: "acled", from: address, asked, ended: instant(transport), newest: pulled.newest },
  });
  await partial.drop();
  return meta;
}

/** How ACLED's answer begins. */
export function acledHead(rows: number): string {
  return `{"status":200,"success":true,"count":${rows},"data":[`;
}

/** The present instant, as ISO writes it. */
export function instant({ now }: Transport): string {
  return new Date(now()).toISOString();
}
