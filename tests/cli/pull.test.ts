import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { pullCommand } from "../../src/cli/pull.js";
import { account, apiServer, json, maliEvents, ucdpToken } from "../sources/apiServer.js";
import { temporary } from "./madeUp.js";
import { bytesOf, type Ended, root } from "./spawned.js";

const server = await apiServer();
const folder = temporary();
const home = join(folder, "home");
const keys = { ACLED_USERNAME: account.username, ACLED_PASSWORD: account.password, UCDP_TOKEN: ucdpToken };
const read = "/api/acled/read";

/** Runs the program from its source; `during` sees the running child. */
async function hindcast(
  args: readonly string[],
  { env = keys, during }: { env?: NodeJS.ProcessEnv; during?: (kill: (signal: NodeJS.Signals) => void) => void } = {},
): Promise<Ended> {
  const loader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const child = spawn(process.execPath, ["--import", loader, join(root, "src", "cli", "main.ts"), "pull", ...args], {
    ...{ cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
    env: { PATH: process.env["PATH"], HOME: home, ACLED_URL: server.address, UCDP_URL: server.address, ...env },
  });
  during?.((signal) => child.kill(signal));
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  expect(leaks(`${out}${err}`), "printed").toEqual([]);
  return { code, out, err };
}

/** The secrets, plain and encoded, that a text holds. */
function leaks(text: string): string[] {
  const { username, password } = account;
  return [username, password, ucdpToken, "access-token-number", "refresh-token-number"].flatMap((secret) =>
    [
      ...[secret, encodeURIComponent(secret), new URLSearchParams({ s: secret }).toString().slice(2)],
      ...[Buffer.from(secret).toString("base64").replace(/.?=*$/, ""), Buffer.from(secret).toString("hex")],
    ].filter((form) => text.includes(form)),
  );
}

const file = (name: string): string => join(folder, name);
const pagesAsked = () => server.seen.filter(({ path }) => path === read).map(({ params }) => params["page"]);
const mali = (out: string, ...more: readonly string[]): string[] => [
  "acled",
  "--country",
  "Mali",
  "--out",
  out,
  ...more,
];

beforeEach(() => {
  Object.assign(server, { events: maliEvents(7), deletions: [], most: 2, upTo: undefined, hasTier: true });
  server.faults.length = 0;
  server.seen.length = 0;
});

describe("hindcast pull", () => {
  it("pulls ACLED, updates it, and pulls UCDP, and says what it wrote", async () => {
    const pulled = await hindcast(mali("mali.json", "--since", "2023-01-01"));
    expect(pulled).toEqual({
      ...{ code: 0, err: "" },
      out: "7 rows in 4 pages written to mali.json, described in mali.json.meta.json\n",
    });
    server.deletions = [{ event_id_cnty: "MLI1001", deleted_timestamp: 1_709_251_200 }];
    const updated = await hindcast(["acled", "--update", "mali.json", "--out", "next.json"]);
    expect(updated).toEqual({
      ...{ code: 0, err: "" },
      out: "1 row in 1 page written to next.json, described in next.json.meta.json\n1 deletion, of the whole world, written to next.json.deleted.json\n",
    });
    expect(readFileSync(file("next.json.deleted.json"), "utf8")).toBe('[\n{"id":"MLI1001","day":"2024-03-01"}\n]\n');
    server.events = [{ id: 1, best: 2 }];
    const ucdp = await hindcast(["ucdp", "--release", "25.1", "--out", "ged.json", "--json"]);
    expect([ucdp.code, ucdp.err]).toEqual([0, ""]);
    expect(JSON.parse(ucdp.out)).toEqual(JSON.parse(readFileSync(file("ged.json.meta.json"), "utf8")));
    expect(JSON.parse(readFileSync(file("ged.json"), "utf8"))).toEqual({ TotalCount: 1, Result: [{ id: 1, best: 2 }] });
  });

  it("leaves no secret in any file but the closed one of the tokens", () => {
    for (const name of Object.keys(bytesOf(folder))) {
      const isTokens = name === join("home", ".config", "hindcast", "tokens.json");
      if (isTokens) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
      else expect(leaks(readFileSync(file(name), "utf8")), name).toEqual([]);
    }
    expect(readdirSync(join(home, ".config", "hindcast"))).toEqual(["tokens.json"]);
    expect(leaks(readFileSync(join(home, ".config", "hindcast", "tokens.json"), "utf8"))).not.toContain(
      account.password,
    );
  });

  it("says where the account's tier ends", async () => {
    server.upTo = "2023-01-05";
    const { code, out } = await hindcast(mali("short.json"));
    expect(code).toBe(0);
    expect(out.split("\n")[1]).toBe(
      "The account's tier ends with 2023-01-05: what lies after it is missing from the file, not quiet",
    );
  });

  it("goes on after a kill with the page that was under way", async () => {
    const kill = async (kill: (signal: NodeJS.Signals) => void): Promise<void> =>
      void server.faults.push({ path: read, page: 3, act: () => kill("SIGKILL") });
    const killed = await hindcast(mali("killed.json"), { during: kill });
    expect(killed).toEqual({ code: null, out: "", err: "" });
    expect(pagesAsked()).toEqual(["1", "2", "3"]);
    expect(existsSync(file("killed.json"))).toBe(false);
    expect(leaks(readFileSync(join(folder, "killed.json.partial", "manifest.json"), "utf8"))).toEqual([]);
    server.seen.length = 0;
    const { code, out } = await hindcast(mali("killed.json"));
    expect([code, out.split(" ")[0]]).toEqual([0, "7"]);
    expect(pagesAsked()).toEqual(["3", "4", "5", "1"]);
    expect(JSON.parse(readFileSync(file("killed.json"), "utf8")).data).toEqual(server.events);
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith("killed.json"))
        .sort(),
    ).toEqual([...["killed.json", "killed.json.meta.json"]]);
  });

  it("stops at Ctrl-C, and says that the same command goes on", async () => {
    const stopped = await hindcast(mali("stopped.json"), {
      during: (kill) => void server.faults.push({ path: read, page: 2, act: () => kill("SIGINT") }),
    });
    expect(stopped).toEqual({
      ...{ code: 130, out: "" },
      err: "hindcast: pull: stopped; the same command goes on from what is kept in stopped.json.partial\n",
    });
    server.seen.length = 0;
    expect((await hindcast(mali("stopped.json"))).code).toBe(0);
    expect(pagesAsked()).toEqual(["2", "3", "4", "5", "1"]);
  });

  it("reads credentials from a closed file, where the environment has none", async () => {
    const credentials = join(folder, "closed", "credentials.json");
    mkdirSync(join(folder, "closed"));
    writeFileSync(credentials, JSON.stringify({ acled: account }), { mode: 0o600 });
    const options = mali("file.json", "--credentials", credentials);
    expect((await hindcast(options, { env: {} })).code).toBe(0);
    expect(readdirSync(join(folder, "closed")).sort()).toEqual(["credentials.json", "tokens.json"]);
    chmodSync(credentials, 0o644);
    expect(await hindcast(mali("file2.json", "--credentials", credentials), { env: {} })).toEqual({
      ...{ code: 2, out: "" },
      err: `hindcast: pull: the credentials file is open to others, got mode 644 (${credentials}); run chmod 600 ${credentials}\n`,
    });
  });

  it("has help with examples, and no option for a secret", async () => {
    for (const name of ["acled", "ucdp"]) {
      const { code, out, err } = await hindcast([name, "--help"]);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain(`Usage: hindcast pull ${name} [options]`);
      expect(out).toContain(`Examples:\n  hindcast pull ${name} `);
      expect(out).not.toMatch(/--(password|token|user)/);
    }
  });
});

