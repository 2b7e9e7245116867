import { createHash } from "node:crypto";
import type { Day } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { ApiPages, ApiRow } from "../sources/apiPages.js";
import type { Transport } from "../sources/request.js";
import type { PartialPull } from "../store/partialPull.js";

/** What a pull that is over came to. */
export interface Pulled {
  readonly rows: number;
  /** Rows whose id stands in an earlier row too, with other content; whoever reads the file refuses them. */
  readonly twice: number;
  /** The newest second (since 1970) in which a row was changed, leaving out any that lies in the future; 0 without rows. */
  readonly newest: number;
  /** The last day of which the account is given events, where it is not given all. */
  readonly upTo?: Day;
}

const restart = "run the same command again to start afresh";

/**
 * Pulls the pages that are not kept yet, and holds the server to what it said: a row that comes again unchanged on a later
 * page means that pages were shifted by a change; so does another total, or another first page when it is asked for again
 * at the end. The pages kept are then dropped, as rows may be missing.
 *
 * @throws DataError when the server contradicts itself or echoes a credential, or the data changed while they were pulled
 */
export async function pullPages(source: ApiPages, partial: PartialPull, transport: Transport): Promise<Pulled> {
  const tally = tallyOf(source, partial, transport.now());
  const changed = async (how: string): Promise<DataError> => {
    await partial.drop();
    return new DataError(`pull: ${source.what}: the data changed while they were pulled, ${how}; ${restart}`);
  };
  for (let number = 1; number <= partial.manifest().pages.length; number++) {
    await tally.add(JSON.parse(`[${await partial.text(number)}]`), number);
  }
  while (!partial.manifest().isOver) {
    const number = partial.manifest().pages.length + 1;
    const { total: before, pages, upTo: beforeUpTo } = partial.manifest();
    const what = `${source.what}, page ${number}`;
    transport.note(`${what}, after ${tally.rows().toLocaleString("en")} rows`);
    const { rows, total, upTo } = await source.page(number);
    if (number > 1 && (total !== before || (upTo !== beforeUpTo && rows.length > 0)))
      throw await changed(
        `page ${number} is of ${total ?? "all"} rows up to ${upTo ?? "now"}, page 1 of ${before ?? "all"} up to ${beforeUpTo ?? "now"}`,
      );
    if (rows.length === 0) {
      if (total !== undefined && tally.rows() !== total)
        throw await changed(`page ${number} is empty after ${tally.rows()} of ${total} rows`);
      if (pages.length > 1 && (await textOf(source.page(1))) !== (await partial.text(1)))
        throw await changed("page 1 is no longer what it was");
      await partial.end(upTo ?? beforeUpTo);
      break;
    }
    const text = rows.map((row) => JSON.stringify(row)).join(",\n");
    if (transport.secrets.holds(text))
      throw new DataError(
        `pull: ${what}: its rows echo a credential; nothing of it was kept; a password that is an ordinary word may stand there by chance`,
      );
    if (sha256(text) === pages.at(-1)?.sha256) throw new DataError(`pull: ${what}: is page ${number - 1} once more`);
    const shifted = await tally.add(rows, number);
    if (shifted !== "") throw await changed(shifted);
    if (total !== undefined && tally.rows() > total)
      throw await changed(`there are ${tally.rows()} rows where all are said to be ${total}`);
    await partial.keep(text, { rows: rows.length, total, upTo });
    if (tally.rows() === total) await partial.end();
  }
  const { upTo } = partial.manifest();
  return { rows: tally.rows(), twice: tally.twice(), newest: tally.newest(), ...(upTo !== undefined && { upTo }) };
}

interface Tally {
  /** Counts a page's rows; says which row has come before, unchanged, on an earlier page. */
  add(rows: readonly ApiRow[], page: number): Promise<string>;
  rows(): number;
  twice(): number;
  newest(): number;
}

/** Only ids are held in memory, each with its page; the row itself is looked up again where an id returns. */
function tallyOf({ what, id, stamp }: ApiPages, partial: PartialPull, now: number): Tally {
  const pageOf = new Map<string, number>();
  let [count, twice, newest] = [0, 0, 0];
  return {
    add: async (rows, page) => {
      for (const [i, row] of rows.entries()) {
        const key = row[id];
        if ((typeof key !== "string" && typeof key !== "number") || key === "")
          throw new DataError(`pull: ${what}, page ${page}: row ${i + 1} has no ${id}`);
        const second = stamp === undefined ? 0 : Number(row[stamp]);
        if (!Number.isInteger(second) || second < 0)
          throw new DataError(`pull: ${what}, page ${page}: row ${i + 1} has no ${stamp} in seconds`);
        if (second > newest && second <= now / 1000) newest = second;
        const earlier = pageOf.get(String(key));
        if (earlier === undefined) pageOf.set(String(key), page);
        else {
          twice++;
          const line = JSON.stringify(row);
          if (earlier < page && (await partial.text(earlier)).split(",\n").includes(line))
            return `row ${i + 1} of page ${page} stands on page ${earlier} too`;
        }
      }
      count += rows.length;
      return "";
    },
    rows: () => count,
    twice: () => twice,
    newest: () => newest,
  };
}

async function textOf(page: ReturnType<ApiPages["page"]>): Promise<string> {
  return (await page).rows.map((row) => JSON.stringify(row)).join(",\n");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
