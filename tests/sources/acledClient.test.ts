import { beforeEach, describe, expect, it } from "vitest";
import { acledClient } from "../../src/sources/acledClient.js";
import { acledRegion } from "../../src/sources/acledRegions.js";
import { acledSession } from "../../src/sources/acledSession.js";
import type { Transport } from "../../src/sources/request.js";
import type { TokenStore, Tokens } from "../../src/sources/tokens.js";
import { fault } from "../store/trial.js";
import { account, acledPage, apiServer, json, maliEvents, trialTransport } from "./apiServer.js";

const server = await apiServer();
const { address } = server;
const read = "/api/acled/read";
const hour = 3_600_000;

function memory(kept?: Tokens): TokenStore & { kept(): Tokens | undefined } {
  let tokens = kept;
  return {
    read: async () => tokens,
    write: async (next) => {
      tokens = next;
    },
    kept: () => tokens,
  };
}

function client(transport: Transport = trialTransport(), store: TokenStore = memory(), login = account) {
  return acledClient({ address, session: acledSession({ address, ...login, store }, transport) }, transport);
}

const asked = (path = read) => server.seen.filter((one) => one.path === path);
const grants = () => asked("/oauth/token").map((one) => new URLSearchParams(one.body).get("grant_type"));

beforeEach(() => {
  Object.assign(server, { events: maliEvents(3), deletions: [], most: 5000, upTo: undefined, hasTier: true });
  server.faults.length = 0;
  server.seen.length = 0;
  server.expire("access");
  server.expire("refresh");
});

describe("acledClient", () => {
  it("signs in with a form, and sends the token in a header and nowhere else", async () => {
    const { rows } = await client()
      .events({ country: ["Mali"] })
      .page(1);
    expect(rows).toEqual(server.events);
    expect(server.seen).toHaveLength(2);
    const [signIn, ask] = server.seen;
    expect(signIn).toMatchObject({ method: "POST", params: {} });
    expect(Object.fromEntries(new URLSearchParams(signIn.body))).toEqual({
      ...{ grant_type: "password", client_id: "acled", ...account },
    });
    expect(ask).toMatchObject({ method: "GET", headers: { authorization: expect.stringMatching(/^Bearer access-/) } });
    expect(ask.params).toEqual({ _format: "json", country: "Mali", limit: "5000", page: "1" });
  });

  it("asks in ACLED's words, whose ranges hold both ends", async () => {
    const params = async (...given: Parameters<ReturnType<typeof client>["events"]>) => {
      await client()
        .events(...given)
        .page(2);
      const { _format, limit, page, ...rest } = asked().at(-1)?.params ?? {};
      return rest;
    };
    expect(await params({ country: ["Mali", "Burkina Faso"], since: "2023-01-01", until: "2024-01-01" })).toEqual({
      ...{ country: "Mali|Burkina Faso", event_date: "2023-01-01|2023-12-31", event_date_where: "BETWEEN" },
    });
    expect(await params({ region: [1, 11], since: "2023-01-01" })).toEqual({
      ...{ region: "1|11", event_date: "2023-01-01", event_date_where: ">=" },
    });
    expect(await params({ until: "2023-01-01" })).toEqual({ event_date: "2023-01-01", event_date_where: "<" });
    expect(await params({}, 1_700_000_000)).toEqual({ timestamp: "1700000000", timestamp_where: ">" });
    await client().deletions(5).page(1);
    expect(asked("/api/deleted/read")[0].params).toEqual({
      ...{ _format: "json", deleted_timestamp: "5", deleted_timestamp_where: ">", limit: "5000", page: "1" },
    });
  });

  it("takes 0, words or nothing for the inner status and the count, as ACLED has sent them", async () => {
    for (const rest of [{ status: 0 }, { status: "200", count: "1" }, { status: null, count: null }, {}]) {
      server.faults.push({ path: read, act: (response) => acledPage(response, server.events.slice(0, 1), rest) });
      expect((await client().events({}).page(1)).rows).toHaveLength(1);
    }
  });

  it("says with which day the account's tier ends", async () => {
    server.upTo = "2023-01-03";
    expect(await client().events({}).page(1)).toEqual({ rows: server.events.slice(1), upTo: "2023-01-03" });
    expect(await client().events({ until: "2023-01-05" }).page(1)).toMatchObject({ upTo: "2023-01-03" });
  });

  it("does not say so where the days asked for lie before", async () => {
    server.upTo = "2023-01-03";
    expect(await client().events({ since: "2022-01-01", until: "2023-01-04" }).page(1)).toEqual({
      rows: server.events.slice(1),
    });
  });

  it.each([
    [{ country: ["Mali|Niger"] }, 'pull: country needs a name as ACLED writes it, got "Mali|Niger"'],
    [{ country: [" "] }, 'pull: country needs a name as ACLED writes it, got " "'],
    [{ since: "2023-02-30" }, 'pull: needs days as YYYY-MM-DD, got "2023-02-30"'],
    [
      { since: "2023-02-01", until: "2023-02-01" },
      "pull: since needs to be before until, got 2023-02-01 and 2023-02-01",
    ],
  ])("refuses to ask %j", (given, message) => {
    expect(() => client().events(given)).toThrow(fault("InputError", message));
  });

  it("knows ACLED's regions by name and number", () => {
    expect(["Western Africa", " middle east", "16"].map(acledRegion)).toEqual([1, 11, 16]);
    for (const odd of ["Sahel", "6", "", "1.5"])
      expect(() => acledRegion(odd)).toThrow(
        /^pull: no region .*; ACLED has western africa, middle africa, .*, oceania$/,
      );
  });
});