describe("bad input ends with exit code 2, one line, and nothing written", () => {
  const { username, password } = account;
  const refused = "pull: ACLED refused the user name and password, got 400";
  const check = "; check ACLED_USERNAME and ACLED_PASSWORD";
  it.each<[string, readonly string[], NodeJS.ProcessEnv, string]>([
    [
      "no credentials",
      mali("x.json"),
      {},
      `pull: needs credentials, got none; set ACLED_USERNAME and ACLED_PASSWORD, or write them to ${join(home, ".config", "hindcast", "credentials.json")} (mode 600)`,
    ],
    [
      "a wrong password",
      mali("x.json"),
      { ...keys, ACLED_USERNAME: "else@example.org" },
      `${refused} "The user credentials were incorrect."${check}`,
    ],
    [
      "a token refused",
      ["ucdp", "--release", "25.1", "--out", "x.json"],
      { UCDP_TOKEN: "another-token" },
      'pull: UCDP refused the token, got 401 "API token required."; check UCDP_TOKEN',
    ],
    [
      "an address in the clear",
      mali("x.json", "--url", "http://acleddata.com"),
      keys,
      "pull: --url needs https, got http://acleddata.com; credentials never travel in the clear",
    ],
    [
      "a password in the address",
      mali("x.json", "--url", `https://me:${encodeURIComponent(password)}@acleddata.com`),
      keys,
      "pull: --url must not hold a user name or a password; they are read from the environment",
    ],
    [
      "filters beside an update",
      mali("x.json", "--update", "y.json"),
      keys,
      "pull: --update asks what the earlier pull asked, got other filters beside it (y.json)",
    ],
    ["a day that is none", mali("x.json", "--since", "2023"), keys, 'pull: needs days as YYYY-MM-DD, got "2023"'],
    [
      "a country by name, of UCDP",
      ["ucdp", "--release", "25.1", "--country", "Mali", "--out", "x.json"],
      keys,
      "pull: country needs Gleditsch-Ward numbers such as 432 for Mali, got NaN",
    ],
  ])("%s", async (_, args, env, message) => {
    const all = { ACLED_USERNAME: "", ACLED_PASSWORD: "", UCDP_TOKEN: "", ...env };
    for (const [name, value] of Object.entries({ ...all, ACLED_URL: server.address, UCDP_URL: server.address }))
      vi.stubEnv(name, value);
    vi.stubEnv("HOME", home);
    const out = file("x.json");
    const placed = args.map((word) => (word === "x.json" ? out : word));
    const { message: got, name } = await pullCommand()
      .parseAsync(placed, { from: "user" })
      .then(
        () => new Error("nothing was refused"),
        (error: Error) => error,
      );
    vi.unstubAllEnvs();
    expect([name, got]).toEqual(["InputError", message]);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["acled"], "required option '--out <file>' not specified"],
    [mali("x.json", `--password=${account.password}`), "unknown option '--password'"],
  ])("%j", async (args, message) => {
    expect(await hindcast(args)).toEqual({ code: 2, out: "", err: `hindcast: ${message}\n` });
  });

  it("also where the server echoes everything it was sent", async () => {
    const echo = `${username} ${password} ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    server.expire("access");
    server.expire("refresh");
    server.faults.push({
      ...{ path: "/oauth/token", times: 2 },
      act: (response, { body }) => json(response, 400, { message: echo, error: body, [password]: password }),
    });
    expect(await hindcast(mali("x.json", "--json"))).toEqual({
      ...{ code: 2, out: "" },
      err: `hindcast: ${refused} words that echo a secret${check}\n`,
    });
    server.faults.length = 0;
    server.faults.push({
      path: read,
      act: (response, { headers }) =>
        json(response, 200, { data: [{ event_id_cnty: "A1", timestamp: 1, notes: headers.authorization }] }),
    });
    expect(await hindcast(mali("x.json", "--json"))).toEqual({
      ...{ code: 2, out: "" },
      err: "hindcast: pull: ACLED events, page 1: its rows echo a credential; nothing of it was kept; a password that is an ordinary word may stand there by chance\n",
    });
  });
});
