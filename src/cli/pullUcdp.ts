import { DataError } from "../core/errors.js";
import type { Transport } from "../sources/request.js";
import { type UcdpAsked, ucdpClient } from "../sources/ucdpClient.js";
import { partialPull } from "../store/partialPull.js";
import { instant } from "./pullAcled.js";
import type { PullMeta } from "./pullMeta.js";
import { pullPages } from "./pullPages.js";
import { checkOut, partialFolder, writePull } from "./writePull.js";

/**
 * Pulls UCDP GED events into `out`, as the API returns them: `{"TotalCount":n,"Result":[…]}`, a row a line.
 *
 * @throws InputError when `out` stands already or the token is refused; DataError when no rows match
 */
export async function pullUcdp(
  { address, token, asked, out }: { address: string; token: string; asked: UcdpAsked; out: string },
  transport: Transport,
): Promise<PullMeta> {
  checkOut(out, "name another --out");
  const source = ucdpClient({ address, token, asked }, transport);
  const partial = await partialPull(partialFolder(out), source.question, instant(transport));
  const pulled = await pullPages(source, partial, transport);
  if (pulled.rows === 0) {
    await partial.drop();
    throw new DataError(`pull: no rows match, got ${JSON.stringify(asked)}`);
  }
  const meta = await writePull(out, partial, {
    ...{ head: `{"TotalCount":${pulled.rows},"Result":[`, pulled },
    meta: {
      ...{ publisher: "ucdp", from: address, ended: instant(transport) },
      asked,
    },
  });
  await partial.drop();
  return meta;
}
