import { addDays, type Day, isDay } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { AcledSession } from "./acledSession.js";
import { type ApiPage, type ApiPages, rowsIn } from "./apiPages.js";
import { checkedDays } from "./checkedDays.js";
import { type Answer, request, type Transport } from "./request.js";

/** Which events are wanted: in these countries or regions, on days with `since <= day < until`. */
export interface AcledAsked {
  readonly country?: readonly string[];
  readonly region?: readonly number[];
  readonly since?: Day;
  readonly until?: Day;
}

/** ACLED's API, to be asked for events, for those changed after a second, and for the ids of those deleted after it. */
export interface AcledClient {
  events(asked: AcledAsked, changedAfter?: number): ApiPages;
  deletions(deletedAfter: number): ApiPages;
  /** Why a question has no rows; undefined when the account sees others, so that none match. */
  whyNone(asked: AcledAsked, upTo: Day | undefined): Promise<InputError | undefined>;
}

/** ACLED gives at most so many rows a page. */
const size = 5000;
const cure = "ask access@acleddata.com to open the API to your account, and accept its terms in your profile";

/**
 * A client of ACLED's API. A token that works says nothing of the account's tier, so "no rows" is told apart in three steps.
 * A 403 is the tier. An account held to older events says so beside the rows (`date_recency`): a question wholly after that
 * day has no rows because of the tier, one that reaches beyond it is recorded as ending there. Else one row is asked for without any
 * filter: if there is none, it is the tier; if there is one, nothing matches.
 *
 * @see https://acleddata.com/api-documentation/getting-started
 */
export function acledClient(
  { address, session }: { address: string; session: AcledSession },
  transport: Transport,
): AcledClient {
  const ask = async (path: string, params: Readonly<Record<string, string>>, what: string): Promise<ApiPage> => {
    const url = new URL(`${address}${path}?${new URLSearchParams({ _format: "json", ...params })}`);
    const answer = await session.ask((headers) => request({ what, url, headers }, transport));
    return pageIn(answer, { what, said: transport.secrets.said });
  };
  const pages = (what: string, path: string, params: Readonly<Record<string, string>>, stamp: string): ApiPages => ({
    ...{ what, question: { address, path, params }, id: "event_id_cnty", stamp },
    page: (number) => ask(path, { ...params, limit: String(size), page: String(number) }, `${what}, page ${number}`),
  });
  return {
    events: (asked, after) => {
      const changed: Record<string, string> =
        after === undefined ? {} : { timestamp: String(after), timestamp_where: ">" };
      const all = pages("ACLED events", "/api/acled/read", { ...filters(asked), ...changed }, "timestamp");
      const { until } = asked;
      return {
        ...all,
        page: async (number) => {
          const { rows, upTo } = await all.page(number);
          const isCut = upTo !== undefined && (until === undefined || addDays(upTo, 1) < until);
          return isCut ? { rows, upTo } : { rows };
        },
      };
    },
    deletions: (after) => {
      const params = { deleted_timestamp: String(after), deleted_timestamp_where: ">" };
      return pages("ACLED deletions", "/api/deleted/read", params, "deleted_timestamp");
    },
    whyNone: async ({ since }, upTo) => {
      const none = "pull: your account's tier returned no rows for this";
      if (upTo !== undefined && since !== undefined && since > upTo)
        return new InputError(`${none}, as it ends with ${upTo}, got since ${since}; ${cure}`);
      const { rows } = await ask("/api/acled/read", { limit: "1", page: "1" }, "ACLED events, any one");
      return rows.length === 0 ? new InputError(`${none}, nor one row without any filter; ${cure}`) : undefined;
    },
  };
}

function filters({ country = [], region = [], since, until }: AcledAsked): Record<string, string> {
  const odd = country.find((name) => name.trim() === "" || /[|:&]/.test(name));
  if (odd !== undefined)
    throw new InputError(`pull: country needs a name as ACLED writes it, got ${JSON.stringify(odd)}`);
  checkedDays(since, until);
  return {
    ...(country.length > 0 && { country: country.join("|") }),
    ...(region.length > 0 && { region: region.join("|") }),
    ...days(since, until),
  };
}

/** ACLED's ranges hold both ends. */
function days(since: Day | undefined, until: Day | undefined): Record<string, string> {
  if (since !== undefined && until !== undefined)
    return { event_date: `${since}|${addDays(until, -1)}`, event_date_where: "BETWEEN" };
  if (since !== undefined) return { event_date: since, event_date_where: ">=" };
  return until === undefined ? {} : { event_date: until, event_date_where: "<" };
}

function pageIn(
  { status, body, words }: Answer,
  { what, said }: { what: string; said: (words: string) => string },
): ApiPage {
  const { success, status: inner, count, data, data_query_restrictions: held } = fieldsOf(body);
  // Refusals come with HTTP 200 as well, and a status of their own; 0 stands for none.
  const own = Number(inner ?? 0);
  const code = status === 200 && own >= 300 ? own : status;
  if (code === 403)
    throw new InputError(`pull: your account's tier returned no rows for this, got 403 ${words} (${what}); ${cure}`);
  if (code !== 200 || success === false)
    throw new DataError(`pull: ${what}: ACLED refused the question, got ${code} ${words}`);
  const rows = rowsIn(data, { what, name: "data" });
  if (count !== undefined && count !== null && Number(count) !== rows.length)
    throw new DataError(`pull: ${what}: says ${said(String(count))} rows, got ${rows.length}`);
  const { date } = fieldsOf(fieldsOf(held)["date_recency"]);
  const upTo = typeof date === "string" ? date.slice(0, 10) : undefined;
  return isDay(upTo) ? { rows, upTo } : { rows };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
