import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll } from "vitest";
import type { Transport } from "../../src/sources/request.js";
import { secrets } from "../../src/sources/secrets.js";

export type Row = Record<string, unknown>;

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Answers in place of the server, so many times or always, the requests of a path (and a page). */
export interface Fault {
  readonly path: string;
  readonly page?: number;
  times?: number;
  act(response: ServerResponse, seen: Seen): void;
}

/** What the publishers hold, and how the server misbehaves; all of it may be changed while it runs. */
export interface ApiServer {
  readonly address: string;
  readonly seen: Seen[];
  readonly faults: Fault[];
  events: Row[];
  deletions: Row[];
  /** The most rows a page, whatever is asked for. */
  most: number;
  /** The day with which the account's tier ends. */
  upTo: string | undefined;
  hasTier: boolean;
  /** Ends every access token given so far; every refresh token too. */
  expire(what: "access" | "refresh"): void;
}

export const account = { username: "analyst@example.org", password: "correct horse/battery+staple&é" };
export const ucdpToken = "ucdp-3f9a8b7c6d5e4f3a2b1c";

/** A server on this machine that speaks ACLED's and UCDP's protocols over rows that a test makes up. */
export async function apiServer(): Promise<ApiServer> {
  const access = new Set<string>();
  const refresh = new Set<string>();
  let given = 0;
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://here");
      const one: Seen = {
        method: request.method ?? "",
        path: url.pathname,
        params: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body,
      };
      api.seen.push(one);
      const fault = api.faults.find(
        ({ path, page, times = 1 }) =>
          path === one.path && times > 0 && (page === undefined || String(page) === one.params["page"]),
      );
      if (fault) {
        fault.times = (fault.times ?? 1) - 1;
        fault.act(response, one);
      } else if (one.path === "/oauth/token") signIn(response, new URLSearchParams(body));
      else if (one.path.startsWith("/api/gedevents/")) ucdp(response, one);
      else acled(response, one);
    });
  });

  const signIn = (response: ServerResponse, form: URLSearchParams): ServerResponse => {
    const isPassword =
      form.get("grant_type") === "password" &&
      form.get("username") === account.username &&
      form.get("password") === account.password;
    const isRefresh = form.get("grant_type") === "refresh_token" && refresh.delete(form.get("refresh_token") ?? "");
    if (form.get("client_id") !== "acled" || !(isPassword || isRefresh))
      return json(response, 400, { error: "invalid_grant", error_description: "The user credentials were incorrect." });
    given++;
    const tokens = { access_token: `access-token-number-${given}`, refresh_token: `refresh-token-number-${given}` };
    access.add(tokens.access_token);
    refresh.add(tokens.refresh_token);
    return json(response, 200, { token_type: "Bearer", expires_in: 86_400, ...tokens });
  };

  const acled = (response: ServerResponse, { path, params, headers }: Seen): ServerResponse => {
    if (!access.has((headers.authorization ?? "").replace("Bearer ", "")))
      return json(response, 401, { message: "The resource owner or authorization server denied the request." });
    const isEvents = path === "/api/acled/read";
    if (!isEvents && path !== "/api/deleted/read") return json(response, 404, { message: "No such route." });
    const stamp = isEvents ? "timestamp" : "deleted_timestamp";
    const countries = params["country"]?.split("|");
    const [since, until] = params["event_date"]?.split("|") ?? [];
    const rows = (isEvents ? api.events : api.deletions).filter(
      (row) =>
        (!isEvents || api.hasTier) &&
        (countries === undefined || countries.includes(String(row["country"]))) &&
        (since === undefined ||
          (String(row["event_date"]) >= since && String(row["event_date"]) <= (until ?? "9999"))) &&
        (!isEvents || api.upTo === undefined || String(row["event_date"]) <= api.upTo) &&
        (params[stamp] === undefined || Number(row[stamp]) > Number(params[stamp])),
    );
    const size = Math.min(api.most, Number(params["limit"] ?? 5000));
    const data = rows.slice((Number(params["page"] ?? 1) - 1) * size).slice(0, size);
    const held = api.upTo === undefined ? {} : { date_recency: { quantity: 12, unit: "Months", date: api.upTo } };
    return json(response, 200, { status: 200, success: true, count: data.length, data, data_query_restrictions: held });
  };

  const ucdp = (response: ServerResponse, { path, params, headers }: Seen): ServerResponse => {
    if (headers["x-ucdp-access-token"] !== ucdpToken) return json(response, 401, "API token required.");
    if (path !== "/api/gedevents/25.1") return json(response, 404, { Message: "No such resource version." });
    const size = Math.min(api.most, Number(params["pagesize"]));
    const page = Number(params["page"]);
    const pages = Math.ceil(api.events.length / size);
    const link = (number: number): string =>
      number < 0 || number >= pages ? "" : `${api.address}${path}?pagesize=${size}&page=${number}`;
    return json(response, 200, {
      ...{
        TotalCount: api.events.length,
        TotalPages: pages,
        PreviousPageUrl: link(page - 1),
        NextPageUrl: link(page + 1),
      },
      Result: api.events.slice(page * size, (page + 1) * size),
    });
  };

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  const api: ApiServer = {
    ...{ address: `http://127.0.0.1:${bound.port}`, seen: [], faults: [], events: [], deletions: [] },
    ...{ most: 5000, upTo: undefined, hasTier: true },
    expire: (what) => (what === "access" ? access : refresh).clear(),
  };
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return api;
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): ServerResponse {
  return response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** A page that ACLED might send, whatever is true. */
export function acledPage(response: ServerResponse, data: readonly unknown[], rest: Row = {}): void {
  json(response, 200, { status: 200, success: true, count: data.length, data, ...rest });
}

/** So many events of Mali, the newest first, each changed a second before the one above it. */
export function maliEvents(n: number, from = 0): Row[] {
  return Array.from({ length: n }, (_, i) => ({
    event_id_cnty: `MLI${1000 + from + n - i}`,
    event_date: new Date(Date.UTC(2023, 0, 1) + (from + n - i) * 86_400_000).toISOString().slice(0, 10),
    country: "Mali",
    notes: `Événement ${from + n - i}, "quoted",\nsecond line`,
    timestamp: String(1_700_000_000 + from + n - i),
  }));
}

/** A transport that never sleeps: it notes how long it would have waited, on a clock that stands at 1 March 2024. */
export function trialTransport(over: Partial<Transport> = {}): Transport & { readonly waited: number[] } {
  const waited: number[] = [];
  return {
    wait: async (milliseconds) => void waited.push(milliseconds),
    now: () => Date.UTC(2024, 2, 1),
    signal: new AbortController().signal,
    stall: 5000,
    most: 10 * 2 ** 20,
    secrets: secrets(),
    note: () => {},
    ...over,
    waited,
  };
}