describe("an account's tokens", () => {
  it("are kept for a day, refreshed for fourteen, and asked for anew after that", async () => {
    const store = memory();
    let now = Date.UTC(2024, 2, 1);
    const transport = trialTransport({ now: () => now });
    const steps: [number, string[]][] = [
      [0, ["password"]],
      [23 * hour, []],
      [24 * hour, ["refresh_token"]],
      [24 * hour + 13 * 24 * hour, ["refresh_token"]],
      [24 * hour + 28 * 24 * hour, ["password"]],
    ];
    for (const [after, expected] of steps) {
      server.seen.length = 0;
      now = Date.UTC(2024, 2, 1) + after;
      await client(transport, store).events({}).page(1);
      expect(grants(), `after ${after / hour} h`).toEqual(expected);
    }
  });

  it("are refreshed where the token ends midway, and asked for anew where the refresh token has ended too", async () => {
    const store = memory();
    const pages = client(trialTransport(), store).events({});
    await pages.page(1);
    server.expire("access");
    expect((await pages.page(1)).rows).toHaveLength(3);
    expect(grants()).toEqual(["password", "refresh_token"]);
    server.expire("access");
    server.expire("refresh");
    expect((await pages.page(1)).rows).toHaveLength(3);
    expect(grants()).toEqual(["password", "refresh_token", "refresh_token", "password"]);
    expect(asked().map((one) => one.headers.authorization)).toHaveLength(5);
  });

  it("are not sent where what was kept is none", async () => {
    const kept = { access: "two\r\nlines", until: 9e15, refresh: "two lines", refreshUntil: 9e15 };
    await client(trialTransport(), memory(kept)).events({}).page(1);
    expect(grants()).toEqual(["password"]);
  });

  it("serve the run also where they cannot be kept for the next", async () => {
    const notes: string[] = [];
    const store: TokenStore = {
      read: async () => undefined,
      write: async () => await Promise.reject(new Error("full")),
    };
    const pages = client(trialTransport({ note: (text) => void notes.push(text) }), store).events({});
    await pages.page(1);
    await pages.page(1);
    expect([grants(), notes]).toEqual([["password"], ["the tokens cannot be kept for the next run"]]);
  });

  it("are not asked for without end", async () => {
    server.faults.push({ path: read, times: 9, act: (response) => json(response, 401, { message: "no" }) });
    await expect(client().events({}).page(1)).rejects.toThrow(
      fault("DataError", `pull: ACLED refuses the token it has just given, got 401 (${address.slice(7)})`),
    );
    expect(grants()).toEqual(["password"]);
  });

  it("are not given for a wrong password, which is not tried twice", async () => {
    await expect(
      client(trialTransport(), memory(), { ...account, password: "wrong" })
        .events({})
        .page(1),
    ).rejects.toThrow(
      fault(
        "InputError",
        'pull: ACLED refused the user name and password, got 400 "The user credentials were incorrect."; check ACLED_USERNAME and ACLED_PASSWORD',
      ),
    );
    expect(server.seen).toHaveLength(1);
  });

  it.each([{}, { access_token: "a b\r\nx: y" }, { access_token: 7 }, [], "token"])(
    "are refused as %j",
    async (body) => {
      server.faults.push({ path: "/oauth/token", act: (response) => json(response, 200, body) });
      await expect(client().events({}).page(1)).rejects.toThrow(
        fault("DataError", `pull: signing in to ACLED: the answer holds no token (${address.slice(7)})`),
      );
    },
  );
});

