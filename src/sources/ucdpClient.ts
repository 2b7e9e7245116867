import { addDays, type Day } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import { type ApiPages, rowsIn } from "./apiPages.js";
import { checkedDays } from "./checkedDays.js";
import { request, type Transport } from "./request.js";

/** Which events are wanted: of this release, in these countries by their Gleditsch-Ward numbers, with `since <= day < until`. */
export interface UcdpAsked {
  readonly release: string;
  readonly country?: readonly number[];
  readonly since?: Day;
  readonly until?: Day;
}

const size = 1000;

/**
 * The events of a UCDP GED release, page by page. UCDP counts its pages from 0, where clients that begin with 1 lose the first
 * thousand events: a first page that names one before it is refused. `NextPageUrl` is not followed, so that it cannot lead
 * the token anywhere. UCDP judges an event of several days by the last of them.
 *
 * @throws InputError when the question cannot be asked
 * @see https://ucdp.uu.se/apidocs/
 */
export function ucdpClient(
  { address, token, asked }: { address: string; token: string; asked: UcdpAsked },
  transport: Transport,
): ApiPages {
  if (!/^[\x21-\x7e]{1,4096}$/.test(token))
    throw new InputError("pull: the UCDP token holds a space or an odd character; check UCDP_TOKEN");
  transport.secrets.add(token);
  const path = `/api/gedevents/${checkedRelease(asked.release)}`;
  const params = filters(asked);
  const ask = async (number: number, what: string) => {
    const query = new URLSearchParams({ ...params, pagesize: String(size), page: String(number - 1) });
    const url = new URL(`${address}${path}?${query}`);
    return await request({ what, url, headers: { "x-ucdp-access-token": token } }, transport);
  };
  return {
    what: "UCDP events",
    question: { address, path, params },
    id: "id",
    page: async (number) => {
      const what = `UCDP events, page ${number}`;
      const { status, body, words } = await ask(number, what);
      if (status === 401 || status === 403)
        throw new InputError(`pull: UCDP refused the token, got ${status} ${words}; check UCDP_TOKEN`);
      if (status === 404) throw new InputError(`pull: UCDP has no release ${asked.release}, got 404 ${words}`);
      if (status !== 200) throw new DataError(`pull: ${what}: UCDP refused the question, got ${status} ${words}`);
      const fields: Readonly<Record<string, unknown>> = typeof body === "object" && body !== null ? { ...body } : {};
      const { TotalCount: total, PreviousPageUrl: before, Result: list } = fields;
      const rows = rowsIn(list, { what, name: "Result" });
      if (typeof total !== "number" || !Number.isSafeInteger(total) || total < 0)
        throw new DataError(
          `pull: ${what}: TotalCount is not a whole number, got ${transport.secrets.said(String(total))}`,
        );
      if (number === 1 && typeof before === "string" && before !== "")
        throw new DataError(`pull: ${what}: names a page before it, so that rows are missing`);
      return { rows, total };
    },
  };
}

function checkedRelease(release: string): string {
  if (/^\d{1,2}(\.\d{1,2}){1,4}$/.test(release)) return release;
  throw new InputError(`pull: release needs a number such as 25.1 or 26.0.8, got ${JSON.stringify(release)}`);
}

function filters({ country = [], since, until }: UcdpAsked): Record<string, string> {
  const odd = country.find((number) => !Number.isInteger(number) || number < 2 || number > 999);
  if (odd !== undefined)
    throw new InputError(`pull: country needs Gleditsch-Ward numbers such as 432 for Mali, got ${odd}`);
  checkedDays(since, until);
  return {
    ...(country.length > 0 && { Country: country.join(",") }),
    ...(since !== undefined && { StartDate: since }),
    ...(until !== undefined && { EndDate: addDays(until, -1) }),
  };
}