describe("an answer that is none", () => {
  const none = "pull: your account's tier returned no rows for this";
  const cure = "; ask access@acleddata.com to open the API to your account, and accept its terms in your profile";
  const page = async (body: unknown, status = 200): Promise<unknown> => {
    server.faults.push({ path: read, act: (response) => json(response, status, body) });
    return await client().events({}).page(2);
  };

  it("is the tier with 403, over HTTP or inside", async () => {
    const message = `${none}, got 403 "Access denied" (ACLED events, page 2)${cure}`;
    await expect(page({ message: "Access denied" }, 403)).rejects.toThrow(fault("InputError", message));
    await expect(page({ status: 403, success: false, data: [], messages: ["Access denied"] })).rejects.toThrow(
      fault("InputError", message),
    );
  });

  it("is a firewall where a 403 is a web page", async () => {
    server.faults.push({ path: read, act: (response) => response.writeHead(403).end("<html>blocked</html>") });
    await expect(client().events({}).page(1)).rejects.toThrow(
      fault(
        "DataError",
        `pull: ACLED events, page 1: a web page stands where JSON should, got status 403 (${address.slice(7)})`,
      ),
    );
  });

  it.each<[string, unknown, string]>([
    [
      "a refusal with HTTP 200",
      { success: false, status: 500, error: "oops" },
      'ACLED refused the question, got 500 "oops"',
    ],
    ["no success", { success: false, data: [] }, "ACLED refused the question, got 200 no words"],
    ["fewer rows than it says", { count: 2, data: [{}] }, 'says "2" rows, got 1'],
    ["more rows than it says", { count: 0, data: [{}] }, 'says "0" rows, got 1'],
    ["a row that is none", { count: 2, data: [{}, ["x"]] }, "row 2 is not an object"],
    ["a row that is null", { count: 1, data: [null] }, "row 1 is not an object"],
    ["rows that are no list", { data: { 0: {} } }, 'the answer has no list "data"'],
    ["a list alone", [{}], 'the answer has no list "data"'],
    ["nothing", null, 'the answer has no list "data"'],
  ])("is refused: %s", async (_, body, message) => {
    await expect(page(body)).rejects.toThrow(fault("DataError", `pull: ACLED events, page 2: ${message}`));
  });

  it("is told apart where it has no rows: a tier without any, one that has ended, or nothing that matches", async () => {
    const why = client().whyNone;
    expect(await why({ country: ["Malii"] }, undefined)).toBeUndefined();
    expect(asked().at(-1)?.params).toEqual({ _format: "json", limit: "1", page: "1" });
    expect(await why({ since: "2023-06-01" }, "2023-05-31")).toEqual(
      fault("InputError", `${none}, as it ends with 2023-05-31, got since 2023-06-01${cure}`),
    );
    expect(await why({ since: "2023-05-31" }, "2023-05-31")).toBeUndefined();
    server.hasTier = false;
    expect(await why({}, undefined)).toEqual(fault("InputError", `${none}, nor one row without any filter${cure}`));
  });
});

describe("a server that echoes what it was sent", () => {
  const { username, password } = account;
  const encodings = [
    password,
    encodeURIComponent(password),
    new URLSearchParams({ password }).toString(),
    Buffer.from(password).toString("base64"),
    Buffer.from(`${username}:${password}`).toString("base64"),
    password.slice(3, 20),
  ];

  it.each(encodings)("does not get %j into the error of a failed sign-in", async (echo) => {
    server.faults.push({ path: "/oauth/token", act: (response) => json(response, 400, { error: `bad: ${echo}` }) });
    await expect(client().events({}).page(1)).rejects.toThrow(
      fault(
        "InputError",
        "pull: ACLED refused the user name and password, got 400 words that echo a secret; check ACLED_USERNAME and ACLED_PASSWORD",
      ),
    );
  });

  it("does not get a token into an error, wherever in the answer it stands", async () => {
    const token = (seen: { headers: { authorization?: string } }): string =>
      (seen.headers.authorization ?? "").slice("Bearer ".length);
    const refused = "pull: ACLED events, page 1: ACLED refused the question, got";
    server.faults.push({ path: read, act: (response, seen) => json(response, 400, { message: [token(seen)] }) });
    await expect(client().events({}).page(1)).rejects.toThrow(
      fault("DataError", `${refused} 400 words that echo a secret`),
    );
    server.faults.push({ path: read, act: (response, seen) => response.writeHead(404).end(`no ${token(seen)}`) });
    await expect(client().events({}).page(1)).rejects.toThrow(
      fault("DataError", `${refused} 404 words that echo a secret`),
    );
    server.faults.push({ path: read, act: (response, seen) => acledPage(response, [], { count: token(seen) }) });
    await expect(client().events({}).page(1)).rejects.toThrow(
      fault("DataError", "pull: ACLED events, page 1: says words that echo a secret rows, got 0"),
    );
    server.faults.push({
      path: read,
      act: (response, seen) => response.writeHead(302, { location: `https://${token(seen)}.evil.example` }).end(),
    });
    await expect(client().events({}).page(1)).rejects.toThrow(
      fault(
        "DataError",
        "pull: ACLED events, page 1: is sent on to words that echo a secret, got 302; a redirect is not followed, as it would carry credentials along",
      ),
    );
  });
});
